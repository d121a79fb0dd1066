import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { TicketPart } from '@foyer/contracts/paper-template.ts';
import { usualTicket } from '@foyer/contracts/usual-paper.ts';

import { PaperPainter } from './paper-picture.ts';
import { epson80, knownProfile } from './printer-profile.ts';
import { aTicketDocument } from './sample-documents.ts';

const document = aTicketDocument();

/** How large it is, and in which columns it has ink. */
async function looked(parts: readonly TicketPart[], profile = epson80) {
  const template = { parts: [...parts] };
  const image = await loadImage(
    Buffer.from(await new PaperPainter(profile).png({ kind: 'ticket', document, template })),
  );
  const { width, height } = image;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => y).some((y) => data[(y * width + x) * 4]! < 128),
  );
  return { width, height, columns };
}

describe('a picture of paper', () => {
  it('is as wide as the paper of the printer, and ends within its margins', async () => {
    for (const name of ['epson-80mm', 'epson-58mm', 'raster-80mm']) {
      const profile = knownProfile(name);
      const { width, columns } = await looked(usualTicket.parts, profile);
      expect(width).toBe(profile.widthDots);
      // The floor alone goes from edge to edge.
      expect([columns[0], columns.at(-1)]).toEqual([0, profile.widthDots - 1]);
      const withoutFloor = await looked([{ part: 'number' }, { part: 'field', field: 'worse' }], profile);
      expect(withoutFloor.columns[0]).toBeGreaterThanOrEqual(profile.marginDots);
      expect(withoutFloor.columns.at(-1)).toBeLessThan(profile.widthDots - profile.marginDots);
    }
  });

  it('has the printer’s own letters in its cells, and grows by each part', async () => {
    const name: TicketPart = { part: 'field', field: 'number' };
    const [one, two] = [await looked([name]), await looked([name, { part: 'space', heightMm: 3 }, name])];
    // Four letters of twelve dots, behind the margin.
    expect(one.columns[0]).toBeGreaterThanOrEqual(24);
    expect(one.columns.at(-1)).toBeLessThan(24 + 4 * 12);
    expect(two.height - one.height).toBe(30 + 24);
    const right = await looked([{ ...name, align: 'end', size: 'large' }]);
    expect(right.columns[0]).toBeGreaterThanOrEqual(552 - 4 * 24);
  });
});

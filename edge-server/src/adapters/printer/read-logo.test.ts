import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { mostLogoPixels } from '@foyer/contracts/paper-limits.ts';

import { LogoReader, type LogoReaderParts } from './read-logo.ts';

const file = `${'0'.repeat(32)}.png`;

/** Left half black, right half see-through. */
function aPng(width: number, height: number): Uint8Array {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').fillRect(0, 0, width / 2, height);
  return canvas.toBuffer('image/png');
}

function aReader(bytes: Uint8Array, pixels: number = 1) {
  const held = { isThere: true, opened: 0 };
  const media: LogoReaderParts['media'] = {
    list: () => ({ files: held.isThere ? [{ file, bytes: bytes.length, addedAt: 0 }] : [], bytesLeft: 0 }),
    open: () => {
      held.opened += 1;
      return (async function* () {
        yield bytes;
      })();
    },
  };
  return { held, reader: new LogoReader({ media, pixelsOf: () => pixels }) };
}

describe('a logo that is read', () => {
  it('is shades of grey, with paper where it is see-through', async () => {
    const picture = await aReader(aPng(40, 10)).reader.picture(file);
    expect(picture).toMatchObject({ width: 40, rows: 10 });
    expect([picture?.levels[0], picture?.levels[39]]).toEqual([0, 255]);
  });

  it('is no larger than paper has room for', async () => {
    expect(await aReader(aPng(1_152, 8)).reader.picture(file)).toMatchObject({ width: 576, rows: 4 });
  });

  it('is none that unpacks to more than a box should spend on it, or to nothing', async () => {
    const png = aPng(8, 8);
    expect(await aReader(png, mostLogoPixels).reader.picture(file)).toBeDefined();
    expect(await aReader(png, mostLogoPixels + 1).reader.picture(file)).toBeUndefined();
    expect(await aReader(png.subarray(0, 30)).reader.picture(file)).toBeUndefined();
  });

  it('is read once, and is gone with its file', async () => {
    const { held, reader } = aReader(aPng(8, 8));
    await Promise.all([reader.picture(file), reader.picture(file)]);
    await reader.picture(file);
    expect(held.opened).toBe(1);
    held.isThere = false;
    expect(await reader.picture(file)).toBeUndefined();
  });
});

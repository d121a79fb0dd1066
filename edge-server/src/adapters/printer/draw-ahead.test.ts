import { describe, expect, it } from 'vitest';

import type { GreyPicture } from '../../ports/logo-pictures.ts';
import { drawAhead } from './draw-ahead.ts';
import { drawPicture } from './draw-picture.ts';
import { dotsOf, isDrawn } from './drawn-shapes.ts';
import { planDocument } from './plan-print.ts';
import { epson80, knownProfile } from './printer-profile.ts';
import type { Picture, PrintStep } from './print-steps.ts';
import { aTicketDocument } from './sample-documents.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const number = (text: string): Picture => ({ picture: 'number', number: text });
const picturesOf = (steps: readonly PrintStep[]): readonly Picture[] =>
  steps.flatMap((step) => (step.kind === 'picture' ? [step.picture] : []));
const aLogo = (): GreyPicture => ({ width: 8, rows: 8, levels: new Uint8Array(64) });
const logo = (grey: GreyPicture): Picture => ({
  picture: 'logo',
  logo: grey,
  widthDots: 80,
  align: 'start',
  direction: 'ltr',
});

describe('pictures that were drawn lately', () => {
  it('are the same dots as drawn anew, of their own paper', () => {
    for (const profile of [epson80, knownProfile('epson-58mm')]) {
      const kept = dotsOf(number('A101'), profile);
      expect(kept).toEqual(drawPicture(number('A101'), profile));
      expect(dotsOf(number('A101'), profile)).toBe(kept);
    }
  });

  it('are forgotten when hundreds came after them', () => {
    dotsOf(number('B1'), epson80);
    for (let thick = 1; thick <= 300; thick += 1) dotsOf({ picture: 'rule', thickDots: thick }, epson80);
    expect(isDrawn(number('B1'), epson80)).toBe(false);
  });

  it('never stand for another logo that looks alike', () => {
    const [one, other] = [aLogo(), aLogo()];
    dotsOf(logo(one), epson80);
    expect([one, other].map((grey) => isDrawn(logo(grey), epson80))).toEqual([true, false]);
  });
});

describe('a paper that is drawn ahead', () => {
  it('is there picture by picture, and others have their turn between two', async () => {
    const steps = planDocument({ kind: 'ticket', document: aTicketDocument({ number: 'C301' }) }, epson80);
    const fresh = picturesOf(steps).filter((picture) => !isDrawn(picture, epson80));
    expect(fresh.length).toBeGreaterThan(1);
    const ahead = drawAhead(steps, epson80);
    const counts: number[] = [];
    for (let turn = 0; turn < fresh.length; turn += 1) {
      counts.push(fresh.filter((picture) => isDrawn(picture, epson80)).length);
      await nextTurn();
    }
    await ahead;
    expect(Math.max(...counts.map((count, index) => count - (counts[index - 1] ?? 0)))).toBe(1);
    expect(picturesOf(steps).every((picture) => isDrawn(picture, epson80))).toBe(true);
  });
});

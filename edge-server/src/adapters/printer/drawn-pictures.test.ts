import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawPicture, type Dots } from './draw-picture.ts';
import { withoutRealTimeRequests } from './escpos-bytes.ts';
import { epson80 } from './printer-profile.ts';
import type { DrawnLine, Picture } from './print-steps.ts';

const AREA = 528;
const draw = (picture: Picture): Dots => drawPicture(picture, epson80);
const isBlack = ({ bytesPerRow, data }: Dots, x: number, y: number): boolean =>
  ((data[y * bytesPerRow + (x >> 3)]! >> (7 - (x & 7))) & 1) === 1;
const blackColumns = (dots: Dots): number[] =>
  Array.from({ length: dots.bytesPerRow * 8 }, (_, x) => x).filter((x) =>
    Array.from({ length: dots.rows }, (_, y) => y).some((y) => isBlack(dots, x, y)),
  );
const aLine = (changes: Partial<DrawnLine>): DrawnLine => ({
  picture: 'line',
  start: 'منطقة الانتظار',
  sizeDots: 26,
  bold: false,
  invert: false,
  align: 'start',
  direction: 'rtl',
  language: 'ar',
  ...changes,
});

describe('drawn pictures', () => {
  it('make the number as wide as the paper allows', () => {
    for (const number of ['A047', 'A1', 'CC1024']) {
      const columns = blackColumns(draw({ picture: 'number', number }));
      expect(columns.at(-1)).toBeLessThan(AREA);
    }
    expect(blackColumns(draw({ picture: 'number', number: 'A047' })).length).toBeGreaterThan(440);
  });

  it('start a right-to-left line at the right edge, and its other end at the left', () => {
    const columns = blackColumns(draw(aLine({})));
    expect(columns[0]).toBeGreaterThan(AREA / 2);
    expect(columns.at(-1)).toBeGreaterThan(AREA - 8);
    expect(blackColumns(draw(aLine({ end: '10:40' })))[0]).toBeLessThan(8);
  });

  it('wrap a long line into rows that stay on the paper', () => {
    const one = draw(aLine({}));
    const many = draw(aLine({ start: '等候区'.repeat(20), language: 'zh', direction: 'ltr' }));
    expect(many.rows).toBe(one.rows * 3);
    expect(blackColumns(many).at(-1)).toBeLessThan(AREA);
  });

  it('fill the door with black and write on it in white', () => {
    const door = draw(aLine({ invert: true }));
    expect(isBlack(door, 0, 0)).toBe(true);
    expect(blackColumns(door)).toHaveLength(AREA);
    expect(door.data.some((byte) => byte !== 0xff)).toBe(true);
  });

  it('put the interval of a wait where its minutes are', () => {
    const wait = {
      heading: '',
      words: '',
      fromMinutes: 30,
      toMinutes: 45,
      nowLabel: '',
      minutesUnit: '',
    };
    const path = draw({ picture: 'wait-path', wait, direction: 'ltr' });
    const turned = draw({ picture: 'wait-path', wait, direction: 'rtl' });
    expect(isBlack(path, 330, 4)).toBe(true);
    expect(isBlack(path, 200, 4)).toBe(false);
    expect(isBlack(turned, AREA - 330, 4)).toBe(true);
  });

  it('lay the floor from edge to edge', () => {
    const floor = draw({ picture: 'floor' });
    expect(floor).toMatchObject({ fullWidth: true, bytesPerRow: 72 });
    expect(floor.data.every((byte) => byte === 0xff)).toBe(true);
  });

  it('never spell a real-time request, and only ever gain dots', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00, 0xff), { maxLength: 40 }), (bytes) => {
        const safe = withoutRealTimeRequests(Uint8Array.from(bytes));
        safe.forEach((byte, at) => {
          expect(byte === 0x10 && [0x04, 0x05, 0x14].includes(safe[at + 1] ?? 0)).toBe(false);
          expect(byte & bytes[at]!).toBe(bytes[at]);
        });
      }),
    );
  });
});

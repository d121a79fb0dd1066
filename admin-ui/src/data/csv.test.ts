import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('quotes what must be, leaves out what is not known, and lets no name be a formula', () => {
  expect(
    toCsv([
      ['Service', 'Arrived', 'Wait'],
      ['Blood, "fasting"', 12, undefined],
      ['=HYPERLINK("x")', -1, 3],
      ['@room', 0, 0],
    ]),
  ).toBe('\uFEFFService,Arrived,Wait\r\n"Blood, ""fasting""",12,\r\n"\'=HYPERLINK(""x"")",-1,3\r\n\'@room,0,0\r\n');
});

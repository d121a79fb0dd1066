import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected } from './mrz-corrections.ts';
import { checkDigit, checksHold, mrzLayouts } from './mrz-layout.ts';
import { zones } from './specimens.ts';
import { readTravelDocument, zoneOf } from './travel-document.ts';

const today = '2012-01-01';
const read = (text: string) => readTravelDocument(text, today);
const changed = (text: string, at: number, sign: string) => text.slice(0, at) + sign + text.slice(at + 1);
/** Where the second row of a passport begins. */
const second = 45;

describe('the zone of an identity card', () => {
  it.each([
    ['of three rows', zones.card, { format: 'TD1', documentNumber: 'D23145890', birthDate: '1974-08-12' }],
    ['of two rows', zones.visaSize, { format: 'TD2', documentNumber: 'D23145890', given: 'ANNA MARIA' }],
    ['with a number that goes on', zones.longNumber, { format: 'TD1', documentNumber: 'D23145890734' }],
  ])('is read: %s', (_what, zone, document) => {
    expect(read(zone)).toMatchObject({ ok: true, document });
  });
});

describe('what a reader confuses', () => {
  it.each([
    ['O for 0', 15, 'O'],
    ['I for 1', 17, 'I'],
    ['Z for 2', 18, 'Z'],
    ['B for 8', 16, 'B'],
    ['S for 5', 26, 'S'],
    ['G for 6, in a check digit', 9, 'G'],
  ])('is put right in a date: %s', (_what, at, letter) => {
    const zone = changed(zones.passport, second + at, letter);
    expect(zone).not.toBe(zones.passport);
    expect(read(zone)).toEqual(read(zones.passport));
  });

  it('is put right in a number where one swap alone makes the check digits hold', () => {
    expect(read(zones.passport.replace('L898902C3', 'L8989O2C3'))).toEqual(read(zones.passport));
  });

  it('is refused in a number where two swaps would', () => {
    const numbered = (number: string) => {
      const [first = '', row = ''] = zones.visaSize.split('\n');
      const own = `${number}${checkDigit('A1O11011<')}${row.slice(10, 35)}`;
      const over = 'A1O11011<' + own.slice(9, 10) + own.slice(13, 20) + own.slice(21, 35);
      return `${first}\n${own}${checkDigit(over)}`;
    };
    expect(read(numbered('A1O11011<'))).toMatchObject({ document: { documentNumber: 'A1O11011' } });
    expect(read(numbered('A1O11O11<'))).toEqual({ ok: false, code: 'document-check-digit' });
  });

  it('takes no digit among digits for a letter, though a check digit would hold', () => {
    expect(checksHold(zoneOf(zones.longNumber.replace('D23145890<7349', 'D2314S890<7359')), mrzLayouts[90]!)).toBe(
      true,
    );
    expect(read(zones.longNumber.replace('7349', '7359'))).toEqual({ ok: false, code: 'document-check-digit' });
  });

  it('leaves a G where a 6 may have been: they weigh the same', () => {
    const zone = zones.passport.replace('ZE184226B', 'ZE18422GB');
    expect(checksHold(zoneOf(zone), mrzLayouts[88]!)).toBe(true);
  });

  it('is never put right in a name, which has no check digit', () => {
    const zone = zones.passport.replace('ERIKSSON', 'ER1KSSON');
    expect(read(zone)).toEqual({ ok: false, code: 'document-field', path: 'lastName' });
  });

  it('never gives a zone whose check digits do not hold, nor one of other length', () => {
    const zone = zoneOf(zones.card);
    const sign = fc.constantFrom(...'0123456789OIZSGB<');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59 }), sign, (at, other) => {
        const layout = mrzLayouts[90]!;
        const right = corrected(changed(zone, at, other), layout);
        expect(right === undefined || (right.length === 90 && checksHold(right, layout))).toBe(true);
      }),
    );
  });
});

describe('a zone that is none', () => {
  it.each([
    ['of other letters', zones.passport.replace('ERIKSSON', 'ЕRIKSSON'), 'document-unreadable'],
    ['cut short', zones.passport.slice(0, -3), 'document-unreadable'],
    ['longer than any', zones.passport.repeat(40), 'document-too-long'],
    ['of a day that is none', zones.passport.replace('7408122', '7402306'), 'document-check-digit'],
  ])('is refused: %s', (_what, zone, code) => {
    expect(read(zone)).toEqual({ ok: false, code });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardChecksums } from '@foyer/contracts/card-formats.ts';
import { checksums } from '@foyer/contracts/card-checksums.ts';
import { readCardNumber } from './card-number.ts';
import { healthCard } from './specimens.ts';

describe('a card as the clinic has them', () => {
  it.each(['9434765919', '943 476 5919', '943-476-5919'])('is read however it is written: %s', (text) => {
    expect(readCardNumber(text, [healthCard])).toEqual({
      ok: true,
      document: { format: healthCard, printed: '943 476 5919', bare: '9434765919', masked: '••• ••• 5919' },
    });
  });

  it('stands in capitals, with its own signs', () => {
    const format = { ...healthCard, pattern: 'HC/A999*9', checksum: 'none', mask: '*******##' } as const;
    expect(readCardNumber('hc/b123x7', [format])).toMatchObject({
      document: { printed: 'HC/B123X7', masked: '•••••••X7' },
    });
    expect(readCardNumber('hd/b123x7', [format])).toEqual({ ok: false, code: 'document-unknown' });
  });

  it('is refused where its checksum does not hold', () => {
    expect(readCardNumber('9434765918', [healthCard])).toEqual({ ok: false, code: 'document-check-digit' });
  });

  it.each(['943476591', '94347659190', '943476591X', '٩٤٣٤٧٦٥٩١٩', ''])('is none of them: %s', (text) => {
    expect(readCardNumber(text, [healthCard])).toEqual({ ok: false, code: 'document-unknown' });
  });
});

describe('a checksum', () => {
  const good = {
    none: '1',
    luhn: '79927398713',
    'mod-11': '9434765919',
    'mod-97': '85073003328',
    verhoeff: '2363',
  } as const;

  it.each(cardChecksums.filter((kind) => kind !== 'none'))('finds every digit that was read wrong: %s', (kind) => {
    const number = good[kind];
    expect(checksums[kind](number)).toBe(true);
    fc.assert(
      fc.property(fc.nat(number.length - 1), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const wrong = number.slice(0, at) + String((Number(number[at]) + more) % 10) + number.slice(at + 1);
        expect(checksums[kind](wrong)).toBe(false);
      }),
    );
  });
});

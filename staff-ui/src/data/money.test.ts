import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { changeIn, likelyAmounts, parseAmount, piecesOf, plainAmount, sumOf, typeAmount } from './money.ts';

const currencies = fc.constantFrom('EUR', 'USD', 'GBP', 'CHF', 'CNY', 'JPY', 'KWD', 'SAR', 'XOF');
const amounts = fc.integer({ min: 0, max: 9_999_999 });

describe('typing an amount', () => {
  it('brings digits in from the right', () => {
    const typed = ['1', '0', '00', 'delete', '5'].reduce(typeAmount, 0);
    expect(typed).toBe(1_005);
  });
  it('never holds more than a till can', () => {
    expect(typeAmount(99_999_999, '9')).toBe(99_999_999);
  });
});

describe('reading a written amount', () => {
  it.each([
    ['12.50', 1_250],
    ['12,5', 1_250],
    ['12', 1_200],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234', 123_400],
  ])('%s', (text, amount) => expect(parseAmount(text, 'EUR')).toBe(amount));

  it.each(['', 'ten', '12.505', '-3', '1e3', '.5'])('refuses %j', (text) =>
    expect(parseAmount(text, 'EUR')).toBeUndefined(),
  );

  it('knows currencies without and with three digits after the point', () => {
    expect(parseAmount('1200', 'JPY')).toBe(1_200);
    expect(parseAmount('1.250', 'KWD')).toBe(1_250);
    expect(parseAmount('1,250.500', 'KWD')).toBe(1_250_500);
  });

  it('always reads back what it wrote', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('EUR', 'JPY', 'XOF'), (amount, currency) => {
        expect(parseAmount(plainAmount(amount, currency), currency)).toBe(amount);
      }),
    );
  });
});

describe('change', () => {
  it('is handed over in the fewest pieces', () => {
    expect(changeIn(3_750, 'EUR').pieces).toEqual([
      { valueMinor: 2_000, kind: 'note', count: 1 },
      { valueMinor: 1_000, kind: 'note', count: 1 },
      { valueMinor: 500, kind: 'note', count: 1 },
      { valueMinor: 200, kind: 'coin', count: 1 },
      { valueMinor: 50, kind: 'coin', count: 1 },
    ]);
  });

  it('always sums up to the amount, and what rests is less than the smallest piece', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        const { pieces, restMinor } = changeIn(amount, currency);
        expect(sumOf(pieces) + restMinor).toBe(amount);
        expect(restMinor).toBeLessThan(piecesOf(currency).at(-1)!.valueMinor);
        expect(pieces.every((piece) => piece.count > 0)).toBe(true);
      }),
    );
  });
});

describe('likely amounts', () => {
  it.each([
    [6_250, [6_250, 7_000, 10_000]],
    [1_800, [1_800, 2_000, 5_000]],
    [720, [720, 1_000, 2_000]],
    [13_000, [13_000, 14_000, 20_000]],
  ])('for %i', (due, wanted) => expect(likelyAmounts(due, 'EUR')).toEqual(wanted));

  it('always rise, and never lie below what is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), currencies, (due, currency) => {
        const offered = likelyAmounts(due, currency);
        expect(offered[0]).toBe(due);
        expect(offered).toEqual([...new Set(offered)].toSorted((a, b) => a - b));
      }),
    );
  });
});

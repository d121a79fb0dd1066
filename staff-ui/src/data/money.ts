// Money as a cashier types it and hands it back, in whole minor units. Digits come in from the right, as on every
// cash register: 1 0 0 0 is ten euros. A piece is a note or a coin.

import { minorDigits, type CurrencyCode } from '@foyer/contracts/money.ts';

export interface Piece {
  readonly valueMinor: number;
  readonly kind: 'note' | 'coin';
}
export interface Pieces extends Piece {
  readonly count: number;
}

const MOST_MINOR = 99_999_999;

export function digitsAfterPoint(currency: CurrencyCode): number {
  return minorDigits[currency] ?? 2;
}

/** The amount after one more key: a digit, `00`, or `delete`. Never more than a till can hold. */
export function typeAmount(amountMinor: number, key: string): number {
  if (key === 'delete') return Math.floor(amountMinor / 10);
  const next = Number(`${amountMinor}${key}`);
  return next > MOST_MINOR ? amountMinor : next;
}

/** What a person wrote, "1,234.50" or "12,5", as minor units; undefined when it is no amount of this currency, or could
 *  be read in two ways ("12.505" euros): a separator that stands once is the point. */
export function parseAmount(text: string, currency: CurrencyCode): number | undefined {
  const digits = digitsAfterPoint(currency);
  const bare = text.replaceAll(/\s/g, '');
  const match = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$|^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(bare);
  const grouped = match && (bare.match(/[.,]/g) ?? []).length > 1;
  const [whole, fraction = ''] = grouped
    ? [match[1] ?? match[3] ?? '', match[2] ?? match[4]]
    : (/^(\d+)(?:[.,](\d+))?$/.exec(bare)?.slice(1) ?? []);
  if (whole === undefined || fraction.length > digits) return undefined;
  const amount = Number(whole.replaceAll(/\D/g, '') + fraction.padEnd(digits, '0'));
  return amount > MOST_MINOR ? undefined : amount;
}

/** "12.50": what `parseAmount` reads back. */
export function plainAmount(amountMinor: number, currency: CurrencyCode): string {
  const digits = digitsAfterPoint(currency);
  const text = String(amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The notes and coins of a currency, largest first. */
export function piecesOf(currency: CurrencyCode): readonly Piece[] {
  const [notes, coins] = cash[currency] ?? otherCash(currency);
  return [
    ...notes.map((valueMinor) => ({ valueMinor, kind: 'note' as const })),
    ...coins.map((valueMinor) => ({ valueMinor, kind: 'coin' as const })),
  ];
}

/** The fewest pieces for an amount, and what no piece is small enough for. */
export function changeIn(
  amountMinor: number,
  currency: CurrencyCode,
): { readonly pieces: readonly Pieces[]; readonly restMinor: number } {
  let restMinor = amountMinor;
  const pieces: Pieces[] = [];
  for (const piece of piecesOf(currency)) {
    const count = Math.floor(restMinor / piece.valueMinor);
    if (count > 0) pieces.push({ ...piece, count });
    restMinor -= count * piece.valueMinor;
  }
  return { pieces, restMinor };
}

/** What people are likely to hand over: the exact amount, the next round one, the next single note. */
export function likelyAmounts(dueMinor: number, currency: CurrencyCode): readonly number[] {
  if (dueMinor <= 0) return [];
  const notes = piecesOf(currency)
    .filter((piece) => piece.kind === 'note')
    .map((piece) => piece.valueMinor)
    .toReversed();
  const round = notes
    .slice(notes.length > 2 ? 1 : 0)
    .map((note) => Math.ceil(dueMinor / note) * note)
    .find((amount) => amount > dueMinor);
  const single = notes.find((note) => note > (round ?? dueMinor));
  return [dueMinor, ...(round === undefined ? [] : [round]), ...(single === undefined ? [] : [single])];
}

/** How many pieces somebody wrote: none for what is no number. */
export function countOf(text: string): number {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
}

export function sumOf(pieces: readonly Pieces[]): number {
  return pieces.reduce((sum, piece) => sum + piece.valueMinor * piece.count, 0);
}

type Cash = readonly [notes: readonly number[], coins: readonly number[]];
/** In minor units. What is rarely seen or withdrawn is left out. Sources: the issuing central banks. */
const cash: Readonly<Record<CurrencyCode, Cash>> = {
  EUR: [
    [20_000, 10_000, 5_000, 2_000, 1_000, 500],
    [200, 100, 50, 20, 10, 5, 2, 1],
  ],
  USD: [
    [10_000, 5_000, 2_000, 1_000, 500, 100],
    [25, 10, 5, 1],
  ],
  GBP: [
    [5_000, 2_000, 1_000, 500],
    [200, 100, 50, 20, 10, 5, 2, 1],
  ],
  CHF: [
    [20_000, 10_000, 5_000, 2_000, 1_000],
    [500, 200, 100, 50, 20, 10, 5],
  ],
  CAD: [
    [10_000, 5_000, 2_000, 1_000, 500],
    [200, 100, 25, 10, 5],
  ],
  AUD: [
    [10_000, 5_000, 2_000, 1_000, 500],
    [200, 100, 50, 20, 10, 5],
  ],
  MXN: [
    [50_000, 20_000, 10_000, 5_000, 2_000],
    [1_000, 500, 200, 100, 50],
  ],
  CNY: [
    [10_000, 5_000, 2_000, 1_000, 500, 100],
    [50, 10],
  ],
  AED: [
    [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500],
    [100, 50, 25],
  ],
  SAR: [
    [50_000, 20_000, 10_000, 5_000, 1_000, 500],
    [200, 100, 50, 25, 10, 5],
  ],
  JPY: [
    [10_000, 5_000, 1_000],
    [500, 100, 50, 10, 5, 1],
  ],
};

/** Elsewhere: 1, 2 and 5 of every decade, notes from five whole units. */
function otherCash(currency: CurrencyCode): Cash {
  const unit = 10 ** digitsAfterPoint(currency);
  const decades = [100, 10, 1, 0.1, 0.01].flatMap((decade) =>
    [5, 2, 1].map((step) => Math.round(step * decade * unit)),
  );
  const values = decades.filter((value) => value >= 1);
  return [values.filter((value) => value >= 5 * unit), values.filter((value) => value < 5 * unit)];
}

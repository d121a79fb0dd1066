// Where a machine readable zone keeps what its check digits are over, and whether they hold.
// Source: ICAO Doc 9303, part 3, section 4.9, and parts 4 (TD3), 5 (TD1) and 6 (TD2).

/** From a place up to another, the latter not included; of the rows put one behind the other. */
type Span = readonly [from: number, until: number];

interface Checked {
  readonly over: readonly Span[];
  readonly digitAt: number;
  /** May be a filler where nothing else stands before it. */
  readonly mayBeEmpty?: true;
}
export interface MrzLayout {
  readonly format: 'TD1' | 'TD2' | 'TD3';
  readonly width: number;
  readonly checks: readonly Checked[];
  /** Digits alone: dates, and the check digits that are always there. */
  readonly digits: readonly Span[];
  /** Letters and digits, in which the one may be read for the other. */
  readonly mixed: readonly Span[];
  readonly number: Span;
  /** A longer number goes on here, and a filler stands where its check digit would. */
  readonly numberGoesOn?: Span;
}

export const mrzLayouts: Readonly<Record<number, MrzLayout>> = {
  88: {
    format: 'TD3',
    width: 44,
    checks: [
      { over: [[44, 53]], digitAt: 53 },
      { over: [[57, 63]], digitAt: 63 },
      { over: [[65, 71]], digitAt: 71 },
      { over: [[72, 86]], digitAt: 86, mayBeEmpty: true },
      {
        over: [
          [44, 54],
          [57, 64],
          [65, 87],
        ],
        digitAt: 87,
      },
    ],
    digits: [
      [53, 54],
      [57, 64],
      [65, 72],
      [86, 88],
    ],
    mixed: [
      [44, 53],
      [72, 86],
    ],
    number: [44, 53],
  },
  72: {
    format: 'TD2',
    width: 36,
    checks: [
      { over: [[36, 45]], digitAt: 45 },
      { over: [[49, 55]], digitAt: 55 },
      { over: [[57, 63]], digitAt: 63 },
      {
        over: [
          [36, 46],
          [49, 56],
          [57, 71],
        ],
        digitAt: 71,
      },
    ],
    digits: [
      [45, 46],
      [49, 56],
      [57, 64],
      [71, 72],
    ],
    mixed: [
      [36, 45],
      [64, 71],
    ],
    number: [36, 45],
    numberGoesOn: [64, 71],
  },
  90: {
    format: 'TD1',
    width: 30,
    checks: [
      { over: [[5, 14]], digitAt: 14 },
      { over: [[30, 36]], digitAt: 36 },
      { over: [[38, 44]], digitAt: 44 },
      {
        over: [
          [5, 30],
          [30, 37],
          [38, 45],
          [48, 59],
        ],
        digitAt: 59,
      },
    ],
    digits: [
      [14, 15],
      [30, 37],
      [38, 45],
      [59, 60],
    ],
    mixed: [
      [5, 14],
      [15, 30],
      [48, 59],
    ],
    number: [5, 14],
    numberGoesOn: [15, 30],
  },
};

/** Whether every check digit is what its characters make. */
export function checksHold(zone: string, layout: MrzLayout): boolean {
  return layout.checks.every((check) => checkHolds(zone, check, layout));
}

/** Weights 7, 3 and 1 in turn; a filler counts nothing, a letter 10 to 35. */
export function checkDigit(characters: string): number {
  let sum = 0;
  for (let at = 0; at < characters.length; at += 1) sum += valueOf(characters.charCodeAt(at)) * (weights[at % 3] ?? 0);
  return sum % 10;
}

const filler = '<';
const weights = [7, 3, 1];

function checkHolds(zone: string, check: Checked, layout: MrzLayout): boolean {
  const digit = zone.charAt(check.digitAt);
  const characters = check.over.map(([from, until]) => zone.slice(from, until)).join('');
  if (digit === filler && check.mayBeEmpty) return /^<*$/.test(characters);
  if (digit === filler && check.digitAt === layout.number[1]) return longNumberHolds(zone, characters, layout);
  return digit === String(checkDigit(characters));
}

/** The rest of the number stands in the optional data, its check digit last before the first filler. */
function longNumberHolds(zone: string, begun: string, { numberGoesOn }: MrzLayout): boolean {
  if (numberGoesOn === undefined) return false;
  const optional = zone.slice(...numberGoesOn);
  const end = optional.indexOf(filler) === -1 ? optional.length : optional.indexOf(filler);
  if (end < 2) return false;
  const [rest, digit] = [optional.slice(0, end - 1), optional.charAt(end - 1)];
  // States differ in whether the filler between counts.
  return [begun + rest, `${begun}${filler}${rest}`].some((number) => digit === String(checkDigit(number)));
}

function valueOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 ? code - 55 : 0;
}

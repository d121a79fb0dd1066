// What a model of printer can do, as data. A new model is one more file in `profiles/`; code is for another language of
// commands alone.

/** Names of code pages as node-thermal-printer has them. */
export const codePages = [
  'WPC1252',
  'PC858_EURO',
  'PC852_LATIN2',
  'WPC1250_LATIN2',
  'WPC1253_GREEK',
  'WPC1251_CYRILLIC',
  'PC866_CYRILLIC2',
] as const;
export type CodePage = (typeof codePages)[number];

export const cutters = ['partial', 'full', 'none'] as const;
export type Cutter = (typeof cutters)[number];

export interface PrinterProfileData {
  readonly name: string;
  /** Which models, for who sets one up. */
  readonly about: string;
  /** Dots across the paper; a multiple of 8. */
  readonly widthDots: number;
  /** Left and right, so that no cutter or finger hides a letter. */
  readonly marginDots: number;
  /** Those whose letters were seen on paper of this model, the first switched on at the start; none: every line is drawn. */
  readonly codePages: readonly CodePage[];
  readonly cutter: Cutter;
  readonly status: PrinterStatusSupport;
}

/** Which of its questions a model answers. Source: Epson's ESC/POS reference. */
export interface PrinterStatusSupport {
  /** The n of DLE EOT n that are answered at once: 1 whether it is online, 2 why not, 3 which error, 4 the paper. */
  readonly realTime: readonly (1 | 2 | 3 | 4)[];
  /** Whether GS r is answered in the order of its work, which proves that all before it is on paper. */
  readonly inOrder: boolean;
  /** Whether it tells of a change by itself once GS a asked for that; its line is held open between jobs for it. */
  readonly automatic: boolean;
}

/** Whether it answers anything at all. One that does not is believed to be well while it takes bytes. */
export function answersQuestions({ realTime }: PrinterStatusSupport): boolean {
  return realTime.length > 0;
}

const widest = 1_024;

/** The paths of what is wrong in a file that claims to be a profile; none: it is one. */
export function printerProfileFaults(held: unknown): readonly string[] {
  if (!isRecord(held)) return [''];
  const { name, about, widthDots, marginDots, codePages: pages, cutter, status } = held;
  return [
    ...(typeof name === 'string' && /^[a-z0-9-]{1,40}$/.test(name) ? [] : ['name']),
    ...(typeof about === 'string' && about !== '' ? [] : ['about']),
    ...(isWhole(widthDots, 8, widest) && widthDots % 8 === 0 ? [] : ['widthDots']),
    ...(isWhole(marginDots, 0, typeof widthDots === 'number' ? widthDots / 4 : 0) ? [] : ['marginDots']),
    ...(areCodePages(pages) ? [] : ['codePages']),
    ...(cutters.some((kind) => kind === cutter) ? [] : ['cutter']),
    ...statusFaults(status),
    ...unknownKeys(held, ['name', 'about', 'widthDots', 'marginDots', 'codePages', 'cutter', 'status']),
  ];
}

function areCodePages(held: unknown): boolean {
  if (!Array.isArray(held) || new Set(held).size !== held.length) return false;
  return held.every((page) => codePages.some((known) => known === page));
}

function statusFaults(held: unknown): readonly string[] {
  if (!isRecord(held)) return ['status'];
  const { realTime, inOrder, automatic } = held;
  const asks = Array.isArray(realTime) ? realTime : [undefined];
  const known = asks.every((n) => n === 1 || n === 2 || n === 3 || n === 4) && new Set(asks).size === asks.length;
  // The paper and the reason are one picture: without both nobody can tell what to mend.
  const whole = asks.length === 0 || (asks.includes(2) && asks.includes(4));
  return [
    ...(known && whole ? [] : ['status.realTime']),
    ...(typeof inOrder === 'boolean' && (!inOrder || asks.length > 0) ? [] : ['status.inOrder']),
    // Whether the line still stands, only a question tells.
    ...(typeof automatic === 'boolean' && (!automatic || asks.length > 0) ? [] : ['status.automatic']),
    ...unknownKeys(held, ['realTime', 'inOrder', 'automatic']).map((key) => `status.${key}`),
  ];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function unknownKeys(held: object, known: readonly string[]): readonly string[] {
  return Object.keys(held).filter((key) => !known.includes(key));
}

function isWhole(value: unknown, from: number, until: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= until;
}

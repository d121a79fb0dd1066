// Puts words into lines: the printer's own letters where it has them all, a drawn line where it has not.
// Letters are never replaced by others.

import type { LineSide } from '@foyer/contracts/paper-limits.ts';

import type { PrinterProfile } from './printer-profile.ts';
import { cellWidthDots } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

export interface LineLook {
  readonly size: 1 | 2;
  readonly bold?: boolean;
  readonly invert?: boolean;
  readonly align?: LineSide;
}

export interface LineSetting {
  readonly profile: PrinterProfile;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Sizes of drawn text that stand well beside cells of 24 and 48 dots. */
const DRAWN_SIZES = { 1: 26, 2: 46 } as const;
const MOST_ROWS = 3;
/** Cells between the edge of the black door and its words. */
const DOOR_INDENT = 2;

/** One text; nothing for an empty one. */
export function line(setting: LineSetting, text: string, look: LineLook): readonly PrintStep[] {
  if (text === '') return [];
  const { profile, direction } = setting;
  if (!profile.carries(text)) return [drawn(setting, text, undefined, look)];
  const indent = look.invert ? DOOR_INDENT : 0;
  const width = columns(profile, look.size) - 2 * Math.ceil(indent / look.size);
  return wrap(text, width).map((row) => {
    const free = width - row.length;
    const isLeft = ((look.align ?? 'start') === 'start') === (direction === 'ltr');
    const before = look.align === 'centre' ? Math.floor(free / 2) : isLeft ? 0 : free;
    return textLine(profile, look, [{ text: ' '.repeat(before) + row, bold: look.bold ?? false }]);
  });
}

/** Two texts at the two edges; one under the other when they do not fit beside each other. */
export function edges(
  setting: LineSetting,
  start: { readonly text: string; readonly bold?: boolean },
  end: { readonly text: string; readonly bold?: boolean },
  look: LineLook,
): readonly PrintStep[] {
  const { profile, direction } = setting;
  if (end.text === '' || start.text === '') {
    const [only] = start.text === '' ? [end] : [start];
    return line(setting, only.text, { ...look, bold: only.bold ?? false });
  }
  if (!profile.carries(start.text + end.text)) {
    return [
      drawn(setting, start.text, end.text, {
        ...look,
        bold: (start.bold ?? false) || (end.bold ?? false),
      }),
    ];
  }
  const free = columns(profile, look.size) - start.text.length - end.text.length;
  if (free < 2) {
    return [
      ...line(setting, start.text, { ...look, bold: start.bold ?? false }),
      ...line({ ...setting, direction: direction === 'ltr' ? 'rtl' : 'ltr' }, end.text, {
        ...look,
        bold: end.bold ?? false,
      }),
    ];
  }
  const [left, right] = direction === 'ltr' ? [start, end] : [end, start];
  return [
    textLine(profile, look, [
      { text: left.text + ' '.repeat(free), bold: left.bold ?? false },
      { text: right.text, bold: right.bold ?? false },
    ]),
  ];
}

/** How many letters of this size stand side by side between the margins. */
export function columns(profile: PrinterProfile, size: 1 | 2): number {
  return Math.floor((profile.widthDots - 2 * profile.marginDots) / (cellWidthDots * size));
}

function textLine(
  profile: PrinterProfile,
  look: LineLook,
  runs: readonly { text: string; bold: boolean }[],
): PrintStep {
  const invert = look.invert ?? false;
  if (!invert) return { kind: 'text-line', runs, size: look.size, invert };
  const indent = ' '.repeat(Math.ceil(DOOR_INDENT / look.size));
  const used = indent.length + runs.reduce((sum, { text }) => sum + text.length, 0);
  const rest = ' '.repeat(Math.max(0, columns(profile, look.size) - used));
  const [first, ...others] = runs.map((run) => ({ ...run }));
  return {
    kind: 'text-line',
    runs: [{ text: indent + (first?.text ?? ''), bold: first?.bold ?? false }, ...others, { text: rest, bold: false }],
    size: look.size,
    invert,
  };
}

function drawn(setting: LineSetting, start: string, end: string | undefined, look: LineLook): PrintStep {
  const { language, direction } = setting;
  return {
    kind: 'picture',
    picture: {
      picture: 'line',
      start,
      ...(end === undefined ? {} : { end }),
      sizeDots: DRAWN_SIZES[look.size],
      bold: look.bold ?? false,
      invert: look.invert ?? false,
      align: look.align ?? 'start',
      direction,
      language,
    },
  };
}

/** Rows of at most `width` letters, cut between words where that is possible. */
function wrap(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  let rest = text;
  while (rest.length > width && rows.length < MOST_ROWS - 1) {
    const space = rest.lastIndexOf(' ', width);
    const end = space > 0 ? space : width;
    rows.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  rows.push(rest.length > width ? `${rest.slice(0, width - 1)}…` : rest);
  return rows;
}

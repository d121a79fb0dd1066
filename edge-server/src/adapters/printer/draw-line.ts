// A line of text in any script, drawn: shaped by the canvas, wrapped between words, set from the right where the
// language runs that way.

import type { Dots, Pen } from './draw-picture.ts';
import type { DrawnLine } from './print-steps.ts';
import { rasterFont } from './raster-fonts.ts';
import { readingDirection } from './text-direction.ts';
import { wrapText } from './wrap-text.ts';

type Paint = (width: number, height: number, draw: (pen: Pen) => void) => Dots;

const LINE_HEIGHT = 1.5;
const BASELINE = 1.08;
const MOST_ROWS = 3;
/** Dots between the edge of the black door and its words, as for the printer's own letters. */
const DOOR_INDENT = 24;
const GAP = 24;

export function drawLine(line: DrawnLine, width: number, paint: Paint): Dots {
  const indent = line.invert ? DOOR_INDENT : 0;
  const room = width - 2 * indent;
  let rows: readonly Row[] = [];
  paint(8, 1, (pen) => {
    setPen(pen, line);
    rows = rowsOf(pen, line, room);
  });
  const rowHeight = Math.ceil(line.sizeDots * LINE_HEIGHT);
  const height = rowHeight * (rowTop(rows, rows.length - 1) + 1);
  return paint(width, height, (pen) => {
    if (line.invert) {
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = '#fff';
    }
    setPen(pen, line);
    rows.forEach(({ text, side }, index) => {
      const edge = mirrored(side, line.direction);
      pen.textAlign = edge;
      pen.direction = readingDirection(text, line.direction);
      const y = Math.round(rowTop(rows, index) * rowHeight + line.sizeDots * BASELINE);
      pen.fillText(text, { left: indent, center: width / 2, right: width - indent }[edge], y);
    });
  });
}

interface Row {
  readonly text: string;
  readonly side: DrawnLine['align'];
  /** Whether it stands beside the row before it. */
  readonly beside: boolean;
}

function rowsOf(pen: Pen, { start, end, align, language }: DrawnLine, room: number): readonly Row[] {
  const fits = (text: string): boolean => pen.measureText(text).width <= room;
  const rowsAt = (text: string, side: Row['side']): readonly Row[] =>
    wrapText(text, { fits, language, mostRows: MOST_ROWS }).map((row) => ({ text: row, side, beside: false }));
  const main = rowsAt(start, align);
  if (end === undefined || end === '') return main;
  const last = main.at(-1)?.text ?? '';
  const isBeside = pen.measureText(last).width + GAP + pen.measureText(end).width <= room;
  return [...main, ...(isBeside ? [{ text: end, side: 'end', beside: true } as const] : rowsAt(end, 'end'))];
}

function rowTop(rows: readonly Row[], index: number): number {
  return rows.slice(0, index + 1).filter(({ beside }) => !beside).length - 1;
}

function setPen(pen: Pen, { start, end, sizeDots, bold, language }: DrawnLine): void {
  pen.font = rasterFont(start + (end ?? ''), sizeDots, bold);
  pen.lang = language;
}

function mirrored(side: Row['side'], direction: 'ltr' | 'rtl'): 'left' | 'center' | 'right' {
  if (side === 'centre') return 'center';
  return (side === 'start') === (direction === 'ltr') ? 'left' : 'right';
}

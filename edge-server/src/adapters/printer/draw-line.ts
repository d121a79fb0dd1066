// A line of text in any script, drawn: shaped by the canvas, wrapped between words, set from the right where the
// language runs that way.

import type { Dots, Pen } from './draw-picture.ts';
import type { DrawnLine } from './print-steps.ts';
import { rasterFont } from './raster-fonts.ts';

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
      const x = { start: indent, centre: width / 2, end: width - indent }[mirrored(side, line.direction)];
      pen.textAlign = side === 'centre' ? 'center' : side;
      const y = Math.round(rowTop(rows, index) * rowHeight + line.sizeDots * BASELINE);
      pen.fillText(text, x, y);
    });
  });
}

interface Row {
  readonly text: string;
  readonly side: 'start' | 'centre' | 'end';
  /** Whether it stands beside the row before it. */
  readonly beside: boolean;
}

function rowsOf(pen: Pen, { start, end, align, language }: DrawnLine, room: number): readonly Row[] {
  const main = wrap(pen, start, room, language).map((text): Row => ({
    text,
    side: align,
    beside: false,
  }));
  if (end === undefined || end === '') return main;
  const last = main.at(-1)?.text ?? '';
  const fits = pen.measureText(last).width + GAP + pen.measureText(end).width <= room;
  return [...main, { text: end, side: 'end', beside: fits }];
}

function rowTop(rows: readonly Row[], index: number): number {
  return rows.slice(0, index + 1).filter(({ beside }) => !beside).length - 1;
}

function wrap(pen: Pen, text: string, room: number, language: string): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (row !== '' && pen.measureText(row + segment).width > room) {
      rows.push(row.trimEnd());
      row = segment.trimStart();
    } else {
      row += segment;
    }
  }
  rows.push(row.trimEnd());
  return rows.slice(0, MOST_ROWS);
}

function setPen(pen: Pen, { start, end, sizeDots, bold, direction }: DrawnLine): void {
  pen.font = rasterFont(start + (end ?? ''), sizeDots, bold);
  pen.direction = direction;
}

function mirrored(side: Row['side'], direction: 'ltr' | 'rtl'): Row['side'] {
  if (direction === 'ltr' || side === 'centre') return side;
  return side === 'start' ? 'end' : 'start';
}

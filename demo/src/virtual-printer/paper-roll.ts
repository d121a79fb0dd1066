// The paper and the line being composed: where characters and pictures land, line by line, until the cut.
// Invariants: y only grows; a line is as high as its highest mark or the line spacing, whichever is more.

import type { Mark, PlacedMark } from './receipt.ts';
import { Align } from './printer-modes.ts';

export interface PrintArea {
  readonly left: number;
  readonly width: number;
  readonly align: Align;
  readonly upsideDown: boolean;
}

/** A mark in the line under composition, from the left edge of the area. */
interface LineMark {
  readonly mark: Mark;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Marks that belong together (a bar code and its text), relative to the block's top left corner. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
  readonly text?: string;
}

const NARROWEST_CELL = 12;

export class PaperRoll {
  #marks: PlacedMark[] = [];
  #lines: string[] = [];
  #line: LineMark[] = [];
  #lineArea: PrintArea | undefined;
  #x = 0;
  #y = 0;

  get isBlank(): boolean {
    return this.#marks.length === 0 && this.#line.length === 0;
  }

  get lineIsEmpty(): boolean {
    return this.#line.length === 0;
  }

  /** The position in the line, from the left edge of the area. */
  get x(): number {
    return this.#x;
  }

  moveTo(x: number): void {
    this.#x = Math.max(0, x);
  }

  /** Adds a mark to the line; a full line is printed first. */
  add(mark: Mark, width: number, height: number, spacing: number, area: PrintArea, lineSpacing: number): void {
    if (this.#x > 0 && this.#x + width > area.width) this.feedLine(lineSpacing);
    this.#lineArea ??= area;
    this.#line.push({ mark, x: this.#x, width, height });
    this.#x += width + spacing;
  }

  /** Prints the line and feeds at least `lineSpacing`. */
  feedLine(lineSpacing: number): void {
    const height = this.#line.reduce((highest, { height }) => Math.max(highest, height), 0);
    this.#printLine(height);
    this.#y += Math.max(height, lineSpacing);
  }

  /** Prints the line, if there is one, and feeds exactly `dots`, at least what the line needs. */
  feedDots(dots: number): void {
    if (this.#line.length > 0) this.feedLine(dots);
    else this.#y += dots;
  }

  /** Prints a block on its own, under whatever is in the line. */
  place(block: Block, area: PrintArea, lineSpacing: number): void {
    if (this.#line.length > 0) this.feedLine(lineSpacing);
    const left = area.left + aligned(block.width, area);
    for (const placed of block.marks) this.#marks.push({ ...placed, x: left + placed.x, y: this.#y + placed.y });
    if (block.text !== undefined) this.#lines.push(block.text);
    this.#y += block.height;
    this.#x = 0;
  }

  /** Throws away the line that is being composed. */
  dropLine(): void {
    this.#line = [];
    this.#lineArea = undefined;
    this.#x = 0;
  }

  /** The paper so far; the roll is blank afterwards. */
  tearOff(): { marks: readonly PlacedMark[]; text: string; heightDots: number } {
    const torn = { marks: this.#marks, text: tidy(this.#lines), heightDots: this.#y };
    this.#marks = [];
    this.#lines = [];
    this.#y = 0;
    this.dropLine();
    return torn;
  }

  #printLine(lineHeight: number): void {
    const area = this.#lineArea;
    if (area !== undefined) {
      const used = this.#line.reduce((right, { x, width }) => Math.max(right, x + width), 0);
      const start = area.left + aligned(used, area);
      for (const { mark, x, width, height } of this.#line) {
        const shown = area.upsideDown ? used - x - width : x;
        this.#marks.push({
          mark,
          x: start + shown,
          y: this.#y + lineHeight - height,
          width,
          height,
        });
      }
      this.#lines.push(lineText(this.#line));
    } else {
      this.#lines.push('');
    }
    this.dropLine();
  }
}

function aligned(width: number, area: PrintArea): number {
  const free = Math.max(0, area.width - width);
  if (area.align === Align.centre) return Math.floor(free / 2);
  return area.align === Align.right ? free : 0;
}

function lineText(line: readonly LineMark[]): string {
  let text = '';
  let end: number | undefined;
  for (const { mark, x, width } of line.toSorted((a, b) => a.x - b.x)) {
    if (mark.text === undefined) continue;
    const gap = x - (end ?? x);
    if (gap >= NARROWEST_CELL) text += ' '.repeat(Math.round(gap / NARROWEST_CELL));
    text += mark.text;
    end = x + width;
  }
  return text;
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.replaceAll('\u00A0', ' ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

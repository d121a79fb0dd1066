// A printed receipt as plain data: where every mark stands on the paper, what it says, which codes it carries.

import type { Bitmap } from './bitmap.ts';

export interface GlyphMark {
  readonly kind: 'glyph';
  readonly text: string;
  /** The cell before scaling and turning. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly bold: boolean;
  readonly underlineDots: 0 | 1 | 2;
  readonly invert: boolean;
  /** Clockwise degrees. */
  readonly turn: 0 | 90 | 180 | 270;
}

export interface BitmapMark {
  readonly kind: 'bitmap';
  readonly bitmap: Bitmap;
  readonly turn: 0 | 180;
  readonly invert: boolean;
  /** What a user-defined character stands for in the text, if it is one. */
  readonly text?: string;
}

export type Mark = GlyphMark | BitmapMark;

/** A mark at its top left corner, with the size that it takes on the paper. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Receipt {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly marks: readonly PlacedMark[];
  /** The text lines from top to bottom, ends trimmed, as a person would read them out. */
  readonly text: string;
  /** Payloads of the QR codes, in order. */
  readonly qr: readonly string[];
  /** Payloads of the other codes, in order. */
  readonly codes: readonly string[];
  /** What the decoder met and could not print. */
  readonly notes: readonly string[];
}

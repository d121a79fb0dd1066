// The language between planner and executor: plain objects, in the order of their execution.

import type { LineSide } from '@foyer/contracts/paper-limits.ts';

import type { GreyPicture } from '../../ports/logo-pictures.ts';
import type { DirectionArrow, PrintFailure, WaitEstimate } from '../../ports/ticket-printer.ts';

/** One line in the printer's own letters, already wrapped to fit. `columns` are cells of font A at `size` 1. */
export interface TextLine {
  readonly kind: 'text-line';
  readonly runs: readonly { readonly text: string; readonly bold: boolean }[];
  readonly size: 1 | 2;
  readonly invert: boolean;
}

/** What is drawn dot by dot: shapes of the house, and lines in scripts that the printer lacks. */
export type Picture =
  | { readonly picture: 'number'; readonly number: string }
  | {
      readonly picture: 'wait-path';
      readonly wait: WaitEstimate;
      readonly direction: 'ltr' | 'rtl';
    }
  | { readonly picture: 'door-top' }
  | {
      readonly picture: 'door-foot';
      readonly arrow?: DirectionArrow;
      readonly direction: 'ltr' | 'rtl';
    }
  | { readonly picture: 'rule'; readonly thickDots: number }
  | { readonly picture: 'floor' }
  | {
      readonly picture: 'logo';
      readonly logo: GreyPicture;
      readonly widthDots: number;
      readonly align: LineSide;
      readonly direction: 'ltr' | 'rtl';
    }
  | DrawnLine;

/** A line of text that is drawn; it wraps by itself into at most three rows. `end` stands at the other edge. */
export interface DrawnLine {
  readonly picture: 'line';
  readonly start: string;
  readonly end?: string;
  readonly sizeDots: number;
  readonly bold: boolean;
  readonly invert: boolean;
  readonly align: LineSide;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
}

export type PrintStep =
  | { readonly kind: 'fail'; readonly code: PrintFailure }
  | { readonly kind: 'begin' }
  | TextLine
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'qr'; readonly address: string; readonly moduleDots: number }
  | { readonly kind: 'space'; readonly dots: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'send' }
  | { readonly kind: 'confirm' };

/** The cells of a file: clinics to simulate, and how wrong their plans are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Cell {
  /** Work that comes, of the work that can be done. */
  readonly load: number;
  readonly practitioners: number;
  readonly meanMinutes: number;
  /** The coefficient of variation of a service. */
  readonly variation: number;
  readonly shape: 'log-normal' | 'gamma';
  readonly openHours: number;
  readonly bookedShare: number;
  /** Of those who are booked: with somebody in particular. */
  readonly namedShare: number;
  readonly earlyMinutes: number;
  readonly punctualityMinutes: number;
  readonly missedShare: number;
  readonly urgentShare: number;
  /** Staff, at the beginning and after lunch. */
  readonly lateMinutes: number;
  readonly lunchMinutes: number;
  /** From the end of a service until the next call. */
  readonly turnoverMinutes: number;
  readonly patienceMinutes: number;
  /** How much practitioners differ. */
  readonly paceSpread: number;
}

export interface CellFile {
  readonly seeds: number;
  readonly usual: Cell;
  readonly cells: readonly Cell[];
  /** How much longer the plan says that a service takes than it does. */
  readonly beliefs: readonly number[];
}

interface WrittenFile {
  readonly seeds: number;
  readonly usual: Cell;
  readonly grid: { readonly [key in keyof Cell]?: readonly Cell[key][] };
  readonly more: readonly Partial<Cell>[];
  readonly beliefs: readonly number[];
}

export const usualCellFile = join(import.meta.dirname, 'cells.json');

export function readCells(file: string): CellFile {
  const { seeds, usual, grid, more, beliefs } = JSON.parse(readFileSync(file, 'utf8')) as WrittenFile;
  const lists = Object.entries(grid) as [keyof Cell, readonly unknown[]][];
  const combined = lists.reduce<readonly Partial<Cell>[]>(
    (cells, [key, values]) => cells.flatMap((cell) => values.map((value) => ({ ...cell, [key]: value }))),
    [{}],
  );
  return { seeds, usual, beliefs, cells: [...combined, ...more].map((changed) => ({ ...usual, ...changed })) };
}

export function nameOf({ load, practitioners, meanMinutes, variation, ...rest }: Cell, usual: Cell): string {
  const others = Object.entries(rest).filter(([key, value]) => usual[key as keyof Cell] !== value);
  return [
    `${practitioners} x ${meanMinutes} min, load ${load}, cv ${variation}`,
    ...others.map((pair) => pair.join(' ')),
  ].join(', ');
}

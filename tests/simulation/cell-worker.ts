/** A thread of its own that runs clinics, one for each order. */
import { parentPort } from 'node:worker_threads';
import type { Cell } from './cells.ts';
import { runCell, type Tallies } from './run-cell.ts';

export interface CellOrder {
  readonly cell: Cell;
  readonly beliefs: readonly number[];
  readonly seed: number;
}

export type CellReport = Tallies;

parentPort?.on('message', ({ cell, beliefs, seed }: CellOrder) => {
  parentPort?.postMessage(runCell(cell, beliefs, seed));
});

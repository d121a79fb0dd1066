/** Every cell with each of its seeds, on as many threads as the machine has processors. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CellOrder, CellReport } from './cell-worker.ts';
import type { Cell } from './cells.ts';
import { added, type Tallies } from './run-cell.ts';

/** Resolves with the sums of each cell, in their order. */
export async function runCells(
  cells: readonly Cell[],
  beliefs: readonly number[],
  { seeds, firstSeed }: { readonly seeds: number; readonly firstSeed: number },
): Promise<readonly Tallies[]> {
  const orders = cells.flatMap((cell, index) =>
    // A seed of its own for each: the next clinic is no copy of this one.
    Array.from({ length: seeds }, (_, seed) => ({
      index,
      order: { cell, beliefs, seed: firstSeed + 7919 * (index * seeds + seed) },
    })),
  );
  const sums: Tallies[] = cells.map(() => ({}));
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./cell-worker.ts', import.meta.url));
    try {
      while (next < orders.length) {
        const { index, order } = orders[next]!;
        next += 1;
        const report = await reportOf(worker, order);
        sums[index] = added(sums[index]!, report);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), orders.length) }, work));
  return sums;
}

async function reportOf(worker: Worker, order: CellOrder): Promise<CellReport> {
  const answered = once(worker, 'message') as Promise<[CellReport]>;
  worker.postMessage(order);
  const [report] = await answered;
  return report;
}

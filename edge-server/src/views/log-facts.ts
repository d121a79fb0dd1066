// The log read again as facts, from a business day on.

import { eventBodies } from '@foyer/contracts/events.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { FactRow } from '@foyer/domain/queue/evolve.ts';
import type { ReadModel } from '../ports/read-model.ts';

export type LogHistory = Pick<ReadModel, 'logAfter' | 'position'>;

const rowsAtOnce = 1000;

/** Undefined for a fact of a version that is not known here. What this box wrote itself, it has checked before. */
export function toFact({ type, body, epoch, seq, at, businessDay, actor }: LogRow): FactRow | undefined {
  if (!Object.hasOwn(eventBodies, type)) return undefined;
  return { type, body: JSON.parse(body) as unknown, epoch, seq, at, businessDay, actor } as FactRow;
}

/** The rows of this business day and of all after it, in order; none where the beginning of that day may have been let go. */
export function* rowsFrom(businessDay: BusinessDay, history: LogHistory): Generator<LogRow> {
  if (!reachesBackTo(businessDay, history)) return;
  const epoch = 0;
  let seq = firstOf(businessDay, history) - 1;
  for (;;) {
    const rows = history.logAfter({ epoch, seq }, rowsAtOnce);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    ({ seq } = last);
  }
}

/** The facts of this business day alone, in order. */
export function* factsOf(businessDay: BusinessDay, history: LogHistory): Generator<FactRow> {
  for (const row of rowsFrom(businessDay, history)) {
    if (row.businessDay !== businessDay) return;
    const fact = toFact(row);
    if (fact !== undefined) yield fact;
  }
}

/** A log that was pruned has all of a day where it still has something of one before. */
function reachesBackTo(businessDay: BusinessDay, history: LogHistory): boolean {
  const [first] = history.logAfter({ epoch: 0, seq: 0 }, 1);
  return first === undefined || first.seq === 1 || first.businessDay < businessDay;
}

/** The first row of this business day, or of the first after it: days never go back along the log. */
export function firstOf(businessDay: BusinessDay, history: LogHistory): number {
  let [low, high] = [1, history.position().seq + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = history.logAfter({ epoch: 0, seq: middle - 1 }, 1);
    if (row !== undefined && row.businessDay < businessDay) low = middle + 1;
    else high = middle;
  }
  return low;
}

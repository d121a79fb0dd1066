// Since when tickets have been left by everybody, worked out anew from the log: a restart, or a box that was off, does not
// begin their time again.

import type { EpochMs } from '@foyer/contracts/time.ts';
import { strandedCause, type StrandedCause } from '@foyer/domain/queue/stranded.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { DayFold, type DayHistory } from './day-fold.ts';

export interface Stranded {
  readonly cause: StrandedCause;
  readonly at: EpochMs;
}

/** By the id of the ticket, of those among these that are stranded after the newest row; by its time since, not ours. */
export function strandedSince(
  tickets: readonly Pick<TicketRecord, 'id' | 'businessDay'>[],
  history: DayHistory,
): Map<string, Stranded> {
  const since = new Map<string, Stranded>();
  const [oldest] = tickets.map(({ businessDay }) => businessDay).toSorted();
  if (oldest === undefined) return since;
  const day = new DayFold(oldest, history);
  for (const fact of day.facts()) {
    day.put(fact);
    const { configuration, state } = day;
    if (configuration === undefined) continue;
    for (const { id } of tickets) {
      const ticket = state.tickets.get(id);
      const cause = ticket === undefined ? undefined : strandedCause(ticket, state, { configuration });
      if (cause === undefined) since.delete(id);
      else if (since.get(id)?.cause !== cause) since.set(id, { cause, at: fact.at });
    }
  }
  return since;
}

// Who waits without the paper that was wanted for them: offered once the printer prints again.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { QueueState } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState, Print } from './clinic-state.ts';

/** A printer that cannot prove anything has most likely printed: nobody is asked about each of its sheets. */
const unproven = 'print-unproven';

/** The ids of their tickets, the longest wait first. */
export function unprintedTickets({ prints, queue }: Pick<ClinicState, 'prints' | 'queue'>): readonly string[] {
  const latest = new Map<string, Print>();
  for (const print of prints.values()) {
    const { ticketId, at } = print;
    if (ticketId === undefined || at < (latest.get(ticketId)?.at ?? 0)) continue;
    latest.set(ticketId, print);
  }
  return [...latest]
    .filter(([, print]) => isWantedStill(print, queue.tickets))
    .map(([ticketId]) => ticketId)
    .toSorted((one, other) => issuedAt(one, queue) - issuedAt(other, queue));
}

/** Whether a sheet did not come, or nobody knows, and its patient waits still. */
export function isWantedStill({ ticketId, state, code }: Print, tickets: QueueState['tickets']): boolean {
  if (ticketId === undefined || code === unproven) return false;
  if (state !== 'failed' && state !== 'unknown') return false;
  return tickets.get(ticketId)?.standing.state === TicketState.waiting;
}

function issuedAt(ticketId: string, queue: QueueState): number {
  return queue.tickets.get(ticketId)?.issuedAt ?? 0;
}

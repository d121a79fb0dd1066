import type { FactOf } from '@foyer/contracts/events.ts';
import type { FactRow } from './evolve.ts';
import type { QueueState, ReassignmentRecord } from './queue-state.ts';

/** What can be taken back of it: its fact is the last of its facts, so that each ticket's last step is its own. */
export function reassigned(state: QueueState, row: FactRow & FactOf<'v1.ReassignmentApplied'>): ReassignmentRecord {
  const { body, at, businessDay, actor: by } = row;
  return {
    id: body.reassignmentId,
    kind: body.kind,
    at,
    businessDay,
    by,
    staffId: body.staffId ?? null,
    servicePointId: body.servicePointId ?? null,
    tickets: body.ticketIds.flatMap((ticketId) => {
      const last = state.tickets.get(ticketId)?.last;
      return last === undefined ? [] : [{ ticketId, epoch: last.epoch, seq: last.seq }];
    }),
    appointmentIds: body.appointmentIds,
    workItemIds: body.workItemIds,
    servicePoints: body.servicePoints,
    undoneAt: null,
  };
}

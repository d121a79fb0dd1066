import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { TicketView } from '@foyer/contracts/views.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { servicePointNames } from './clinic-view.ts';

/** The room that a waiting ticket was sent to, unless it is closed: then any room of its service calls it. */
export function awaitedRoom(
  state: ClinicState,
  { standing }: TicketRecord,
): Pick<TicketView, 'awaitsServicePointNames'> {
  const point = standing.forServicePointId;
  if (point === null || standing.state !== TicketState.waiting) return {};
  if ((state.queue.servicePoints.get(point)?.state ?? 'closed') === 'closed') return {};
  return { awaitsServicePointNames: servicePointNames(state, point) };
}

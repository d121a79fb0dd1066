// Who works behind time, as each kind of screen is told. A patient hears the name of a member of staff only where the
// clinic shows its staff's names, and otherwise the room's; where neither can be said, nothing is.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { ById, DelayView, StaffDelay } from '@foyer/contracts/views.ts';
import { delayedPoint, delaysNow, mayWaitFor } from '@foyer/domain/queue/delay.ts';
import type { DelayRecord, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

export function publicDelays(state: ClinicState): { readonly delays?: ById<DelayView> } {
  return asShown(told(state));
}

/** Those that make this ticket wait longer; a ticket that is not waiting has none. */
export function ticketDelays(state: ClinicState, ticket: TicketRecord): { readonly delays?: ById<DelayView> } {
  if (ticket.standing.state !== TicketState.waiting) return {};
  const felt = told(state).filter(({ point }) => point !== undefined && mayWaitFor(ticket, point));
  return asShown(felt);
}

export function staffDelays(state: ClinicState): { readonly delays?: ById<StaffDelay> } {
  const delays = delaysNow(state.queue, state.businessDay).map((record): StaffDelay => {
    const point = pointOf(record, state);
    const { staffId, servicePointId } = record;
    return {
      ...delayView(record, state, true),
      ...(staffId === null ? {} : { staffId }),
      ...(servicePointId === null ? {} : { servicePointId }),
      ...(point === undefined ? {} : { atServicePointId: point.id }),
    };
  });
  return delays.length === 0 ? {} : { delays: byId(delays) };
}

function told(state: ClinicState) {
  const named = state.configuration.staffNamesInPublic === true;
  return delaysNow(state.queue, state.businessDay)
    .map((record) => ({ delay: delayView(record, state, named), point: pointOf(record, state) }))
    .filter(({ delay }) => delay.staffName !== undefined || delay.servicePointNames !== undefined);
}

function asShown(told: readonly { readonly delay: DelayView }[]): { readonly delays?: ById<DelayView> } {
  return told.length === 0 ? {} : { delays: byId(told.map(({ delay }) => delay)) };
}

function delayView(record: DelayRecord, state: ClinicState, named: boolean): DelayView {
  const point = pointOf(record, state);
  const staffId = record.staffId ?? (point === undefined ? null : state.queue.servicePoints.get(point.id)?.staffId);
  const staffName = named ? state.staff.get(staffId ?? '')?.name : undefined;
  return {
    id: record.id,
    minutes: record.minutes,
    ...(staffName === undefined ? {} : { staffName }),
    ...(point === undefined ? {} : { servicePointNames: point.name }),
    serviceIds: point?.serviceIds ?? [],
  };
}

function pointOf(record: DelayRecord, { configuration, queue }: ClinicState) {
  const id = delayedPoint(record, queue);
  return configuration.servicePoints.find((point) => point.id === id);
}

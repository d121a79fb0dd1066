// Who waits outside, who has to be fetched, and what is said of a pause: to staff all of it, to patients only when
// somebody is called again.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { ById } from '@foyer/contracts/by-id.ts';
import type { HandOverView, PauseView, WalkView } from '@foyer/contracts/clinic-view.ts';
import { nextCallAt } from '@foyer/domain/queue/next-call.ts';
import { pointsFor } from '@foyer/domain/queue/order.ts';
import type { ServicePointRecord, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { walkReasonsOf } from '@foyer/domain/queue/walk.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

/** Until somebody goes: then reception is told as well. */
export const walkEscalatesMs = minuteMs;

export function walksView(state: ClinicState): { readonly walks?: ById<WalkView> } {
  const walks = [...state.queue.tickets.values()].map((ticket) => walkView(ticket, state.now));
  const asked = walks.filter((walk) => walk !== undefined);
  return asked.length === 0 ? {} : { walks: byId(asked) };
}

function walkView(ticket: TicketRecord, now: EpochMs): WalkView | undefined {
  const reasons = walkReasonsOf(ticket);
  const { servicePointId, calledAt } = ticket.standing;
  if (reasons.length === 0 || servicePointId === null || calledAt === null) return undefined;
  const calledBackAt = ticket.stepOut?.calledBackAt ?? undefined;
  return {
    id: ticket.id,
    number: ticket.number,
    servicePointId,
    reasons,
    at: calledAt,
    ...(calledBackAt === undefined ? {} : { calledBackAt }),
    ...(now - calledAt >= walkEscalatesMs ? { overdue: true as const } : {}),
  };
}

export function shiftView(
  record: ServicePointRecord | undefined,
  { staff }: Pick<ClinicState, 'staff'>,
): { readonly pause?: PauseView; readonly handOver?: HandOverView } {
  const { pause, handOver } = record ?? {};
  const fromName = staff.get(handOver?.fromStaffId ?? '')?.name;
  return {
    ...(pause === undefined
      ? {}
      : {
          pause: {
            since: pause.since,
            ...(pause.kind === null ? {} : { kind: pause.kind }),
            ...(pause.until === null ? {} : { until: pause.until }),
          },
        }),
    ...(handOver === undefined
      ? {}
      : { handOver: { since: handOver.at, ...(fromName === undefined ? {} : { fromName }) } }),
  };
}

/** For who has no number yet: about when the service goes on, while all its rooms pause. */
export function serviceNextCall(serviceId: string, state: ClinicState): { readonly nextCallAt?: EpochMs } {
  const points = state.configuration.servicePoints.filter(({ serviceIds }) => serviceIds.includes(serviceId));
  return said(nextCallAt(points, state.queue, state.now));
}

/** For who waits: of the rooms that may call this ticket. */
export function ticketNextCall(ticket: TicketRecord, state: ClinicState): { readonly nextCallAt?: EpochMs } {
  if (ticket.standing.state !== TicketState.waiting) return {};
  return said(nextCallAt(pointsFor(ticket, state.queue, state), state.queue, state.now));
}

function said(at: EpochMs | undefined): { readonly nextCallAt?: EpochMs } {
  return at === undefined ? {} : { nextCallAt: at };
}

// What a fact does to the queue. Total over every fact: those that are not the queue's change nothing. The same fold
// runs in the writer, in `rebuild` and in tests, so that replay equals state.

import type { Fact, FactOf, TicketStanding } from '@foyer/contracts/events.ts';
import type { Actor } from '@foyer/contracts/roles.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { CallRecord, QueueChanges, QueueState, ServicePointRecord, TicketRecord } from './queue-state.ts';
import { ordinalKey } from './queue-state.ts';

/** A fact with what its row says of it. */
export type FactRow = Fact & {
  readonly epoch: number;
  readonly seq: number;
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
  readonly actor: Actor;
};

export function evolve(state: QueueState, row: FactRow): QueueChanges {
  switch (row.type) {
    case 'v1.TicketIssued':
      return issued(state, row);
    case 'v1.AppointmentCheckedIn':
      return onTicket(state, row.body.ticketId, (ticket) => ({ ...ticket, last: step(row, null) }));
    case 'v1.CheckInUndone':
      return moved(state, row, row.body.ticketId, { state: TicketState.cancelled, ...away }, { undoable: false });
    case 'v1.TicketIdentified':
      return onTicket(state, row.body.ticketId, (ticket) => ({
        ...ticket,
        patientId: row.body.patientId,
        last: step(row, null),
      }));
    case 'v1.PriorityChanged':
      return moved(state, row, row.body.ticketId, { priorityClass: row.body.to });
    case 'v1.TicketCalled':
      return called(state, row);
    case 'v1.TicketRecalled':
      return recalled(state, row);
    case 'v1.ServiceStarted':
      return moved(state, row, row.body.ticketId, { state: TicketState.serving, servingSince: row.at });
    case 'v1.ServiceFinished':
      return moved(state, row, row.body.ticketId, { state: TicketState.completed });
    case 'v1.TicketNotAnswered':
      return moved(state, row, row.body.ticketId, { state: TicketState.notAnswered, ...away });
    case 'v1.TicketHeld':
      return moved(state, row, row.body.ticketId, {
        ...away,
        state: TicketState.onHold,
        heldUntil: row.body.until ?? null,
        heldByTicket: row.body.byTicket,
      });
    case 'v1.TicketResumed':
      return moved(state, row, row.body.ticketId, { ...away, state: TicketState.waiting });
    case 'v1.TicketTransferred':
      return moved(state, row, row.body.ticketId, {
        ...away,
        state: TicketState.waiting,
        serviceId: row.body.toServiceId,
        forServicePointId: row.body.toServicePointId ?? null,
        placeAt: row.body.placeAt,
      });
    case 'v1.TicketClosed':
      return moved(state, row, row.body.ticketId, { state: row.body.outcome });
    case 'v1.StepUndone':
      return undone(state, row);
    case 'v1.DocumentPrinted':
      return row.body.ticketId === undefined
        ? {}
        : onTicket(state, row.body.ticketId, (ticket) => ({ ...ticket, printed: true }));
    case 'v1.ServicePointOpened':
      return point(state, row.body.servicePointId, { state: 'open', staffId: row.body.staffId ?? null });
    case 'v1.ServicePointPaused':
      return point(state, row.body.servicePointId, { state: 'paused' });
    case 'v1.ServicePointClosed':
      return point(state, row.body.servicePointId, { state: 'closed', staffId: null });
    case 'v1.ServicePointHandedOver':
      return point(state, row.body.servicePointId, { staffId: row.body.toStaffId });
    case 'v1.HelpRequested':
      return {
        help: [
          {
            id: row.body.helpId,
            kind: row.body.kind,
            at: row.at,
            by: row.actor,
            ticketId: row.body.ticketId ?? null,
            acknowledgedBy: null,
            acknowledgedAt: null,
          },
        ],
      };
    case 'v1.HelpAcknowledged': {
      const help = state.help.get(row.body.helpId);
      return help === undefined ? {} : { help: [{ ...help, acknowledgedBy: row.actor, acknowledgedAt: row.at }] };
    }
    case 'v1.SubjectErased':
      return erased(state, row);
    default:
      return {};
  }
}

/** Not at a point, not on hold. */
const away = {
  servicePointId: null,
  callId: null,
  calledAt: null,
  servingSince: null,
  heldUntil: null,
  heldByTicket: false,
} as const satisfies Partial<TicketStanding>;

function step(row: FactRow, before: TicketStanding | null): TicketRecord['last'] {
  return { epoch: row.epoch, seq: row.seq, type: row.type, before };
}

function issued(state: QueueState, row: FactRow & FactOf<'v1.TicketIssued'>): QueueChanges {
  const { body } = row;
  const at = body.servicePointId ?? null;
  const ticket: TicketRecord = {
    id: body.ticketId,
    publicId: body.publicId,
    number: body.number,
    ordinal: body.ordinal,
    businessDay: row.businessDay,
    issuedAt: body.issuedAt,
    issuedServiceId: body.serviceId,
    source: body.source,
    issuedBy: row.actor,
    needs: body.needs,
    language: body.language ?? null,
    patientId: body.patientId ?? null,
    appointmentId: body.appointmentId ?? null,
    appointmentAt: body.appointmentAt ?? null,
    standing: {
      ...away,
      state: at === null ? TicketState.waiting : TicketState.serving,
      serviceId: body.serviceId,
      priorityClass: body.priorityClass,
      servicePointId: at,
      forServicePointId: null,
      placeAt: body.placeAt,
      callCount: 0,
      servingSince: at === null ? null : row.at,
    },
    closedAt: null,
    last: step(row, null),
    printed: false,
  };
  const key = ordinalKey(row.businessDay, body.serviceId);
  const last = Math.max(body.ordinal, state.ordinals.get(key)?.last ?? 0);
  return {
    tickets: [ticket],
    ordinals: [{ id: key, businessDay: row.businessDay, serviceId: body.serviceId, last }],
    ...(at === null ? {} : point(state, at, { ticketId: ticket.id })),
  };
}

function called(state: QueueState, row: FactRow & FactOf<'v1.TicketCalled'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const { callId, servicePointId } = row.body;
  const change = moved(state, row, ticket.id, {
    ...away,
    state: TicketState.called,
    servicePointId,
    callId,
    calledAt: row.at,
    callCount: ticket.standing.callCount + 1,
  });
  const call: CallRecord = {
    id: callId,
    ticketId: ticket.id,
    number: ticket.number,
    servicePointId,
    at: row.at,
    withdrawn: false,
  };
  return { ...change, calls: [call] };
}

function recalled(state: QueueState, row: FactRow & FactOf<'v1.TicketRecalled'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const call = state.calls.get(row.body.callId);
  return {
    ...moved(state, row, ticket.id, { callCount: ticket.standing.callCount + 1, calledAt: row.at }),
    ...(call === undefined ? {} : { calls: [{ ...call, at: row.at }] }),
  };
}

function undone(state: QueueState, row: FactRow & FactOf<'v1.StepUndone'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const change = moved(state, row, ticket.id, row.body.standing, { undoable: false });
  const call = ticket.standing.callId === null ? undefined : state.calls.get(ticket.standing.callId);
  const withdraws = call !== undefined && row.body.standing.callId !== call.id;
  return withdraws ? { ...change, calls: [{ ...call, withdrawn: true }] } : change;
}

function erased(state: QueueState, row: FactRow & FactOf<'v1.SubjectErased'>): QueueChanges {
  const tickets = [...state.tickets.values()].filter((ticket) => ticket.patientId === row.body.subjectId);
  return tickets.length === 0 ? {} : { tickets: tickets.map((ticket) => ({ ...ticket, patientId: null })) };
}

/** The ticket in its new standing, and the service points it came from and went to. */
function moved(
  state: QueueState,
  row: FactRow,
  ticketId: string,
  change: Partial<TicketStanding>,
  options: { readonly undoable: boolean } = { undoable: true },
): QueueChanges {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return {};
  const before = ticket.standing;
  const standing = { ...before, ...change };
  const holds = isAtPoint(standing);
  const points: ServicePointRecord[] = [];
  if (
    before.servicePointId !== null &&
    isAtPoint(before) &&
    (!holds || standing.servicePointId !== before.servicePointId)
  ) {
    const left = state.servicePoints.get(before.servicePointId);
    if (left?.ticketId === ticketId) points.push({ ...left, ticketId: null });
  }
  if (holds && standing.servicePointId !== null) {
    const entered = state.servicePoints.get(standing.servicePointId);
    if (entered !== undefined && entered.ticketId !== ticketId) points.push({ ...entered, ticketId });
  }
  const next: TicketRecord = {
    ...ticket,
    standing,
    closedAt: isOpen(standing.state) ? null : row.at,
    last: step(row, options.undoable ? before : null),
  };
  return points.length === 0 ? { tickets: [next] } : { tickets: [next], servicePoints: points };
}

function isAtPoint(standing: TicketStanding): boolean {
  return standing.state === TicketState.called || standing.state === TicketState.serving;
}

function onTicket(state: QueueState, ticketId: string, change: (ticket: TicketRecord) => TicketRecord): QueueChanges {
  const ticket = state.tickets.get(ticketId);
  return ticket === undefined ? {} : { tickets: [change(ticket)] };
}

function point(state: QueueState, id: string, change: Partial<ServicePointRecord>): QueueChanges {
  const before = state.servicePoints.get(id) ?? { id, state: 'closed' as const, staffId: null, ticketId: null };
  return { servicePoints: [{ ...before, ...change }] };
}

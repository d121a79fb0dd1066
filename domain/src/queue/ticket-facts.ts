// What the larger facts of a ticket do to the queue, one function each.

import type { FactOf } from '@foyer/contracts/events.ts';
import { TicketState, isOccupied } from '@foyer/contracts/ticket-state.ts';
import { wentOnTo } from '../journey/evolve.ts';
import { prefixOf } from '../numbering/ticket-number.ts';
import { arrivedAs } from './arrival-details.ts';
import { turnTaken, turnWithdrawn } from './calling-turns.ts';
import { point } from './change-point.ts';
import { walkInsChanged } from './day-limit.ts';
import type { FactRow } from './evolve.ts';
import { away, happenedAt, inRoom, moved, step } from './move-ticket.ts';
import type { CallRecord, QueueChanges, QueueState, TicketRecord } from './queue-state.ts';
import { ordinalKey, paperNumberKey } from './queue-state.ts';

export function issued(state: QueueState, row: FactRow & FactOf<'v1.TicketIssued'>): QueueChanges {
  const { body } = row;
  const at = body.servicePointId ?? null;
  const ticket: TicketRecord = {
    id: body.ticketId,
    publicId: body.publicId,
    number: body.number,
    ordinal: body.ordinal,
    businessDay: body.businessDay ?? row.businessDay,
    issuedAt: body.occurredAt ?? body.issuedAt,
    issuedServiceId: body.serviceId,
    source: body.source,
    issuedBy: row.actor,
    needs: body.needs,
    language: body.language ?? null,
    patientId: body.patientId ?? null,
    appointmentId: body.appointmentId ?? null,
    appointmentAt: body.appointmentAt ?? null,
    ...(body.practitionerId === undefined ? {} : { practitionerId: body.practitionerId }),
    standing: {
      ...away,
      state: at === null ? TicketState.waiting : TicketState.serving,
      serviceId: body.serviceId,
      priorityClass: body.priorityClass,
      servicePointId: at,
      forServicePointId: null,
      placeAt: body.placeAt,
      callCount: 0,
      servingSince: at === null ? null : happenedAt(row),
      room: at === null ? null : inRoom(row),
    },
    closedAt: null,
    last: step(row, null),
    printed: false,
    ...arrivedAs(body),
  };
  const prefix = prefixOf(body.number);
  const { businessDay } = ticket;
  const key = ordinalKey(businessDay, prefix);
  const last = Math.max(body.ordinal, state.ordinals.get(key)?.last ?? 0);
  return {
    tickets: [ticket],
    ordinals: [{ id: key, businessDay, prefix, last }],
    ...(body.source === 'paper'
      ? { paperNumbers: [{ id: paperNumberKey(businessDay, body.number), ticketId: ticket.id }] }
      : {}),
    ...walkInsChanged(state, ticket, 1),
    ...(at === null ? {} : point(state, row, at, { ticketId: ticket.id, room: inRoom(row) })),
  };
}

export function checkInUndone(state: QueueState, row: FactRow & FactOf<'v1.CheckInUndone'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const change = moved(state, row, ticket.id, { state: TicketState.cancelled, ...away }, { undoable: false });
  return { ...change, ...walkInsChanged(state, ticket, -1) };
}

export function called(state: QueueState, row: FactRow & FactOf<'v1.TicketCalled'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const { callId, servicePointId, rule } = row.body;
  const isHistory = rule === 'on-paper';
  const standing = {
    ...away,
    state: TicketState.called,
    servicePointId,
    callId,
    calledAt: happenedAt(row),
    callCount: ticket.standing.callCount + 1,
    recalls: 0,
  };
  const change = moved(state, row, ticket.id, standing, { undoable: true, enters: !isHistory });
  const call: CallRecord = {
    id: callId,
    ticketId: ticket.id,
    number: ticket.number,
    servicePointId,
    at: happenedAt(row),
    withdrawn: isHistory,
  };
  return { ...turnTaken(state, change, row.body), calls: [call] };
}

/** One step with what it follows from, and undone with it. */
export function wentOn(state: QueueState, row: FactRow & FactOf<'v1.JourneyWentOn'>): QueueChanges {
  const { tickets = [], ...changes } = moved(state, row, row.body.ticketId, (standing) => ({
    ...away,
    ...wentOnTo(standing, row),
  }));
  const before = state.tickets.get(row.body.ticketId)?.last.before ?? null;
  return { ...changes, tickets: tickets.map((ticket) => ({ ...ticket, last: step(row, before) })) };
}

/** It waits on, for that room. */
export function followsParty(state: QueueState, row: FactRow & FactOf<'v1.TicketFollowsParty'>): QueueChanges {
  const { ticketId, servicePointId, callId, placeAt } = row.body;
  const { tickets = [] } = moved(state, row, ticketId, { forServicePointId: servicePointId, placeAt });
  return { tickets: tickets.map((ticket) => ({ ...ticket, followsCallId: callId })) };
}

export function recalled(state: QueueState, row: FactRow & FactOf<'v1.TicketRecalled'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const call = state.calls.get(row.body.callId);
  return {
    ...moved(state, row, ticket.id, ({ callCount, recalls = 0 }) => ({
      callCount: callCount + 1,
      calledAt: row.at,
      recalls: recalls + 1,
    })),
    ...(call === undefined ? {} : { calls: [{ ...call, at: row.at }] }),
  };
}

export function undone(state: QueueState, row: FactRow & FactOf<'v1.StepUndone'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const { standing: whole, patientId } = row.body;
  const change = moved(state, row, ticket.id, whole, { undoable: false, patientId, whole });
  const call = ticket.standing.callId === null ? undefined : state.calls.get(ticket.standing.callId);
  const withdraws = call !== undefined && row.body.standing.callId !== call.id;
  return withdraws ? { ...turnWithdrawn(state, change, call), calls: [{ ...call, withdrawn: true }] } : change;
}

export function erased(state: QueueState, row: FactRow & FactOf<'v1.SubjectErased'>): QueueChanges {
  const tickets = [...state.tickets.values()].filter((ticket) => ticket.patientId === row.body.subjectId);
  return tickets.length === 0 ? {} : { tickets: tickets.map((ticket) => ({ ...ticket, patientId: null })) };
}

/** A step of the ticket that is in it, which undo takes back; without one it is the room's alone. */
export function roomChanged(state: QueueState, row: FactRow & FactOf<'v1.RoomStateChanged'>): QueueChanges {
  const { servicePointId, ticketId, to, staffId = null } = row.body;
  if (ticketId === undefined) return point(state, row, servicePointId, { room: { state: to, since: row.at, staffId } });
  return isOccupied(to) ? moved(state, row, ticketId, { room: { state: to, since: row.at, staffId } }) : {};
}

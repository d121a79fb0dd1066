// What a fact does to the queue. Total over every fact: those that are not the queue's change nothing. The same fold
// runs in the writer, in `rebuild` and in tests, so that replay equals state.

import type { Fact, FactOf, TicketStanding } from '@foyer/contracts/events.ts';
import type { PatientId } from '@foyer/contracts/ids.ts';
import type { Actor } from '@foyer/contracts/roles.ts';
import { RoomState, TicketState, isOccupied, isOpen } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import { prefixOf } from '../numbering/ticket-number.ts';
import { wentOnTo, withJourneyFact } from '../journey/evolve.ts';
import { finishedHere, sentTo } from '../journey/steps.ts';
import { arrivedAs } from './arrival-details.ts';
import { rulesSet } from './calling-rules.ts';
import { turnTaken, turnWithdrawn } from './calling-turns.ts';
import { walkInsChanged } from './day-limit.ts';
import { delayedId } from './delay.ts';
import { evacuationNow } from './evacuation-now.ts';
import { messageShown, messageWithdrawn } from './message.ts';
import { withNote } from './ticket-note.ts';
import { gapNoticed, withoutDoubt } from './gap.ts';
import { withoutGrace } from './not-answered.ts';
import { senderOf } from './return-to-sender.ts';
import { strandedRaised, strandedSettled } from './stranded.ts';
import { formsChanged, formsErased } from './ticket-forms.ts';
import { closed, handedOver, left, leftAt, opened, paused, takenOver } from './point-shift.ts';
import type {
  CallRecord,
  QueueChanges,
  QueueState,
  RoomRecord,
  ServicePointRecord,
  TicketRecord,
} from './queue-state.ts';
import { awaitedKey, ordinalKey, paperNumberKey, printedKey, theBuilding } from './queue-state.ts';
import { reassigned } from './reassignment-record.ts';
import { calledBack, cameBackInside, endedOutside, steppedOut } from './step-out.ts';

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
      return checkInUndone(state, row);
    case 'v1.TicketIdentified':
      return onTicket(state, row.body.ticketId, (ticket) => ({
        ...ticket,
        patientId: row.body.patientId,
        last: step(row, ticket.standing),
      }));
    case 'v1.TicketNoted':
      return onTicket(state, row.body.ticketId, (ticket) => withNote(ticket, row.body.note));
    case 'v1.PriorityChanged':
      return moved(state, row, row.body.ticketId, { priorityClass: row.body.to });
    case 'v1.TicketMovedInQueue': {
      const { placeAt, priorityClass } = row.body;
      return moved(state, row, row.body.ticketId, { placeAt, priorityClass });
    }
    case 'v1.TicketCalled':
      return called(state, row);
    case 'v1.TicketFollowsParty':
      return followsParty(state, row);
    case 'v1.TicketRecalled':
      return recalled(state, row);
    case 'v1.ServiceStarted':
      return moved(state, row, row.body.ticketId, {
        state: TicketState.serving,
        servingSince: happenedAt(row),
        room: inRoom(row),
      });
    case 'v1.ServiceFinished':
      return moved(state, row, row.body.ticketId, ({ journey }) => ({
        state: TicketState.completed,
        room: null,
        ...(journey === undefined ? {} : { journey: finishedHere(journey) }),
      }));
    case 'v1.JourneyStarted':
    case 'v1.JourneyStepAdded':
    case 'v1.JourneyStepMoved':
    case 'v1.JourneyStepSkipped':
    case 'v1.JourneyStepReady':
      return onTicket(state, row.body.ticketId, (ticket) => ({
        ...ticket,
        standing: withJourneyFact(ticket.standing, row),
        last: step(row, 'byItself' in row.body ? ticket.last.before : ticket.standing),
      }));
    case 'v1.JourneyWentOn':
      return wentOn(state, row);
    case 'v1.TicketNotAnswered': {
      const { graceUntil } = row.body;
      const grace = graceUntil === undefined ? {} : { graceUntil };
      return moved(state, row, row.body.ticketId, { state: TicketState.notAnswered, ...away, ...grace });
    }
    case 'v1.TicketHeld':
      return moved(state, row, row.body.ticketId, {
        ...away,
        state: TicketState.onHold,
        heldUntil: row.body.until ?? null,
        heldByTicket: row.body.byTicket,
      });
    case 'v1.TicketResumed':
      return moved(state, row, row.body.ticketId, {
        ...away,
        state: TicketState.waiting,
        ...(row.body.placeAt === undefined ? {} : { placeAt: row.body.placeAt }),
      });
    case 'v1.SteppedOut':
      return onTicket(state, row.body.ticketId, (ticket) => steppedOut(ticket, row.body.whenAhead, happenedAt(row)));
    case 'v1.CalledBack':
      return onTicket(state, row.body.ticketId, (ticket) => calledBack(ticket, row.at));
    case 'v1.CameBackInside':
      return onTicket(state, row.body.ticketId, cameBackInside);
    case 'v1.WalkAcknowledged':
      return onTicket(state, row.body.ticketId, (ticket) => ({ ...ticket, walkedCallId: row.body.callId }));
    case 'v1.TicketTransferred':
      return moved(state, row, row.body.ticketId, (before) => ({
        ...away,
        state: TicketState.waiting,
        serviceId: row.body.toServiceId,
        forServicePointId: row.body.toServicePointId ?? null,
        placeAt: row.body.placeAt,
        cameFrom: row.body.returned === true ? null : senderOf(before),
        ...(before.journey === undefined ? {} : { journey: sentTo(before.journey, row.body.toServiceId) }),
      }));
    case 'v1.TicketClosed':
      return moved(state, row, row.body.ticketId, { state: row.body.outcome, room: null });
    case 'v1.StepUndone':
      return undone(state, row);
    case 'v1.DocumentPrinted':
      return row.body.ticketId === undefined
        ? {}
        : onTicket(state, row.body.ticketId, (ticket) => ({ ...ticket, printed: true }));
    case 'v1.TicketReassigned':
      return moved(state, row, row.body.ticketId, { forServicePointId: row.body.toServicePointId ?? null });
    case 'v1.AppointmentReassigned': {
      const { appointmentId, toServicePointId: servicePointId = null } = row.body;
      return { reassignedAppointments: [{ id: awaitedKey(row.businessDay, appointmentId), servicePointId }] };
    }
    case 'v1.ReassignmentApplied':
      return { reassignments: [reassigned(state, row)] };
    case 'v1.ReassignmentUndone': {
      const reassignment = state.reassignments.get(row.body.reassignmentId);
      return reassignment === undefined ? {} : { reassignments: [{ ...reassignment, undoneAt: row.at }] };
    }
    case 'v1.ServicePointOpened':
      return shifted(state, row, opened(row.body.staffId ?? null, row.at));
    case 'v1.ServicePointPaused':
      return shifted(state, row, paused(row.body, row.at));
    case 'v1.ServicePointClosed':
      return shifted(state, row, closed);
    case 'v1.ServicePointHandedOver':
      return shifted(state, row, handedOver(row.body, row.body.toStaffId, row.at));
    case 'v1.ServicePointLeft':
      return shifted(state, row, left(row.body, row.at));
    case 'v1.ServicePointTakenOver':
      return shifted(state, row, takenOver(row.body.staffId));
    case 'v1.RoomStateChanged':
      return roomChanged(state, row);
    case 'v1.DelayAnnounced': {
      const { staffId = null, servicePointId = null, minutes } = row.body;
      const { at, businessDay } = row;
      return { delays: [{ id: delayedId(row.body), staffId, servicePointId, minutes, at, businessDay }] };
    }
    case 'v1.PaperNumbersDrawn': {
      const { prefix, lastOrdinal: last } = row.body;
      return { ordinals: [{ id: printedKey(prefix), businessDay: row.businessDay, prefix, last }] };
    }
    case 'v1.GapNoticed':
      return gapNoticed(state, row.body);
    case 'v1.StillHereConfirmed':
      return onTicket(state, row.body.ticketId, withoutDoubt);
    case 'v1.CallingRulesSet':
      return rulesSet(row);
    case 'v1.MessageShown':
      return messageShown(row);
    case 'v1.MessageWithdrawn':
      return messageWithdrawn(state, row);
    case 'v1.DayClosed':
      return { closings: [{ id: row.body.businessDay, at: row.at, by: row.actor, reopenedAt: null }] };
    case 'v1.DayReopened': {
      const closing = state.closings.get(row.body.businessDay);
      return closing === undefined ? {} : { closings: [{ ...closing, reopenedAt: row.at }] };
    }
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
    case 'v1.EvacuationStarted':
      return {
        evacuations: [{ id: theBuilding, startedAt: row.at, startedBy: row.actor, endedAt: null, accountedFor: {} }],
      };
    case 'v1.EvacuationEnded': {
      const ended = evacuationNow(state);
      return ended === undefined ? {} : { evacuations: [{ ...ended, endedAt: row.at }] };
    }
    case 'v1.PersonAccountedFor': {
      const { ticketId, present } = row.body;
      const now = evacuationNow(state);
      if (now === undefined) return {};
      return { evacuations: [{ ...now, accountedFor: { ...now.accountedFor, [ticketId]: present } }] };
    }
    case 'v1.WorkItemRaised':
      return strandedRaised(state, row.body);
    case 'v1.WorkItemResolved':
      return strandedSettled(state, row.body);
    case 'v1.ConsentRecorded':
    case 'v1.QuestionnaireAnswered':
    case 'v1.ScreeningCleared':
      return formsChanged(state, row);
    case 'v1.SubjectErased':
      return { ...erased(state, row), ...formsErased(state, row) };
    default:
      return {};
  }
}

/** What was written on paper first counts from when it was so. */
function happenedAt({ at, body }: FactRow): EpochMs {
  return ('occurredAt' in body ? body.occurredAt : undefined) ?? at;
}

/** Not at a point, not on hold. */
const away = {
  servicePointId: null,
  callId: null,
  calledAt: null,
  servingSince: null,
  heldUntil: null,
  heldByTicket: false,
  room: null,
} as const satisfies Partial<TicketStanding>;

function step(row: FactRow, before: TicketStanding | null): TicketRecord['last'] {
  return { epoch: row.epoch, seq: row.seq, type: row.type, businessDay: row.businessDay, before };
}

function issued(state: QueueState, row: FactRow & FactOf<'v1.TicketIssued'>): QueueChanges {
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

function checkInUndone(state: QueueState, row: FactRow & FactOf<'v1.CheckInUndone'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const change = moved(state, row, ticket.id, { state: TicketState.cancelled, ...away }, { undoable: false });
  return { ...change, ...walkInsChanged(state, ticket, -1) };
}

function called(state: QueueState, row: FactRow & FactOf<'v1.TicketCalled'>): QueueChanges {
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
function wentOn(state: QueueState, row: FactRow & FactOf<'v1.JourneyWentOn'>): QueueChanges {
  const { tickets = [], ...changes } = moved(state, row, row.body.ticketId, (standing) => ({
    ...away,
    ...wentOnTo(standing, row),
  }));
  const before = state.tickets.get(row.body.ticketId)?.last.before ?? null;
  return { ...changes, tickets: tickets.map((ticket) => ({ ...ticket, last: step(row, before) })) };
}

/** It waits on, for that room. */
function followsParty(state: QueueState, row: FactRow & FactOf<'v1.TicketFollowsParty'>): QueueChanges {
  const { ticketId, servicePointId, callId, placeAt } = row.body;
  const { tickets = [] } = moved(state, row, ticketId, { forServicePointId: servicePointId, placeAt });
  return { tickets: tickets.map((ticket) => ({ ...ticket, followsCallId: callId })) };
}

function recalled(state: QueueState, row: FactRow & FactOf<'v1.TicketRecalled'>): QueueChanges {
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

function undone(state: QueueState, row: FactRow & FactOf<'v1.StepUndone'>): QueueChanges {
  const ticket = state.tickets.get(row.body.ticketId);
  if (ticket === undefined) return {};
  const { standing: whole, patientId } = row.body;
  const change = moved(state, row, ticket.id, whole, { undoable: false, patientId, whole });
  const call = ticket.standing.callId === null ? undefined : state.calls.get(ticket.standing.callId);
  const withdraws = call !== undefined && row.body.standing.callId !== call.id;
  return withdraws ? { ...turnWithdrawn(state, change, call), calls: [{ ...call, withdrawn: true }] } : change;
}

function erased(state: QueueState, row: FactRow & FactOf<'v1.SubjectErased'>): QueueChanges {
  const tickets = [...state.tickets.values()].filter((ticket) => ticket.patientId === row.body.subjectId);
  return tickets.length === 0 ? {} : { tickets: tickets.map((ticket) => ({ ...ticket, patientId: null })) };
}

interface MoveOptions {
  readonly undoable: boolean;
  readonly patientId?: PatientId | null | undefined;
  /** False: the room never knew of it. */
  readonly enters?: boolean;
  /** The standing that takes the place of the one before, and of all that it had besides. */
  readonly whole?: TicketStanding;
}

/** The ticket in its new standing, and the service points it came from and went to. */
function moved(
  state: QueueState,
  row: FactRow,
  ticketId: string,
  change: Partial<TicketStanding> | ((before: TicketStanding) => Partial<TicketStanding>),
  options: MoveOptions = { undoable: true },
): QueueChanges {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return {};
  const before = ticket.standing;
  const changed = { ...before, ...(typeof change === 'function' ? change(before) : change) };
  const standing = options.whole ?? withoutGrace(changed);
  const holds = isAtPoint(standing);
  const points: ServicePointRecord[] = [];
  if (
    before.servicePointId !== null &&
    isAtPoint(before) &&
    (!holds || standing.servicePointId !== before.servicePointId)
  ) {
    const left = state.servicePoints.get(before.servicePointId);
    if (left?.ticketId === ticketId) {
      points.push({ ...leftAt(left, row.at), ticketId: null, room: roomOf(left, null, row) });
    }
  }
  if (holds && standing.servicePointId !== null) {
    const entered = state.servicePoints.get(standing.servicePointId);
    // Whoever was there on paper alone never took the room from who is in it now.
    const enters =
      (options.enters ?? true) && !(isAtPoint(before) && before.servicePointId === standing.servicePointId);
    const stays = entered?.ticketId === ticketId && before.room !== standing.room;
    if (entered !== undefined && ((enters && entered.ticketId !== ticketId) || stays)) {
      points.push({ ...entered, ticketId, room: roomOf(entered, standing.room, row) });
    }
  }
  const next: TicketRecord = {
    ...withoutDoubt(ticket),
    patientId: options.patientId === undefined ? ticket.patientId : options.patientId,
    standing,
    closedAt: isOpen(standing.state) ? null : happenedAt(row),
    last: step(row, options.undoable ? before : null),
  };
  const tickets = [endedOutside(next)];
  return points.length === 0 ? { tickets } : { tickets, servicePoints: points };
}

function inRoom({
  at,
  body,
}: FactRow & FactOf<'v1.ServiceStarted' | 'v1.TicketIssued'>): NonNullable<TicketStanding['room']> {
  return { state: body.roomState ?? RoomState.withStaff, since: at, staffId: body.staffId ?? null };
}

/** As its ticket's stay has it; without one as it was, or empty from now on. */
function roomOf({ room }: ServicePointRecord, stay: TicketStanding['room'], row: FactRow): RoomRecord {
  if (stay !== null) return stay;
  return isOccupied(room.state) ? { state: RoomState.empty, since: row.at, staffId: null } : room;
}

/** A step of the ticket that is in it, which undo takes back; without one it is the room's alone. */
function roomChanged(state: QueueState, row: FactRow & FactOf<'v1.RoomStateChanged'>): QueueChanges {
  const { servicePointId, ticketId, to, staffId = null } = row.body;
  if (ticketId === undefined) return point(state, row, servicePointId, { room: { state: to, since: row.at, staffId } });
  return isOccupied(to) ? moved(state, row, ticketId, { room: { state: to, since: row.at, staffId } }) : {};
}

function isAtPoint(standing: TicketStanding): boolean {
  return standing.state === TicketState.called || standing.state === TicketState.serving;
}

function onTicket(state: QueueState, ticketId: string, change: (ticket: TicketRecord) => TicketRecord): QueueChanges {
  const ticket = state.tickets.get(ticketId);
  return ticket === undefined ? {} : { tickets: [change(ticket)] };
}

function point(state: QueueState, row: FactRow, id: string, change: Partial<ServicePointRecord>): QueueChanges {
  return { servicePoints: [{ ...pointBefore(state, row, id), ...change }] };
}

function shifted(
  state: QueueState,
  row: FactRow & { readonly body: { readonly servicePointId: string } },
  change: (point: ServicePointRecord) => ServicePointRecord,
): QueueChanges {
  return { servicePoints: [change(pointBefore(state, row, row.body.servicePointId))] };
}

function pointBefore(state: QueueState, row: FactRow, id: string): ServicePointRecord {
  const untouched = { state: RoomState.empty, since: row.at, staffId: null };
  return state.servicePoints.get(id) ?? { id, state: 'closed', staffId: null, ticketId: null, room: untouched };
}

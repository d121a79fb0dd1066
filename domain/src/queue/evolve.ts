// What a fact does to the queue. Total over every fact: those that are not the queue's change nothing. The same fold
// runs in the writer, in `rebuild` and in tests, so that replay equals state.

import type { Fact } from '@foyer/contracts/events.ts';
import type { Actor } from '@foyer/contracts/roles.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import { withJourneyFact } from '../journey/evolve.ts';
import { finishedHere, sentTo } from '../journey/steps.ts';
import { rulesSet } from './calling-rules.ts';
import { shifted } from './change-point.ts';
import { delayedId } from './delay.ts';
import { evacuationNow } from './evacuation-now.ts';
import { messageShown, messageWithdrawn } from './message.ts';
import { withNote } from './ticket-note.ts';
import { gapNoticed, withoutDoubt } from './gap.ts';
import { away, happenedAt, inRoom, moved, onTicket, step } from './move-ticket.ts';
import { senderOf } from './return-to-sender.ts';
import { strandedRaised, strandedSettled } from './stranded.ts';
import { formsChanged, formsErased } from './ticket-forms.ts';
import { closed, handedOver, left, opened, paused, takenOver } from './point-shift.ts';
import type { QueueChanges, QueueState } from './queue-state.ts';
import { awaitedKey, printedKey, theBuilding } from './queue-state.ts';
import { reassigned } from './reassignment-record.ts';
import { numbersSkipped } from './skip-numbers.ts';
import { calledBack, cameBackInside, steppedOut } from './step-out.ts';
import {
  called,
  checkInUndone,
  erased,
  followsParty,
  issued,
  recalled,
  roomChanged,
  undone,
  wentOn,
} from './ticket-facts.ts';

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
    case 'v1.NumbersSkipped':
      return numbersSkipped(state, row.body, row.businessDay);
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

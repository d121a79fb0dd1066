// The steps of one ticket, each from the states that it applies to.

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { TicketState, isOpen, type TicketState as State } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { isDayClosed } from './closed-day.ts';
import { openTicketOf } from './issue.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { mayComeBack } from './come-back.ts';
import { movedInQueue } from './move-in-queue.ts';
import { givenUpAt, graceFrom, placeOnReturn } from './not-answered.ts';
import { arrivedWith, roomLeft } from './room.ts';
import { withReason } from './sealed-reason.ts';
import { serviceFinished } from './service-finished.ts';
import { refusedInDoubt } from './still-here.ts';

/** How long a kiosk may take back the check-in it just made. */
export const undoAtKioskMs = 60_000;

type TicketCommandType =
  | 'undo-check-in'
  | 'identify-ticket'
  | 'set-priority'
  | 'move-in-queue'
  | 'confirm-arrival'
  | 'finish-service'
  | 'mark-not-answered'
  | 'hold'
  | 'resume'
  | 'cancel-ticket'
  | 'mark-left';
export type TicketCommand = { [T in TicketCommandType]: CommandOf<T> }[TicketCommandType];

/** The states that each command applies to. */
export const fromStates: { readonly [T in TicketCommand['type']]: readonly State[] } = {
  'undo-check-in': ['waiting'],
  'identify-ticket': ['waiting', 'called', 'serving', 'on-hold', 'not-answered'],
  'set-priority': ['waiting', 'on-hold'],
  'move-in-queue': ['waiting'],
  'confirm-arrival': ['called'],
  'finish-service': ['called', 'serving'],
  'mark-not-answered': ['called'],
  hold: ['waiting', 'called', 'serving'],
  resume: ['on-hold', 'not-answered', 'left'],
  'cancel-ticket': ['waiting', 'called', 'serving', 'on-hold', 'not-answered'],
  'mark-left': ['waiting', 'called', 'serving', 'on-hold', 'not-answered'],
};

/** After these the patient is in a room no more. */
const endsStay: readonly TicketCommandType[] = ['finish-service', 'hold', 'cancel-ticket', 'mark-left'];

export function decideTicketStep(
  command: TicketCommand,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const ofTicketPage = sender.actor.startsWith('ticket:');
  if (ofTicketPage && sender.actor !== `ticket:${ticket.id}`) return refuse('not-your-ticket');
  if (!fromStates[command.type].includes(ticket.standing.state)) return wrongState(ticket);
  const fact = factOf(command, ticket, sender, state, world, moment);
  if ('ok' in fact) return fact;
  const left = endsStay.includes(command.type) ? roomLeft(ticket, world) : [];
  return accept(withReason(fact, command.reason, ticket), ...left);
}

function factOf(
  command: TicketCommand,
  ticket: TicketRecord,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision | Fact {
  const { standing } = ticket;
  const body = { ticketId: ticket.id };
  const leaving = standing.servicePointId === null ? {} : { servicePointId: standing.servicePointId };
  switch (command.type) {
    case 'undo-check-in': {
      if (sender.roles.includes('kiosk')) {
        if (ticket.issuedBy !== sender.actor) return refuse('not-your-ticket');
        if (moment.at - ticket.issuedAt > undoAtKioskMs) return refuse('undo-too-late');
      }
      const appointment = ticket.appointmentId === null ? {} : { appointmentId: ticket.appointmentId };
      return { type: 'v1.CheckInUndone', body: { ...body, ...appointment } };
    }
    case 'identify-ticket': {
      if (!world.knowsPatient(command.patientId)) return refuse('unknown-patient');
      if (ticket.patientId === command.patientId) return noEffect(command.type, { ticketId: ticket.id });
      if (ticket.patientId !== null) return refuse('already-identified');
      const other = openTicketOf(state, command.patientId, standing.serviceId);
      if (other !== undefined) return refuse('patient-has-open-ticket', { ticketId: other.id });
      return { type: 'v1.TicketIdentified', body: { ...body, patientId: command.patientId } };
    }
    case 'set-priority':
      if (standing.priorityClass === command.priorityClass) return noEffect(command.type, { ticketId: ticket.id });
      return { type: 'v1.PriorityChanged', body: { ...body, from: standing.priorityClass, to: command.priorityClass } };
    case 'move-in-queue':
      return movedInQueue(command, ticket, state, moment);
    case 'confirm-arrival':
      if (standing.servicePointId !== command.servicePointId) return refuse('not-at-service-point');
      return {
        type: 'v1.ServiceStarted',
        body: {
          ...body,
          servicePointId: command.servicePointId,
          ...arrivedWith(sender, command.servicePointId, state),
        },
      };
    case 'finish-service':
      if (standing.servicePointId !== command.servicePointId) return refuse('not-at-service-point');
      return serviceFinished(ticket, command.servicePointId);
    case 'mark-not-answered': {
      const rule = world.configuration.notAnswered;
      if (sender.roles.includes('system') && !((givenUpAt(ticket, rule) ?? Infinity) <= moment.at)) {
        return noEffect(command.type, { ticketId: ticket.id });
      }
      return { type: 'v1.TicketNotAnswered', body: { ...body, ...leaving, ...graceFrom(moment.at, rule) } };
    }
    case 'hold': {
      const byTicket = sender.actor.startsWith('ticket:');
      if (byTicket && standing.state !== TicketState.waiting) return wrongState(ticket);
      const until = command.until === undefined ? {} : { until: command.until };
      return { type: 'v1.TicketHeld', body: { ...body, ...leaving, ...until, byTicket } };
    }
    case 'resume':
      if (sender.actor.startsWith('ticket:') && !mayComeBack(ticket)) return refuse('not-your-ticket');
      return (
        reopening(ticket, state, moment) ?? {
          type: 'v1.TicketResumed',
          body: { ...body, from: standing.state, ...placeOnReturn(ticket, moment.at) },
        }
      );
    case 'cancel-ticket':
      return { type: 'v1.TicketClosed', body: { ...body, outcome: TicketState.cancelled } };
    case 'mark-left':
      return { type: 'v1.TicketClosed', body: { ...body, outcome: TicketState.left } };
    default:
      return assertNever(command);
  }
}

/** A closed ticket may come back only while the day is open and its patient has no other in the same queue. */
function reopening(ticket: TicketRecord, state: QueueState, { businessDay }: Moment): Decision | undefined {
  if (isOpen(ticket.standing.state)) return undefined;
  if (isDayClosed(state, businessDay)) return refuse('day-closed');
  if (ticket.patientId === null) return undefined;
  const other = openTicketOf(state, ticket.patientId, ticket.standing.serviceId);
  return other === undefined ? undefined : refuse('patient-has-open-ticket', { ticketId: other.id });
}

/** Called again, at the point where it was called. */
export function decideRecall(command: CommandOf<'recall'>, state: QueueState, world: QueueWorld): Decision {
  const { servicePointId } = command;
  if (servicePointOf(world, servicePointId) === undefined) return refuse('unknown-service-point');
  const ticket = state.tickets.get(state.servicePoints.get(servicePointId)?.ticketId ?? '');
  if (ticket === undefined) return refuse('not-at-service-point');
  const inDoubt = refusedInDoubt(ticket);
  if (inDoubt !== undefined) return inDoubt;
  const { callId } = ticket.standing;
  if (ticket.standing.state !== TicketState.called || callId === null) return wrongState(ticket);
  const body = { ticketId: ticket.id, servicePointId, callId };
  return accept(withReason({ type: 'v1.TicketRecalled', body }, command.reason, ticket));
}

function wrongState(ticket: TicketRecord): Decision {
  return refuse('wrong-state', { ticketId: ticket.id, state: ticket.standing.state });
}

// What staff do to the steps of a visit: begin them from a template, add, skip and move them, and say that something is
// ready. Where the patient stands now is never one of them while somebody is with them.

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import type { Journey, JourneyStep } from '@foyer/contracts/journey.ts';
import { mostJourneySteps } from '@foyer/contracts/journey-limits.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Moment } from '../decision.ts';
import type { QueueState, TicketRecord } from '../queue/queue-state.ts';
import { serviceOf, type QueueWorld } from '../queue/queue-world.ts';
import { withReason } from '../queue/sealed-reason.ts';
import { goesOn } from './go-on.ts';
import { isOver, skipped, stepOf, stepsFrom, waitsFor } from './steps.ts';

export const journeyCommandTypes = [
  'start-journey',
  'add-journey-step',
  'skip-journey-step',
  'move-journey-step',
  'mark-ready',
] as const;
export type JourneyCommandType = (typeof journeyCommandTypes)[number];
export type JourneyCommand = { [T in JourneyCommandType]: CommandOf<T> }[JourneyCommandType];

export function decideJourney(
  command: JourneyCommand,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  if (!isOpen(ticket.standing.state)) return wrongState(ticket);
  switch (command.type) {
    case 'start-journey':
      return start(command, ticket, world, moment);
    case 'add-journey-step':
      return add(command, ticket, world, moment);
    case 'skip-journey-step':
      return skip(command, ticket, state, world, moment);
    case 'move-journey-step':
      return move(command, ticket);
    case 'mark-ready':
      return markReady(command, ticket);
    default:
      return assertNever(command);
  }
}

function start(
  { journeyId, reason }: CommandOf<'start-journey'>,
  ticket: TicketRecord,
  { configuration }: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): Decision {
  const template = configuration.journeys?.find(({ id }) => id === journeyId);
  if (template === undefined) return refuse('unknown-journey');
  const { journey, serviceId } = ticket.standing;
  if (journey?.steps.some(({ state }) => state === 'ahead')) return refuse('journey-running');
  const steps = [...stepsFrom(template, serviceId, moment.newId)];
  return explained({ type: 'v1.JourneyStarted', body: { ticketId: ticket.id, journeyId, steps } }, reason, ticket);
}

/** A visit of one service becomes one of two: that of the queue it stands in is the first. */
function add(
  { serviceId, after = [], whenReady, reason }: CommandOf<'add-journey-step'>,
  ticket: TicketRecord,
  world: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): Decision {
  if (serviceOf(world, serviceId) === undefined) return refuse('unknown-service');
  const { journey } = ticket.standing;
  if (after.some((id) => stepOf(journey, id) === undefined)) return refuse('unknown-step');
  const step: JourneyStep = {
    id: moment.newId(),
    serviceId,
    after: [...after],
    ...(whenReady === undefined ? {} : { whenReady }),
    state: 'ahead',
  };
  if (journey === undefined || isOver(journey)) {
    const here: JourneyStep = { id: moment.newId(), serviceId: ticket.standing.serviceId, after: [], state: 'here' };
    const steps = [here, step];
    return explained({ type: 'v1.JourneyStarted', body: { ticketId: ticket.id, steps } }, reason, ticket);
  }
  if (journey.steps.length >= mostJourneySteps) return refuse('too-many-steps');
  return explained({ type: 'v1.JourneyStepAdded', body: { ticketId: ticket.id, step } }, reason, ticket);
}

function skip(
  { stepId, reason }: CommandOf<'skip-journey-step'>,
  ticket: TicketRecord,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): Decision {
  const { journey } = ticket.standing;
  const step = stepOf(journey, stepId);
  if (journey === undefined || step === undefined) return refuse('unknown-step');
  if (reason === undefined && step.optional !== true) return refuse('reason-needed');
  const fact = withReason(
    { type: 'v1.JourneyStepSkipped' as const, body: { ticketId: ticket.id, stepId } },
    reason,
    ticket,
  );
  if (step.state === 'ahead') return accept(fact);
  if (step.state !== 'here' || isWithStaff(ticket)) return refuse('wrong-step-state', { stepState: step.state });
  const onward = goesOn(ticket, skipped(journey, stepId), state, world, moment);
  return onward.some(({ type }) => type === 'v1.JourneyWentOn') ? accept(fact, ...onward) : refuse('last-step');
}

function move({ stepId, beforeStepId, reason }: CommandOf<'move-journey-step'>, ticket: TicketRecord): Decision {
  const { journey } = ticket.standing;
  const step = stepOf(journey, stepId);
  const before = stepOf(journey, beforeStepId);
  if (journey === undefined || step === undefined || before === undefined) return refuse('unknown-step');
  for (const { state } of [step, before]) {
    if (state !== 'ahead') return refuse('wrong-step-state', { stepState: state });
  }
  if (step === before || isBefore(journey, stepId, beforeStepId)) {
    return noEffect('move-journey-step', { ticketId: ticket.id });
  }
  const body = { ticketId: ticket.id, stepId, beforeStepId };
  return explained({ type: 'v1.JourneyStepMoved', body }, reason, ticket);
}

function markReady({ stepId, reason }: CommandOf<'mark-ready'>, ticket: TicketRecord): Decision {
  const step = stepOf(ticket.standing.journey, stepId);
  if (step === undefined) return refuse('unknown-step');
  if (step.ready === true) return noEffect('mark-ready', { ticketId: ticket.id });
  if (step.whenReady !== true || (step.state !== 'ahead' && step.state !== 'here')) {
    return refuse('wrong-step-state', { stepState: step.state });
  }
  return explained({ type: 'v1.JourneyStepReady', body: { ticketId: ticket.id, stepId } }, reason, ticket);
}

function isBefore(journey: Journey, stepId: string, beforeStepId: string): boolean {
  return waitsFor(journey, beforeStepId, stepId);
}

function isWithStaff({ standing: { state } }: TicketRecord): boolean {
  return state === TicketState.called || state === TicketState.serving;
}

function explained(fact: Fact, reason: string | undefined, ticket: TicketRecord): Decision {
  return accept(withReason(fact, reason, ticket));
}

function wrongState(ticket: TicketRecord): Decision {
  return refuse('wrong-state', { ticketId: ticket.id, state: ticket.standing.state });
}

// Where a ticket goes when a step of its visit is over: by itself, with its number, and to one queue alone. Among the
// steps that may be taken next, one that waits for nothing to be ready, whose service has an open room, where the fewest
// wait. A step whose queue the patient stands in with another ticket, or whose service is gone, is skipped.

import type { Fact, FactOf } from '@foyer/contracts/events.ts';
import type { Journey, JourneyStep } from '@foyer/contracts/journey.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { Decision, Moment } from '../decision.ts';
import { waitingFor } from '../queue/order.ts';
import type { QueueState, TicketRecord } from '../queue/queue-state.ts';
import { serviceOf, type QueueWorld } from '../queue/queue-world.ts';
import { awaitsReady, finishedHere, openSteps, skipped, stepsFrom } from './steps.ts';

type World = Pick<QueueWorld, 'configuration'>;
type Onward = FactOf<'v1.JourneyStepSkipped'> | FactOf<'v1.JourneyWentOn'>;

/** What was decided, and what follows from it: a number that begins a journey, a finished step that leads to the next. */
export function withJourneys(decision: Decision, state: QueueState, world: World, moment: Moment): Decision {
  if (!decision.ok) return decision;
  const facts = decision.facts.flatMap((fact): readonly Fact[] => {
    if (fact.type === 'v1.TicketIssued') return [fact, ...begun(fact.body, world, moment)];
    if (fact.type === 'v1.ServiceFinished') return [fact, ...onwardFrom(fact.body.ticketId, state, world, moment)];
    return [fact];
  });
  return { ok: true, facts };
}

function begun(
  { ticketId, serviceId }: FactOf<'v1.TicketIssued'>['body'],
  { configuration }: World,
  moment: Moment,
): readonly FactOf<'v1.JourneyStarted'>[] {
  const template = configuration.journeys?.find(({ startsWith }) => startsWith === serviceId);
  if (template === undefined) return [];
  const steps = [...stepsFrom(template, serviceId, moment.newId)];
  return [{ type: 'v1.JourneyStarted', body: { ticketId, journeyId: template.id, steps, byItself: true } }];
}

function onwardFrom(ticketId: string, state: QueueState, world: World, moment: Moment): readonly Onward[] {
  const ticket = state.tickets.get(ticketId);
  const journey = ticket?.standing.journey;
  return ticket === undefined || journey === undefined
    ? []
    : goesOn(ticket, finishedHere(journey), state, world, moment);
}

/** The steps that are passed over, and the one it goes to; none when nothing is ahead. */
export function goesOn(
  ticket: TicketRecord,
  journey: Journey,
  state: QueueState,
  world: World,
  moment: Moment,
): readonly Onward[] {
  const open = openSteps(journey);
  const passed = open.find((step) => isPassed(step, ticket, state, world));
  if (passed !== undefined) {
    const other = otherTicketIn(passed, ticket, state);
    const body = { ticketId: ticket.id, stepId: passed.id, byItself: true } as const;
    const fact = { ...body, ...(other === undefined ? {} : { otherTicketId: other.id }) };
    const rest = goesOn(ticket, skipped(journey, passed.id), state, world, moment);
    return [{ type: 'v1.JourneyStepSkipped', body: fact }, ...rest];
  }
  const ranks = open.map((step) => ({ step, rank: rankOf(step, state, world) }));
  const [best] = ranks.toSorted((a, b) => firstDifference(a.rank, b.rank));
  if (best === undefined) return [];
  const { id: stepId, serviceId: toServiceId } = best.step;
  const body = {
    ticketId: ticket.id,
    stepId,
    fromServiceId: ticket.standing.serviceId,
    toServiceId,
    placeAt: moment.at,
    ...(awaitsReady(best.step) ? { waitsForReady: true as const } : {}),
  };
  return [{ type: 'v1.JourneyWentOn', body }];
}

function isPassed(step: JourneyStep, ticket: TicketRecord, state: QueueState, world: World): boolean {
  return serviceOf(world, step.serviceId) === undefined || otherTicketIn(step, ticket, state) !== undefined;
}

function otherTicketIn({ serviceId }: JourneyStep, ticket: TicketRecord, state: QueueState): TicketRecord | undefined {
  if (ticket.patientId === null) return undefined;
  for (const other of state.tickets.values()) {
    const isTheirs = other.patientId === ticket.patientId && other.id !== ticket.id;
    if (isTheirs && other.standing.serviceId === serviceId && isOpen(other.standing.state)) return other;
  }
  return undefined;
}

/** Smaller is better, the first number that differs counts; the order of the steps is what is left. */
function rankOf(step: JourneyStep, state: QueueState, { configuration }: World): readonly number[] {
  const isServed = configuration.servicePoints.some(
    ({ id, serviceIds }) => serviceIds.includes(step.serviceId) && state.servicePoints.get(id)?.state === 'open',
  );
  return [Number(awaitsReady(step)), Number(!isServed), waitingFor(state, step.serviceId).length];
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

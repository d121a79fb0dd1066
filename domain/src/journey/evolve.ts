// What a fact of a journey does to its ticket's standing. Total: a ticket without a journey stays as it is.

import type { FactOf, TicketStanding } from '@foyer/contracts/events.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { awaitsReady, madeReady, movedBefore, skipped, stepHere, wentOn, withStep } from './steps.ts';

type JourneyFactType =
  | 'v1.JourneyStarted'
  | 'v1.JourneyStepAdded'
  | 'v1.JourneyStepMoved'
  | 'v1.JourneyStepSkipped'
  | 'v1.JourneyStepReady';
export type JourneyFact = { [T in JourneyFactType]: FactOf<T> }[JourneyFactType];

/** Its steps in their new standing; where it waited for what is ready now, it waits to be called. */
export function withJourneyFact(standing: TicketStanding, { type, body }: JourneyFact): TicketStanding {
  const { journey } = standing;
  if (type === 'v1.JourneyStarted') {
    const { journeyId, steps } = body;
    return { ...standing, journey: { ...(journeyId === undefined ? {} : { journeyId }), steps } };
  }
  if (journey === undefined) return standing;
  switch (type) {
    case 'v1.JourneyStepAdded':
      return { ...standing, journey: withStep(journey, body.step) };
    case 'v1.JourneyStepMoved':
      return { ...standing, journey: movedBefore(journey, body.stepId, body.beforeStepId) };
    case 'v1.JourneyStepSkipped':
      return { ...standing, journey: skipped(journey, body.stepId) };
    case 'v1.JourneyStepReady': {
      const here = stepHere(journey);
      const isCalledNow = standing.state === TicketState.onHold && here?.id === body.stepId && awaitsReady(here);
      const state = isCalledNow ? { state: TicketState.waiting, heldUntil: null, heldByTicket: false } : {};
      return { ...standing, ...state, journey: madeReady(journey, body.stepId) };
    }
  }
}

/** Where it stands once it went on. */
export function wentOnTo(
  standing: TicketStanding,
  { body }: FactOf<'v1.JourneyWentOn'>,
): Pick<TicketStanding, 'state' | 'serviceId' | 'placeAt' | 'forServicePointId' | 'cameFrom' | 'journey'> {
  const { stepId, toServiceId, placeAt, waitsForReady } = body;
  return {
    state: waitsForReady === true ? TicketState.onHold : TicketState.waiting,
    serviceId: toServiceId,
    placeAt,
    forServicePointId: null,
    cameFrom: null,
    ...(standing.journey === undefined ? {} : { journey: wentOn(standing.journey, stepId) }),
  };
}

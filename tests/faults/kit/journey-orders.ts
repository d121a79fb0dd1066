/** What staff do at random to the steps of a visit, by the names that a template gives them. */
import type { JourneyTemplate } from '@foyer/contracts/journey.ts';
import type { Random } from '../../bench/kit/random.ts';
import { pickOne } from './pick-one.ts';
import type { QueueOrder } from './queue-orders.ts';

const reason = 'said by the doctor';

/**
 * Of one queue, so that the same rooms call for every step: one after the other, then one that has to be ready. It begins
 * by itself with every number that is taken.
 */
export function journeyOfOneService(id: string, serviceId: string): JourneyTemplate {
  return {
    id,
    name: { en: 'There and back' },
    startsWith: serviceId,
    steps: [
      { id: 'first', serviceId, after: [] },
      { id: 'then', serviceId, after: ['first'] },
      { id: 'besides', serviceId, after: ['first'], optional: true },
      { id: 'at-last', serviceId, after: ['then'], whenReady: true },
    ],
  };
}

export function aJourneyOrder(ticketId: string, { id: journeyId, steps }: JourneyTemplate, random: Random): QueueOrder {
  const stepId = pickOne(steps, random)!.id;
  const what = random.below(100);
  if (what < 60) return { type: 'start-journey', ticketId, journeyId };
  if (what < 68) {
    const after = random.below(2) === 0 ? {} : { after: [stepId] };
    return { type: 'add-journey-step', ticketId, serviceId: steps[0]!.serviceId, ...after };
  }
  if (what < 76) return { type: 'skip-journey-step', ticketId, stepId, reason };
  if (what < 84) {
    return { type: 'move-journey-step', ticketId, stepId, beforeStepId: pickOne(steps, random)!.id, reason };
  }
  return { type: 'mark-ready', ticketId, stepId: random.below(2) === 0 ? 'at-last' : stepId };
}

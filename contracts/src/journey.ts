// A patient's way through the clinic in one visit, as data: steps, each in the queue of a service, some of them after
// others. A clinic keeps templates; a ticket carries its own copy, which staff may change.

import Type, { type Static } from 'typebox';
import { mostJourneySteps, mostJourneys } from './journey-limits.ts';
import { LocalisedTextSchema, Uuid, oneOf, strictObject } from './schema.ts';

export const StepId = Type.String({ pattern: '^[A-Za-z0-9._-]{1,40}$' });
const step = {
  id: StepId,
  serviceId: Uuid,
  /** The steps that come before it. Those that wait for none of each other are taken in any order. */
  after: Type.Array(StepId, { maxItems: mostJourneySteps, uniqueItems: true }),
  /** Skipped without a reason. */
  optional: Type.Optional(Type.Literal(true)),
  /** Its patient is called only once staff have said that it is ready, whatever is paid: medicines. */
  whenReady: Type.Optional(Type.Literal(true)),
};

export const JourneyTemplate = strictObject({
  id: Uuid,
  name: LocalisedTextSchema,
  /** A number for this service begins the journey by itself; absent: staff begin it. */
  startsWith: Type.Optional(Uuid),
  steps: Type.Array(strictObject(step), { minItems: 1, maxItems: mostJourneySteps }),
});
export type JourneyTemplate = Static<typeof JourneyTemplate>;
/** Of a clinic's configuration. */
export const journeysOfClinic = { journeys: Type.Optional(Type.Array(JourneyTemplate, { maxItems: mostJourneys })) };

/** `here`: the ticket stands in its queue, or is served. */
export const stepStates = ['ahead', 'here', 'done', 'skipped'] as const;
export type StepState = (typeof stepStates)[number];

export const JourneyStep = Type.Object({
  ...step,
  state: oneOf(stepStates),
  ready: Type.Optional(Type.Literal(true)),
});
export type JourneyStep = Static<typeof JourneyStep>;

/** In the order in which they are shown; at most one is `here`. */
export const Journey = Type.Object({ journeyId: Type.Optional(Uuid), steps: Type.Array(JourneyStep) });
export type Journey = Static<typeof Journey>;

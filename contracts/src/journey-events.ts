// Facts of a ticket's journey. Each changes the ticket's own copy of the steps, so that the log alone explains where it
// went and why. What follows from a step by itself (`byItself`) is taken back with that step.

import Type from 'typebox';
import { JourneyStep, StepId } from './journey.ts';
import { EpochMsNumber, Uuid } from './schema.ts';

const ticket = { ticketId: Uuid };
const onStep = { ...ticket, stepId: StepId };
const byItself = { byItself: Type.Optional(Type.Literal(true)) };
const onPaper = { occurredAt: Type.Optional(EpochMsNumber) };

export const journeyEvents = {
  'v1.JourneyStarted': Type.Object({
    ...ticket,
    /** The template; absent: made by hand. */
    journeyId: Type.Optional(Uuid),
    steps: Type.Array(JourneyStep),
    ...byItself,
    ...onPaper,
  }),
  'v1.JourneyStepAdded': Type.Object({ ...ticket, step: JourneyStep, ...onPaper }),
  'v1.JourneyStepMoved': Type.Object({ ...onStep, beforeStepId: StepId, ...onPaper }),
  /** `otherTicketId`: by which the patient stands in that queue anyway. */
  'v1.JourneyStepSkipped': Type.Object({ ...onStep, otherTicketId: Type.Optional(Uuid), ...byItself, ...onPaper }),
  'v1.JourneyStepReady': Type.Object({ ...onStep, ...onPaper }),
  /** It goes on to this step, with its number; `waitsForReady`: it is called once the step is ready. */
  'v1.JourneyWentOn': Type.Object({
    ...onStep,
    fromServiceId: Uuid,
    toServiceId: Uuid,
    placeAt: Type.Number(),
    waitsForReady: Type.Optional(Type.Literal(true)),
    ...onPaper,
  }),
} as const;

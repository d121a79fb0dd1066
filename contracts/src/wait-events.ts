// What the log keeps of waits: what was estimated of a ticket when it was given, and how a day's estimates came out.

import Type, { type Static } from 'typebox';
import { EpochMsNumber, LocalDateText, Uuid, oneOf } from './schema.ts';
import { dayMs } from './time.ts';
import { waitBases } from './wait-view.ts';

const WaitMs = Type.Integer({ minimum: 0, maximum: 7 * dayMs });

/** Of ten such waits, six are to end within it. */
export const EstimatedWait = Type.Object({
  ticketId: Uuid,
  serviceId: Uuid,
  estimatedAt: EpochMsNumber,
  fromMs: WaitMs,
  untilMs: WaitMs,
  medianMs: WaitMs,
  basis: oneOf(waitBases),
});
export type EstimatedWait = Static<typeof EstimatedWait>;

/** Of one service, over the tickets that were called. */
export const GradedWaits = Type.Object({
  serviceId: Uuid,
  predicted: Type.Integer({ minimum: 1 }),
  within: Type.Integer({ minimum: 0 }),
  /** `within` of `predicted`. */
  coverage: Type.Number({ minimum: 0, maximum: 1 }),
  rmseMinutes: Type.Number({ minimum: 0 }),
  /** Above 0: people waited less than was estimated. */
  biasMinutes: Type.Number(),
});
export type GradedWaits = Static<typeof GradedWaits>;

export const waitEvents = {
  /** Once for each ticket, soon after it was given. */
  'v1.WaitEstimated': EstimatedWait,
  /** After a business day: how its estimates came out. */
  'v1.WaitGraded': Type.Object({
    businessDay: LocalDateText,
    services: Type.Array(GradedWaits, { maxItems: 60 }),
    /** Of those who were booked to come that day: how many did. Absent: nobody was booked. */
    appointments: Type.Optional(
      Type.Object({ booked: Type.Integer({ minimum: 1 }), came: Type.Integer({ minimum: 0 }) }),
    ),
  }),
} as const;

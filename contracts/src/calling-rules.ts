// Who is called next, as a clinic wants it. Asked in the order of `choiceRules`; without any rules it is the class, then
// the longest wait. What does not fit is said by `calling-rules-faults.ts`, each fault with its path.

import Type, { type Static } from 'typebox';
import { callingOrders, choiceRules, mostShare } from './calling-choices.ts';
import type { ServicePointId, TicketId } from './ids.ts';
import { ShortText, Uuid, oneOf, strictObject } from './schema.ts';
import { needs, priorityClasses } from './ticket-state.ts';
import type { EpochMs } from './time.ts';

const Minutes = Type.Integer({ minimum: 0, maximum: 1440 });
const Share = Type.Integer({ minimum: 0, maximum: mostShare });

const calling = {
  /** While somebody in that queue has waited longer, it is called from; the first that is so counts. */
  conditions: Type.Array(strictObject({ serviceId: Uuid, overMinutes: Minutes }), { maxItems: 20 }),
  /** So many calls of each class in turn; absent: the order alone. */
  shares: Type.Optional(strictObject({ priority: Share, booked: Share, 'walk-in': Share })),
  /** The final rule. */
  order: oneOf(callingOrders),
};
export const Calling = strictObject(calling);
export type Calling = Static<typeof Calling>;

/** How one service point calls, or one person wherever they work; exactly one of the two is named, a person counts first. */
export const WorkProfile = strictObject({
  servicePointId: Type.Optional(Uuid),
  staffId: Type.Optional(Uuid),
  /** Of the services that the point offers. */
  serves: Type.Array(Uuid, { maxItems: 60, uniqueItems: true }),
  ...calling,
});
export type WorkProfile = Static<typeof WorkProfile>;

export const ServiceCalling = strictObject({
  serviceId: Uuid,
  /** Who comes later for their time than `appointments.lateMinutes` waits for this service instead. */
  lateTo: Type.Optional(Uuid),
  /** Only somebody with this skill calls for it. */
  skill: Type.Optional(ShortText),
  /** How long one visit takes; given, a kiosk stops giving numbers when the minutes of the day are given. */
  meanMinutes: Type.Optional(Minutes),
  /** A quota, beside the clinic's own limit: the lower one counts. */
  walkInsPerDay: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
});
export type ServiceCalling = Static<typeof ServiceCalling>;

export const CallingRules = strictObject({
  /** Of every service point that has no profile. */
  usual: Calling,
  profiles: Type.Array(WorkProfile, { maxItems: 300 }),
  /** Whoever has waited so long is called before all but emergencies, whatever else is said here. */
  longestWaitMinutes: Minutes,
  /** With every so many minutes of waiting one class higher, never as high as an emergency; absent: it stays. */
  ageingMinutes: Type.Optional(Minutes),
  /** After this wait a profile, a skill or a named practitioner holds nobody back any more. */
  opensAfterMinutes: Minutes,
  /** Given, the wait of who is booked is measured from the booked time. */
  appointments: Type.Optional(
    strictObject({
      /** So long before their time they may be called as if it were come. */
      earlyMinutes: Minutes,
      /** Whoever comes later than this waits as a walk-in, from their arrival. */
      lateMinutes: Minutes,
    }),
  ),
  /** Who has one of these needs counts as having waited so many minutes more. */
  needsEarlier: Type.Optional(
    strictObject({
      needs: Type.Array(oneOf(needs), { minItems: 1, maxItems: needs.length, uniqueItems: true }),
      minutes: Minutes,
    }),
  ),
  services: Type.Array(ServiceCalling, { maxItems: 60 }),
  people: Type.Array(
    strictObject({ staffId: Uuid, skills: Type.Array(ShortText, { maxItems: 40, uniqueItems: true }) }),
    { maxItems: 500 },
  ),
  /** Who is booked with somebody is called by that person. */
  namedPractitioners: Type.Optional(Type.Literal(true)),
  /** To a nurse, whoever waits is a number and needs. */
  hideNamesUntilCalled: Type.Optional(Type.Literal(true)),
});
export type CallingRules = Static<typeof CallingRules>;

/** Null: none, the class and then the longest wait. */
export const MaybeCallingRules = Type.Union([CallingRules, Type.Null()]);

/** What chose, as the fact of a call carries it. */
export const ChosenBy = Type.Object({
  /** Of the rules; each change is one more. */
  revision: Type.Integer({ minimum: 1 }),
  rule: oneOf(choiceRules),
  /** Which of the profile's conditions, from 0. */
  condition: Type.Optional(Type.Integer({ minimum: 0 })),
  /** What it counted as when the classes take turns: who came late is a walk-in. */
  priorityClass: oneOf(priorityClasses),
});
export type ChosenBy = Static<typeof ChosenBy>;

/** `GET /api/v1/calling-rules`. */
export interface CallingRulesNow {
  /** 0: none were ever set. */
  readonly revision: number;
  readonly rules: CallingRules | null;
  readonly setAt?: EpochMs;
}

/** `POST /api/v1/calling-rules/preview`: what these would do to the queue of this moment. */
export const CallingPreviewRequest = strictObject({ rules: MaybeCallingRules });
export type CallingPreviewRequest = Static<typeof CallingPreviewRequest>;
export interface CallingPreview {
  /** Every service point of the clinic, in its order. */
  readonly points: readonly PointPreview[];
}
export interface PointPreview {
  readonly servicePointId: ServicePointId;
  /** Whom it would call, one after the other, if it called alone at this moment: at most ten. */
  readonly now: readonly NextCall[];
  readonly changed: readonly NextCall[];
  /** Of those in either list, who would be called sooner (positive) or later; in the order of `changed`. */
  readonly moves: readonly {
    readonly ticketId: TicketId;
    readonly number: string;
    readonly by: number;
    /** Set for whom the point would hold back (`now`), or does not hold back any more (`changed`). */
    readonly only?: 'now' | 'changed';
  }[];
}
export interface NextCall {
  readonly ticketId: TicketId;
  readonly number: string;
  /** Absent: no rules. */
  readonly chosenBy?: Pick<ChosenBy, 'rule' | 'condition'>;
}

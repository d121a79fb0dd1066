// What the first run says of a clinic before anything in it has an id: `POST /api/v1/first-run`. The schemas hold the
// shapes alone; what does not fit together is found by `set-up-faults.ts`, at the edge and on the page alike.

import Type, { type Static } from 'typebox';
import { ClosedDates } from './closed-dates.ts';
import { OpeningHours, directionArrows } from './configuration.ts';
import type { EnrolmentState } from './http-api.ts';
import { staffRoles } from './roles.ts';
import { LanguageTag, PublicKeyText, ShortText, UuidV7, oneOf, strictObject } from './schema.ts';
import type { SetUpFault } from './set-up-faults.ts';

/** What a person typed: it may be empty, and is then found by its path. */
const Typed = Type.String({ maxLength: 120 });
const TypedInLanguages = strictObject({
  en: Typed,
  es: Type.Optional(Typed),
  zh: Type.Optional(Typed),
  ar: Type.Optional(Typed),
});
/** Names a service within the set-up alone. */
const ServiceKey = Type.String({ minLength: 1, maxLength: 40 });

export const ServiceSetUp = strictObject({
  key: ServiceKey,
  name: TypedInLanguages,
  prefix: Type.String({ maxLength: 4 }),
  waitingArea: TypedInLanguages,
  walkIn: Type.Boolean(),
  targetMinutes: Type.Integer(),
  /** Absent: it is not charged. */
  priceMinor: Type.Optional(Type.Integer()),
  /** The one that a patient who was not found gets a number to. */
  isDesk: Type.Optional(Type.Boolean()),
});
export type ServiceSetUp = Static<typeof ServiceSetUp>;

export const ServicePointSetUp = strictObject({
  name: TypedInLanguages,
  serviceKeys: Type.Array(ServiceKey, { maxItems: 40 }),
  direction: Type.Optional(oneOf(directionArrows)),
});
export type ServicePointSetUp = Static<typeof ServicePointSetUp>;

export const StaffSetUp = strictObject({
  name: Typed,
  roles: Type.Array(oneOf(staffRoles), { maxItems: staffRoles.length, uniqueItems: true }),
  pin: Type.String({ maxLength: 20 }),
});
export type StaffSetUp = Static<typeof StaffSetUp>;

export const ClinicSetUp = strictObject({
  clinic: strictObject({
    name: Typed,
    code: Typed,
    zone: Typed,
    currency: Typed,
    languages: Type.Array(LanguageTag, { maxItems: 4, uniqueItems: true }),
  }),
  openingHours: Type.Array(OpeningHours, { maxItems: 60 }),
  closedDates: Type.Optional(ClosedDates),
  services: Type.Array(ServiceSetUp, { maxItems: 60 }),
  servicePoints: Type.Array(ServicePointSetUp, { maxItems: 200 }),
  staff: Type.Array(StaffSetUp, { maxItems: 100 }),
});
export type ClinicSetUp = Static<typeof ClinicSetUp>;

export const FirstRunRequest = strictObject({
  /** The caller's own: the same again gets the same answer. */
  requestId: UuidV7,
  setUp: ClinicSetUp,
  /** Set by a tablet that wants in with it. */
  tablet: Type.Optional(strictObject({ name: ShortText, publicKey: Type.Optional(PublicKeyText) })),
});
export type FirstRunRequest = Static<typeof FirstRunRequest>;

export interface FirstRunAnswer {
  readonly ok: true;
  readonly clinicId: string;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly servicePoints: readonly { readonly id: string; readonly name: string }[];
  /** How the tablet that asked is let in. */
  readonly tablet?: Extract<EnrolmentState, { state: 'approved' }>;
}
/** What the refusal `set-up-faulty` carries. */
export interface SetUpRefusal {
  readonly code: 'set-up-faulty';
  readonly faults: readonly SetUpFault[];
}

/** `GET /api/v1/first-run`: how the box stands, to the bearer of the code on its console. */
export interface FirstRunStatus {
  /** Set once the box serves a clinic: then the code lets the first tablet in, and no more. */
  readonly clinicName?: string;
  /** A centre is connected: the clinic comes from there. */
  readonly fromCentre: boolean;
  /** Screens that show a code and wait to be let in. */
  readonly screensWaiting: number;
  readonly printer: 'ready' | 'unavailable' | 'none';
}

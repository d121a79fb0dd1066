// One detail of a patient that two people wrote without seeing each other's: every version is kept, until a person or
// the clinic's rule chooses, and afterwards. Source: ADR 0022.

import Type, { type Static } from 'typebox';
import { detailFields } from './detail-fields.ts';
import type { PatientId } from './ids.ts';
import { PatientDetails } from './patient.ts';
import { EpochMsNumber, LocalDateText, ShortText, Uuid, oneOf, strictObject } from './schema.ts';

const editSides = ['clinic', 'centre'] as const;
export type EditSide = (typeof editSides)[number];

/** What is done where two versions of a detail meet: the newer one stands, or a person is asked. */
const DetailRule = oneOf(['newest', 'ask']);

/** Of a clinic's configuration; absent: the newest of these. A person is asked about all other details, whatever it says. */
export const DetailRules = strictObject({
  phone: Type.Optional(DetailRule),
  email: Type.Optional(DetailRule),
  address: Type.Optional(DetailRule),
  language: Type.Optional(DetailRule),
  needs: Type.Optional(DetailRule),
});
export type DetailRules = Static<typeof DetailRules>;

export const DetailVersion = Type.Object({
  /** That one field; without it: it was empty. */
  details: PatientDetails,
  side: oneOf(editSides),
  /** Who wrote it, and when; null: nobody knows any more. */
  by: Type.Union([ShortText, Type.Null()]),
  at: Type.Union([EpochMsNumber, Type.Null()]),
});
export type DetailVersion = Static<typeof DetailVersion>;

const Position = Type.Integer({ minimum: 0 });

export const DetailConflict = Type.Object({
  id: Uuid,
  patientId: Uuid,
  field: oneOf(detailFields),
  raisedAt: EpochMsNumber,
  /** In the order in which the centre heard of them; none is ever taken away. */
  versions: Type.Array(DetailVersion, { minItems: 2 }),
  /** Which of them holds while nothing is chosen. */
  standing: Position,
  chosen: Type.Union([Type.Null(), Type.Object({ version: Position, by: ShortText, at: EpochMsNumber })]),
});
export type DetailConflict = Static<typeof DetailConflict>;

/** `GET /api/v1/clinics/{id}/patients/{id}`. */
export interface CentrePatient {
  readonly id: PatientId;
  /** Made at the clinic, and not confirmed here yet. */
  readonly provisional: boolean;
  /** Whom this one turned out to be. */
  readonly linkedTo: PatientId | null;
  /** Null: erased. */
  readonly details: PatientDetails | null;
  readonly erased: boolean;
  /** Another one as soon as a detail is. */
  readonly version: string;
}

/** The body of `POST /api/v1/clinics/{id}/patients/find`: all that is said has to fit. */
export const FindPatientsRequest = Type.Object(
  {
    /** How it begins, the family name or the given name first. */
    name: Type.Optional(ShortText),
    birthDate: Type.Optional(LocalDateText),
    /** A phone number, or that of a card or a document. */
    number: Type.Optional(ShortText),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type FindPatientsRequest = Static<typeof FindPatientsRequest>;
export interface FoundPatients {
  readonly patients: readonly (Pick<PatientDetails, 'name' | 'birthDate' | 'phone'> & { readonly id: PatientId })[];
  /** More fit than are here. */
  readonly isMore: boolean;
}

/** Who chose where the clinic's rule did. */
export const byRule = 'rule';

/** The body of `POST /api/v1/clinics/{id}/patients/{id}/details`. */
export const DetailsRequest = strictObject({
  patient: PatientDetails,
  /** The same fields as they were shown. */
  before: PatientDetails,
  /** What is to be empty from now on. */
  cleared: Type.Optional(Type.Array(oneOf(detailFields), { maxItems: detailFields.length, uniqueItems: true })),
  /** Of all details as they were shown: where they are others by now, nothing is written. */
  version: Type.Optional(ShortText),
});
export type DetailsRequest = Static<typeof DetailsRequest>;

/** The body of `POST /api/v1/clinics/{id}/detail-conflicts/{id}/choose`; null: nothing, a person is to be asked. */
export const ChooseDetailRequest = strictObject({ version: Type.Union([Position, Type.Null()]) });
export type ChooseDetailRequest = Static<typeof ChooseDetailRequest>;

// What a desk asks of everyone whom an edge holds, and what it is told: finding somebody while typing, reading one
// person to correct what is written of them, and that today's list was printed.

import Type, { type Static } from 'typebox';
import type { PatientId } from './ids.ts';
import type { identifierKinds } from './identifier-kinds.ts';
import type { PatientDetails } from './patient.ts';
import { strictObject } from './schema.ts';
import type { PatientView } from './staff-view.ts';

/** The body of `POST /api/v1/patient-searches`: a beginning of names, a birth date, a phone's end, a document number. */
export const PatientSearchRequest = strictObject({ typed: Type.String({ minLength: 1, maxLength: 200 }) });
export type PatientSearchRequest = Static<typeof PatientSearchRequest>;

export interface FoundPatient extends PatientView {
  /** The end of a document's number, where somebody else in the answer has the same name and birth date. */
  readonly identifier?: { readonly kind: (typeof identifierKinds)[number]; readonly end: string };
  /** Under which tickets of today may still know the person. */
  readonly earlierIds: readonly PatientId[];
}

export interface PatientSearchAnswer {
  /** In the order of their names, at most twenty. */
  readonly patients: readonly FoundPatient[];
  /** Whether there are more: a further letter tells them apart. */
  readonly more: boolean;
}

/** `GET /api/v1/patients/{id}`: what the desk may correct. */
export type PatientRecord = { readonly id: PatientId } & Readonly<
  Pick<PatientDetails, 'name' | 'birthDate' | 'phone' | 'language' | 'needs' | 'identifiers'>
>;

/** The body of `POST /api/v1/list-prints`. */
export const ListPrintRequest = strictObject({});

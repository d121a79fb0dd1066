// A patient as registration at a clinic knows one: identification and contact data, nothing clinical.
// Field names are FHIR's Patient where it has them.

import Type, { type Static } from 'typebox';
import { administrativeGenders } from './administrative-gender.ts';
import { identifierKinds } from './identifier-kinds.ts';
import { FreeText, LanguageTag, LocalDateText, ShortText, oneOf, strictObject } from './schema.ts';
import { needs } from './ticket-state.ts';

export const PatientName = strictObject({
  family: Type.Optional(ShortText),
  given: Type.Optional(ShortText),
});
export type PatientName = Static<typeof PatientName>;

export const PatientIdentifier = strictObject({
  kind: oneOf(identifierKinds),
  value: Type.String({ minLength: 1, maxLength: 60 }),
  /** Who issued it: ISO 3166 alpha-3 for a passport. */
  issuer: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
});
export type PatientIdentifier = Static<typeof PatientIdentifier>;

/** Every field may be absent: a number is never withheld because a field was skipped. */
export const PatientDetails = strictObject({
  name: Type.Optional(PatientName),
  birthDate: Type.Optional(LocalDateText),
  gender: Type.Optional(oneOf(administrativeGenders)),
  identifiers: Type.Optional(Type.Array(PatientIdentifier, { maxItems: 8 })),
  phone: Type.Optional(Type.String({ minLength: 3, maxLength: 32 })),
  email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
  address: Type.Optional(FreeText),
  language: Type.Optional(LanguageTag),
  needs: Type.Optional(Type.Array(oneOf(needs), { maxItems: needs.length, uniqueItems: true })),
});
export type PatientDetails = Static<typeof PatientDetails>;

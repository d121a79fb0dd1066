import type { PatientDetails } from './patient.ts';

/** What is known of a patient, detail by detail. */
export const detailFields = [
  'name',
  'birthDate',
  'gender',
  'identifiers',
  'phone',
  'email',
  'address',
  'language',
  'needs',
] as const satisfies readonly (keyof PatientDetails)[];
export type DetailField = (typeof detailFields)[number];

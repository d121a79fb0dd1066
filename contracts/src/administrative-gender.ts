/** FHIR's AdministrativeGender. Constants alone, so that a screen's bundle may carry them. */
export const administrativeGenders = ['male', 'female', 'other', 'unknown'] as const;
export type AdministrativeGender = (typeof administrativeGenders)[number];

// Finding somebody among everyone whom this edge holds: registered here or sent by the centre, as one person. Every
// answer is at least as new as the last commit that was told; an erased person is never found.

import type { StoredPatient } from './read-model.ts';

export interface PersonFound extends StoredPatient {
  /** Ids that the person had here before the centre gave its own; tickets may still name them. */
  readonly earlierIds: readonly string[];
}

export interface PeopleFound {
  readonly people: readonly PersonFound[];
  /** Whether more than these fit what was typed. */
  readonly more: boolean;
}

export interface PatientSearch {
  /** `typed` is a beginning of names in any order, a birth date, the end of a phone, a document number, or several. */
  find(typed: string, atMost: number): PeopleFound;
}

// People as a desk asks for them. Whom a member of staff was shown goes into the access log.

import type { PatientRecord, PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';

export interface DeskPeople {
  /** Undefined while there is no clinic yet. */
  find(staffId: string, typed: string): PatientSearchAnswer | undefined;
  /** Undefined where nobody is known by this id, or was erased. */
  record(staffId: string, patientId: string): PatientRecord | undefined;
  /** Everybody booked for today left the house on paper. */
  listPrinted(staffId: string): void;
}

import type { PatientId } from '@foyer/contracts/ids.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Edits } from '@foyer/domain/patients/detail-conflict.ts';

export interface Patient {
  readonly patientId: PatientId;
  /** Made at an edge and not yet confirmed here. */
  readonly provisional: boolean;
  /** The patient that this one turned out to be. */
  readonly linkedTo: PatientId | null;
  /** Null after erasure. */
  readonly details: PatientDetails | null;
  readonly erasedAt: EpochMs | null;
  /** Of each detail the last edit, where it is known. */
  readonly edits: Edits;
}

export interface NewPatient {
  readonly patientId: PatientId;
  readonly details: PatientDetails;
}

/** What a patient is looked for by; equal texts mean the same. */
export interface PatientKeys {
  /** Birth date and names, folded; null when one of them is missing. */
  readonly matchKey: string | null;
  /** The last digits of the phone number. */
  readonly phoneKey: string | null;
}

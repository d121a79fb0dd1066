import type { PatientId } from '@foyer/contracts/ids.ts';

/** Who looked at what. Appended, never changed: the service's role may not. */
export interface Access {
  readonly userId: string;
  readonly action: 'patient-read' | 'work-item-resolved';
  readonly patientId?: PatientId;
}

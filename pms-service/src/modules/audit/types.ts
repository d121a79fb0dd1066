import type { PatientId } from '@foyer/contracts/ids.ts';

/** Who looked at what, or settled what. Appended, never changed: the service's role may not. */
export type Access = { readonly userId: string } & (
  | { readonly action: 'patient-read' | 'patient-changed'; readonly patientId: PatientId }
  | { readonly action: 'detail-chosen'; readonly conflictId: string }
  | { readonly action: 'work-item-resolved'; readonly workItemId: string }
  | { readonly action: 'clinic-key-given' }
  | {
      readonly action: 'dead-letter-read' | 'dead-letter-applied' | 'dead-letter-mended' | 'dead-letter-set-aside';
      readonly epoch: number;
      readonly seq: number;
    }
  | { readonly action: 'restore-code-given' }
);

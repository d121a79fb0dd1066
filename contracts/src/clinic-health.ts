// How each clinic's relay, box and copies are, as the centre knows them: `GET /api/v1/clinic-health`. What a clinic has not
// said the centre does not guess: absent means that it has not.

import type { ClinicId } from './ids.ts';
import type { EpochMs, ZoneName } from './time.ts';

/** What needs somebody, the most pressing first. Each is a word of the runbook. */
export const clinicNeeds = [
  'fork',
  'chain-broken',
  'edge-cloned',
  'edge-restored',
  'unknown-epoch',
  'log-unproven',
  'disk-broken',
  'disk-full',
  'clinic-not-heard',
  'update-stuck',
  'dead-letters',
  'rows-waiting',
  'feed-behind',
  'backup-old',
  'copy-behind',
  'update-rolled-back',
  'disk-nearly-full',
] as const;
export type ClinicNeed = (typeof clinicNeeds)[number];
/** With one of these nothing of the clinic is taken in until a person has looked. */
export const haltingNeeds: readonly ClinicNeed[] = [
  'fork',
  'chain-broken',
  'edge-cloned',
  'edge-restored',
  'unknown-epoch',
];

export interface ClinicHealth {
  readonly id: ClinicId;
  readonly code: string;
  readonly name: string;
  readonly zone: ZoneName;
  /** Absent: never. */
  readonly lastHeardAt?: EpochMs;
  /** Of the last row here; 0 before the first. */
  readonly epoch: number;
  readonly seq: number;
  /** Rows that the clinic has and the centre has not, as the clinic said last. */
  readonly waitingRows: number;
  /** None of those that wait is older. */
  readonly waitingSince?: EpochMs;
  /** Things of the centre that the clinic has not taken; absent: it takes all of them anew, or has not said. */
  readonly feedItems?: number;
  /** About when the first of them was given out. */
  readonly feedSince?: EpochMs;
  /** Rows that could not be applied and that nobody has settled. */
  readonly deadLetters: number;
  /** The newest, wherever it is. */
  readonly backupAt?: EpochMs;
  /** That the box runs. */
  readonly version?: string;
  readonly needs: readonly ClinicNeed[];
}

export interface ClinicHealthList {
  readonly serverTime: EpochMs;
  /** What needs somebody first, then by name. */
  readonly clinics: readonly ClinicHealth[];
}

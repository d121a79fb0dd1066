// How the box itself does: how its last update ended, and where its newest backups are. It holds no path and no name.
// The supervisor and the backup write one report each into the data folder; the edge reads them.

import type { EpochMs } from './time.ts';

/** As the supervisor says them. */
export const updateEnds = ['kept', 'rolled-back', 'refused', 'stuck'] as const;
export type UpdateEnd = (typeof updateEnds)[number];

/** Where a sealed backup may be. */
export const backupPlaces = ['stick', 'centre'] as const;
export type BackupPlace = (typeof backupPlaces)[number];

export interface BoxUpdate {
  readonly end: UpdateEnd;
  /** Absent: a supervisor of before did not say. */
  readonly at?: EpochMs;
  /** That was tried. */
  readonly version?: string;
  /** Why it was refused, as an error code. */
  readonly code?: string;
}

/** `update.json` of the data folder, by the supervisor. */
export interface UpdateReport {
  /** That was kept last. */
  readonly version?: string;
  readonly last?: BoxUpdate;
  /** The update that left a version which is ill; until one is kept. */
  readonly stuck?: BoxUpdate;
}

/** `backups.json` of the data folder: when the newest one in each place was taken. */
export type BackupReport = { readonly [P in BackupPlace]?: EpochMs };

/** Where a copy of the log goes while it is written. */
export const copyPlaces = ['disk', 'machine', 'centre'] as const;
export type CopyPlace = (typeof copyPlaces)[number];

/** How far one copy is, as its place has acknowledged it. */
export interface CopyHealth {
  readonly place: CopyPlace;
  /** The last row that is there and synced; 0 before the first. */
  readonly seq: number;
  /** Rows, and changes of what lies beside the log, that it has not acknowledged. */
  readonly waitingRows: number;
  /** Since when something waits for it without a break; absent: it has all there is. */
  readonly behindSince?: EpochMs;
}

export interface BoxHealth {
  readonly update?: BoxUpdate;
  readonly backups: BackupReport;
  /** Absent: none is set up. */
  readonly copies?: readonly CopyHealth[];
}

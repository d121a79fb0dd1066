// The backup of one night: onto the stick where one is in the box, and to the centre where the clinic has one. What fails
// in one place is no reason to leave out the other.

import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { BackupPlace } from '@foyer/contracts/box-health.ts';
import { backUp } from './back-up.ts';
import { noteBackup } from './backup-report.ts';
import type { CentreLine } from './centre-line.ts';
import { sendBackup } from './send-backup.ts';

export interface NightlyBackup {
  readonly dataDir: string;
  /** Absent: no stick is in the box. */
  readonly stick?: string | undefined;
  readonly publicKey: Uint8Array;
  /** Absent: the clinic has no centre. */
  readonly centre?: CentreLine | undefined;
  readonly now: number;
}

/** What came of each place; a code where it is not there. */
export interface BackupDone {
  readonly place: BackupPlace;
  readonly fault?: AppError;
}

export async function backUpTonight(night: NightlyBackup): Promise<readonly BackupDone[]> {
  const { dataDir, stick, publicKey, centre, now } = night;
  const outgoing = join(dataDir, 'outgoing');
  if (stick === undefined && centre === undefined) return [{ place: 'stick', fault: new AppError('no-backup-stick') }];
  if (stick === undefined) mkdirSync(outgoing, { recursive: true, mode: 0o700 });
  try {
    // One file for both: what the centre holds is what lies on the stick, to the byte.
    const file = await backUp({ dataDir, to: stick ?? outgoing, publicKey, now });
    if (stick !== undefined) noteBackup(dataDir, 'stick', now);
    const done: readonly BackupDone[] = stick === undefined ? [] : [{ place: 'stick' }];
    return centre === undefined ? done : [...done, await toCentre(night, centre, file)];
  } finally {
    rmSync(outgoing, { recursive: true, force: true });
  }
}

/** Whether something is mounted there: an empty folder on the box's own disk would keep nothing that outlives it. */
export function isMounted(folder: string): boolean {
  return existsSync(folder) && statSync(folder).dev !== statSync(dirname(folder)).dev;
}

async function toCentre({ dataDir, now }: NightlyBackup, centre: CentreLine, file: string): Promise<BackupDone> {
  try {
    await sendBackup(centre, file, now);
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    return { place: 'centre', fault };
  }
  noteBackup(dataDir, 'centre', now);
  return { place: 'centre' };
}

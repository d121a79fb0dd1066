// How the box itself does, as one of the devices: its updates, its backups, and its disk.

import type { BackupReport, BoxUpdate } from '@foyer/contracts/box-health.ts';
import type { DeviceHealth, DeviceProblem } from '@foyer/contracts/device-health.ts';
import { problemOfStorage, type StorageView } from '@foyer/contracts/storage.ts';
import { dayMs, minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { BoxReports } from '../ports/box-reports.ts';

const boxId = 'box';
/** A night may fail once. */
const backupOldMs = 2 * dayMs;
/** The place of a copy may be away for a moment, and come back by itself. */
const copyBehindMs = 2 * minuteMs;
/** A version that was gone back from is a problem for so long: afterwards it is history. */
const rolledBackShownMs = 7 * dayMs;

/** Undefined where nobody looks after the box, as it runs from a checkout, and nothing is wrong with its disk. */
export function boxHealth(
  { update, backups, copies = [] }: BoxReports,
  now: EpochMs,
  storage?: StorageView,
): DeviceHealth | undefined {
  const isLookedAfter = update !== undefined || backups !== undefined;
  if (!isLookedAfter && storage === undefined && copies.length === 0) return undefined;
  const shown = update?.stuck ?? update?.last;
  const found: readonly (readonly [DeviceProblem, boolean])[] = [
    ['update-stuck', update?.stuck !== undefined],
    ['update-rolled-back', isRolledBack(update?.last, now)],
    ['backup-old', isLookedAfter && now - newest(backups ?? {}) > backupOldMs],
    ['copy-behind', copies.some(({ behindSince = now }) => now - behindSince > copyBehindMs)],
    ...storageProblems(storage),
  ];
  return {
    id: boxId,
    kind: 'box',
    name: '',
    connected: true,
    ...(update?.version === undefined ? {} : { firmware: update.version }),
    box: {
      ...(shown === undefined ? {} : { update: shown }),
      backups: backups ?? {},
      ...(copies.length === 0 ? {} : { copies }),
    },
    problems: found.flatMap(([problem, isSo]) => (isSo ? [problem] : [])),
  };
}

/** The code of what the disk is, where it is not well. */
function storageProblems(storage: StorageView | undefined): readonly (readonly [DeviceProblem, boolean])[] {
  return storage === undefined ? [] : [[problemOfStorage[storage.state], true]];
}

function isRolledBack(last: BoxUpdate | undefined, now: EpochMs): boolean {
  return last?.end === 'rolled-back' && now - (last.at ?? now) < rolledBackShownMs;
}

/** Wherever it is; none is as old as can be. */
function newest(backups: BackupReport): EpochMs {
  return Math.max(0, ...Object.values(backups));
}

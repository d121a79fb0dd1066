// How the box itself does, as one of the devices: its updates, and its backups.

import type { BackupReport, BoxUpdate } from '@foyer/contracts/box-health.ts';
import type { DeviceHealth, DeviceProblem } from '@foyer/contracts/device-health.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { BoxReports } from '../ports/box-reports.ts';

const boxId = 'box';
/** A night may fail once. */
const backupOldMs = 2 * dayMs;
/** A version that was gone back from is a problem for so long: afterwards it is history. */
const rolledBackShownMs = 7 * dayMs;

/** Undefined where nobody looks after the box: it runs from a checkout. */
export function boxHealth({ update, backups }: BoxReports, now: EpochMs): DeviceHealth | undefined {
  if (update === undefined && backups === undefined) return undefined;
  const shown = update?.stuck ?? update?.last;
  const found: readonly (readonly [DeviceProblem, boolean])[] = [
    ['update-stuck', update?.stuck !== undefined],
    ['update-rolled-back', isRolledBack(update?.last, now)],
    ['backup-old', now - newest(backups ?? {}) > backupOldMs],
  ];
  return {
    id: boxId,
    kind: 'box',
    name: '',
    connected: true,
    ...(update?.version === undefined ? {} : { firmware: update.version }),
    box: { ...(shown === undefined ? {} : { update: shown }), backups: backups ?? {} },
    problems: found.flatMap(([problem, isSo]) => (isSo ? [problem] : [])),
  };
}

function isRolledBack(last: BoxUpdate | undefined, now: EpochMs): boolean {
  return last?.end === 'rolled-back' && now - (last.at ?? now) < rolledBackShownMs;
}

/** Wherever it is; none is as old as can be. */
function newest(backups: BackupReport): EpochMs {
  return Math.max(0, ...Object.values(backups));
}

// What the box says of itself, and until when a thing's password is good, as labels and values.

import { backupPlaces, type CopyHealth } from '@foyer/contracts/box-health.ts';
import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import { formatDay, formatNumber, formatTime } from '@foyer/ui-kit/language/format.ts';
import { t } from './strings.ts';

type Facts = readonly (readonly [string, string])[];

export function boxFacts({ box }: DeviceHealth, zone: string): Facts {
  if (box === undefined) return [];
  const { update, backups } = box;
  const ended = (at: number | undefined): string => (at === undefined ? '?' : dayAndTime(at, zone));
  const updated: Facts =
    update === undefined
      ? []
      : [
          [
            t('devices.update'),
            t(`devices.update-${update.end}`, { version: update.version ?? '', time: ended(update.at) }).trim(),
          ],
        ];
  const kept = backupPlaces.map((place) => {
    const at = backups[place];
    return [t(`devices.backup-${place}`), at === undefined ? t('devices.backup-none') : dayAndTime(at, zone)] as const;
  });
  return [...updated, ...kept, ...(box.copies ?? []).map((copy) => copyFact(copy, zone))];
}

function copyFact({ place, waitingRows, behindSince }: CopyHealth, zone: string): Facts[number] {
  const how =
    behindSince === undefined
      ? t('devices.copy-whole')
      : t('devices.copy-late', { time: dayAndTime(behindSince, zone), count: formatNumber(waitingRows) });
  return [t(`devices.copy-${place}`), how];
}

export function passwordFacts({ passwordUntil }: DeviceHealth, zone: string): Facts {
  if (passwordUntil === undefined) return [];
  const until =
    passwordUntil === null
      ? t('devices.password-endless')
      : t('devices.password-until', { time: dayAndTime(passwordUntil, zone) });
  return [[t('devices.password'), until]];
}

function dayAndTime(at: number, zone: string): string {
  return `${formatDay(at, zone)}, ${formatTime(at, zone)}`;
}

// What a device is, and what it is called: one that nobody named is called what it is.

import type { DeviceAlarm, DeviceHealth } from '@foyer/contracts/device-health.ts';
import { deviceKinds } from '../data/devices.ts';
import { t } from './strings.ts';

export function kindText(kind: string): string {
  return t(`devices.role-${deviceKinds.find((known) => known === kind) ?? 'other'}`);
}

export function nameText({ name, kind }: Pick<DeviceHealth, 'name' | 'kind'>): string {
  return name === '' ? kindText(kind) : name;
}

export function deviceProblemTitle(alarm: DeviceAlarm): string {
  return t('notice.device-problem', { name: nameText(alarm), problem: t(`devices.problem-${alarm.problem}`) });
}

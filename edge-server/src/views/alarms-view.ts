// The health of every device and what there is to be done about it, as the signed-in roles may see it.

import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import { settingValue } from '@foyer/contracts/live-settings.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { StaffView, TabletView } from '@foyer/contracts/staff-view.ts';
import { alarmsFor, isQuiet, type QuietHours } from '@foyer/domain/devices/alarms.ts';
import type { ClinicState } from './clinic-state.ts';
import { devicesHealth } from './device-health-view.ts';

/** Who sees to the devices. */
const seesHealth: readonly StaffRole[] = ['supervisor', 'admin'];

export function healthView(state: ClinicState, roles: readonly StaffRole[]): Pick<StaffView, 'health' | 'alarms'> {
  const health = devicesHealth(state);
  const alarms = alarmsOf(state, health, roles);
  return {
    ...(roles.some((role) => seesHealth.includes(role)) ? { health: listed(health) } : {}),
    ...(alarms.length === 0
      ? {}
      : { alarms: Object.fromEntries(alarms.map((alarm) => [`${alarm.deviceId} ${alarm.problem}`, alarm])) }),
  };
}

/** Set while tablets say nothing of devices: in the quiet hours of a clinic that is shut. */
export function quietView(state: ClinicState): Pick<TabletView, 'quiet'> {
  return isQuiet(state.timeOfDay, quietHours(state)) && state.openUntil === undefined ? { quiet: true } : {};
}

function alarmsOf(state: ClinicState, health: readonly DeviceHealth[], roles: readonly StaffRole[]) {
  const when = { openNow: state.openUntil !== undefined, now: state.timeOfDay, quiet: quietHours(state) };
  const all = roles.flatMap((role) => alarmsFor(role, health, when));
  return all.filter(
    ({ deviceId, problem }, index) =>
      all.findIndex((other) => other.deviceId === deviceId && other.problem === problem) === index,
  );
}

function quietHours({ settings }: ClinicState): QuietHours {
  return { from: settingValue('FOYER_QUIET_FROM', settings), until: settingValue('FOYER_QUIET_UNTIL', settings) };
}

function listed(health: readonly DeviceHealth[]): { readonly [id: string]: DeviceHealth } {
  return Object.fromEntries(health.map((device) => [device.id, device]));
}

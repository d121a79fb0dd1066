// How the devices do, for who looks after them.

import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import { settingValue } from '@foyer/contracts/live-settings.ts';
import type { ClinicState } from './clinic-state.ts';
import { printerHealth } from './printer-health.ts';
import { screenHealth } from './screen-health.ts';
import { thingHealth } from './thing-health.ts';

/** Of every device of the clinic. */
export function devicesHealth(state: ClinicState): readonly DeviceHealth[] {
  const lowBatteryPercent = Number(settingValue('FOYER_BATTERY_LOW', state.settings));
  const screens = state.devices.flatMap((device) => {
    const recentTickets = state.recentTickets(device.id);
    const parts = { report: state.things.get(device.id), recentTickets, lowBatteryPercent, now: state.now };
    return screenHealth(device, parts) ?? [];
  });
  return [...screens, ...(state.printers ?? []).map(printerHealth), ...thingsHealth(state, lowBatteryPercent)];
}

/** Of every thing on MQTT, those behind a gateway among them. */
export function thingsHealth(
  { devices, things, thingSetUps }: Pick<ClinicState, 'devices' | 'things' | 'thingSetUps'>,
  lowBatteryPercent: number,
): readonly DeviceHealth[] {
  return devices.flatMap((device) => {
    const parts = { report: things.get(device.id), setUp: thingSetUps.get(device.id), lowBatteryPercent };
    return thingHealth(device, parts) ?? [];
  });
}

// How the devices do, for who looks after them.

import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import { settingValue } from '@foyer/contracts/live-settings.ts';
import { boxHealth } from './box-health.ts';
import type { ClinicState } from './clinic-state.ts';
import { printerHealth } from './printer-health.ts';
import { scannerHealth } from './scanner-health.ts';
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
  const box = boxHealth(state.boxReports ?? {}, state.now, state.storage);
  const printers = (state.printers ?? []).map(printerHealth);
  const scanners = (state.scanners ?? []).map((scanner) => scannerHealth(scanner, kioskName(state, scanner.kiosk)));
  const things = thingsHealth(state, lowBatteryPercent);
  return [...screens, ...printers, ...scanners, ...things, ...(box === undefined ? [] : [box])];
}

/** A scanner is set up beside a kiosk by the id of its device or by its name. */
function kioskName({ devices }: Pick<ClinicState, 'devices'>, kiosk: string): string {
  return devices.find(({ id }) => id === kiosk)?.name ?? kiosk;
}

/** Of every thing on MQTT, those behind a gateway among them. */
export function thingsHealth(
  { devices, things, thingSetUps, now }: Pick<ClinicState, 'devices' | 'things' | 'thingSetUps' | 'now'>,
  lowBatteryPercent: number,
): readonly DeviceHealth[] {
  return devices.flatMap((device) => {
    const parts = { report: things.get(device.id), setUp: thingSetUps.get(device.id), lowBatteryPercent, now };
    return thingHealth(device, parts) ?? [];
  });
}

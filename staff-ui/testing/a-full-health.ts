// The devices of a large clinic, with one of nearly every problem, for the page of devices.

import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import { liveSettingNames, liveSettings } from '@foyer/contracts/live-settings.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { id, now } from './a-staff-view.ts';

const well = { connected: true, problems: [] } as const;

export const someHealth: readonly DeviceHealth[] = [
  {
    ...well,
    id: id('device', 1),
    kind: 'kiosk',
    name: 'Kiosk 1',
    firmware: 'D3adb33f',
    recentTickets: ['A054', 'R012', 'A053'],
  },
  { ...well, id: id('device', 2), kind: 'display', name: 'Display 1', firmware: 'D3adb33f' },
  {
    id: id('device', 3),
    kind: 'display',
    name: 'Display 2',
    connected: false,
    lastSeenAt: now - 5 * minuteMs,
    problems: ['not-heard'],
  },
  {
    ...well,
    id: id('device', 4),
    kind: 'staff-tablet',
    name: 'Tablet 7, room 7 on the second floor by the lift',
    batteryPercent: 11,
    firmware: 'D3adb33f',
    problems: ['battery-low', 'credential-late'],
  },
  { ...well, id: id('device', 5), kind: 'button', name: 'Button 3', batteryPercent: 64, linkPercent: 80 },
  {
    ...well,
    id: id('device', 6),
    kind: 'sign',
    name: 'Sign of room 3',
    drift: [{ setting: 'brightness', desired: 80, reported: 20 }],
    problems: ['drift'],
  },
  { ...well, id: 'desk', kind: 'printer', name: 'Desk printer', paper: 'out', problems: ['paper-out'] },
  { ...well, id: 'printer', kind: 'printer', name: '', paper: 'enough' },
  {
    ...well,
    id: 'box',
    kind: 'box',
    name: '',
    firmware: '1.4.0',
    box: {
      update: { end: 'rolled-back', at: now - 8 * 60 * minuteMs, version: '1.5.0' },
      backups: { centre: now - 60 * 60 * minuteMs },
      copies: [
        { place: 'disk', seq: 4_711, waitingRows: 0 },
        { place: 'machine', seq: 4_209, waitingRows: 502, behindSince: now - 40 * minuteMs },
        { place: 'centre', seq: 4_710, waitingRows: 2, behindSince: now - minuteMs },
      ],
    },
    problems: ['update-rolled-back', 'backup-old', 'copy-behind'],
  },
];

/** What who sees to the devices is shown beside the rest. */
export const aFullHealth: Pick<StaffView, 'health' | 'settings'> = {
  health: Object.fromEntries(someHealth.map((device) => [device.id, device])),
  settings: Object.fromEntries(liveSettingNames.map((name) => [name, liveSettings[name].default])),
};

import { describe, expect, it } from 'vitest';
import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import type { DeviceId } from '@foyer/contracts/ids.ts';
import { countOf, deviceRows } from './device-rows.ts';

const kiosk = { id: 'k' as DeviceId, name: 'Kiosk 1', role: 'kiosk', connected: true };
const wall = { id: 'w' as DeviceId, name: 'Wall', role: 'display', connected: false };
const ofKiosk: DeviceHealth = { id: 'k', kind: 'kiosk', name: 'Kiosk 1', connected: true, problems: [] };
const printer: DeviceHealth = { id: 'p', kind: 'printer', name: 'Desk', connected: true, problems: ['paper-low'] };

describe('the list of devices', () => {
  it('has what does not work first, then what needs care soon, then the rest by name', () => {
    const silent: DeviceHealth = { ...ofKiosk, id: 'w', name: 'Wall', problems: ['not-heard'] };
    const tablet: DeviceHealth = { ...ofKiosk, id: 't', kind: 'staff-tablet', name: 'A tablet' };
    const rows = deviceRows({ devices: {}, health: { k: ofKiosk, t: tablet, p: printer, w: silent } });
    expect(rows.map(({ health, level }) => [health.name, level])).toEqual([
      ['Wall', 'down'],
      ['Desk', 'soon'],
      ['A tablet', 'fine'],
      ['Kiosk 1', 'fine'],
    ]);
    expect([countOf(rows, 'down'), countOf(rows, 'soon')]).toEqual([1, 1]);
  });

  it('says the worst of several problems', () => {
    const both: DeviceHealth = { ...ofKiosk, problems: ['battery-low', 'device-cloned'] };
    expect(deviceRows({ devices: { k: kiosk }, health: { k: both } })).toEqual([
      { level: 'down', problem: 'device-cloned', health: both, device: kiosk },
    ]);
  });

  it('has every device, whoever looks: what is not seen in full answers or does not', () => {
    const rows = deviceRows({ devices: { k: kiosk, w: wall } });
    expect(rows.map(({ health, problem }) => [health.name, problem])).toEqual([
      ['Wall', 'not-heard'],
      ['Kiosk 1', undefined],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { dayMs } from '@foyer/contracts/time.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import { settingDrift, thingHealth, type ThingHealthParts } from './thing-health.ts';

const now = Date.UTC(2026, 10, 23, 9);
const sign: DeviceView = { id: 'sign-1', name: 'Sign', role: 'sign', connected: true, lastSeenAt: 5 };
const healthOf = (parts: Partial<ThingHealthParts> = {}, device = sign) =>
  thingHealth(device, { report: undefined, setUp: undefined, lowBatteryPercent: 15, now, ...parts });

describe('the health of a thing', () => {
  it('is well while it is heard and nothing is wrong', () => {
    expect(healthOf()).toEqual({
      id: 'sign-1',
      kind: 'sign',
      name: 'Sign',
      connected: true,
      lastSeenAt: 5,
      passwordUntil: null,
      problems: [],
    });
  });

  it('has what it said of itself', () => {
    expect(healthOf({ report: { batteryPercent: 80, linkPercent: 60, firmware: '1.2' } })).toMatchObject({
      batteryPercent: 80,
      linkPercent: 60,
      firmware: '1.2',
      problems: [],
    });
  });

  it.each([
    [{ report: { batteryPercent: 14 } }, 'battery-low'],
    [{ report: { linkPercent: 3 } }, 'link-weak'],
    [{ report: { cloned: true } }, 'device-cloned'],
    [{ report: { flooding: true } }, 'flooding'],
    [{ report: { settings: { brightness: 2 } } }, 'drift'],
  ])('names what is wrong: %o is %s', (parts, problem) => {
    expect(healthOf(parts)?.problems).toEqual([problem]);
  });

  it('is not heard while it is away', () => {
    expect(healthOf({}, { ...sign, connected: false })?.problems).toEqual(['not-heard']);
  });

  it('drifts from what it was set up to have, and not from the usual then', () => {
    const setUp = { kind: 'sign', settings: { brightness: 2 } } as const;
    expect(healthOf({ setUp, report: { settings: { brightness: 2, flashSeconds: 6 } } })?.drift).toBeUndefined();
    expect(healthOf({ setUp, report: { settings: { brightness: 7 } } })?.drift).toEqual([
      { setting: 'brightness', desired: 2, reported: 7 },
    ]);
  });

  it('is none of a screen', () => {
    expect(healthOf({}, { ...sign, role: 'kiosk' })).toBeUndefined();
  });
});

it('drifts in nothing that a thing does not speak of', () => {
  expect(settingDrift({ volume: 5, brightness: 1 }, { brightness: 1, colour: 'red' })).toEqual([]);
});

describe('the password of a thing', () => {
  const until = (passwordUntil: number, setUp?: ThingHealthParts['setUp']) =>
    healthOf({ setUp }, { ...sign, passwordUntil });

  it.each([
    ['is good for weeks', 20 * dayMs, []],
    ['ends within a week and was not renewed', 6 * dayMs, ['credential-ending']],
    ['has ended', 0, ['credential-expired']],
  ])('%s', (_what, left, problems) => {
    expect(until(now + left)).toMatchObject({ passwordUntil: now + left, problems });
  });

  it('has no end where an administrator said that it cannot renew', () => {
    expect(until(now, { kind: 'sign', keepsPassword: true })).toMatchObject({ passwordUntil: null, problems: [] });
  });

  it('was renewed late, which is said for a week', () => {
    expect(healthOf({}, { ...sign, renewedLateAt: now - dayMs })?.problems).toEqual(['credential-late']);
  });

  it('is the gateway’s of what stands behind one', () => {
    expect(healthOf({}, { ...sign, behind: 'gate' })).not.toHaveProperty('passwordUntil');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceProblems, type DeviceHealth } from '@foyer/contracts/device-health.ts';
import { staffRoles } from '@foyer/contracts/roles.ts';
import { alarmsFor, isQuiet } from './alarms.ts';

const aDevice = (changes: Partial<DeviceHealth>): DeviceHealth => ({
  id: 'd1',
  kind: 'kiosk',
  name: 'Kiosk 1',
  connected: true,
  problems: [],
  ...changes,
});
const silentKiosk = aDevice({ connected: false, problems: ['not-heard'] });
const flatButton = aDevice({ id: 'd2', kind: 'button', name: 'Button 3', problems: ['battery-low'] });
const night = { from: '20:00', until: '07:00' } as const;
const at = (now: string, openNow: boolean) => ({ now, openNow, quiet: night });
const problemsOf = (...args: Parameters<typeof alarmsFor>) => alarmsFor(...args).map(({ problem }) => problem);

describe('alarms about devices', () => {
  it('tell the desk of what stops patients, and of a battery', () => {
    const told = alarmsFor('reception', [silentKiosk, flatButton], at('10:00', true));
    expect(told.map(({ name, problem, stopsPatients }) => [name, problem, stopsPatients])).toEqual([
      ['Kiosk 1', 'not-heard', true],
      ['Button 3', 'battery-low', false],
    ]);
  });

  it('tell who looks after the machines of what only they can mend', () => {
    const odd = aDevice({ problems: ['drift', 'page-error', 'credential-late'] });
    expect(problemsOf('admin', [odd], at('10:00', true))).toEqual(['drift', 'page-error', 'credential-late']);
    expect(problemsOf('reception', [odd], at('10:00', true))).toEqual([]);
  });

  it('tell a nurse of none, and nobody of a tablet that was switched off', () => {
    const off = aDevice({ kind: 'staff-tablet', connected: false, problems: ['not-heard'] });
    for (const role of staffRoles) expect(problemsOf(role, [off], at('10:00', true))).toEqual([]);
    expect(problemsOf('nurse', [silentKiosk, flatButton], at('10:00', true))).toEqual([]);
  });

  it('are quiet in the quiet hours, but for what stops patients while the clinic is open', () => {
    expect(problemsOf('supervisor', [silentKiosk, flatButton], at('21:00', true))).toEqual(['not-heard']);
    expect(problemsOf('supervisor', [silentKiosk, flatButton], at('21:00', false))).toEqual([]);
    expect(problemsOf('supervisor', [silentKiosk, flatButton], at('19:59', false))).toEqual([
      'not-heard',
      'battery-low',
    ]);
  });

  it('are never fewer of what stops patients while it is open, whatever the quiet hours', () => {
    const kinds = ['kiosk', 'display', 'sign', 'printer', 'button', 'staff-tablet'] as const;
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
    const hours = fc.oneof(time, fc.constant(''));
    fc.assert(
      fc.property(
        fc.constantFrom(...staffRoles),
        fc.constantFrom(...kinds),
        fc.subarray([...deviceProblems]),
        time,
        hours,
        hours,
        (role, kind, problems, now, from, until) => {
          const stops = (quiet: { readonly from: string; readonly until: string }) =>
            alarmsFor(role, [aDevice({ kind, problems })], { openNow: true, now, quiet }).filter(
              ({ stopsPatients }) => stopsPatients,
            );
          expect(stops({ from, until })).toEqual(stops({ from: '', until: '' }));
        },
      ),
    );
  });
});

describe('quiet hours', () => {
  it('begin with their first minute, end with their last, and may go over midnight', () => {
    expect(['19:59', '20:00', '23:59', '00:00', '06:59', '07:00'].map((now) => isQuiet(now, night))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(isQuiet('12:30', { from: '12:00', until: '13:00' })).toBe(true);
  });

  it('are never where one of both is not set, or both are the same', () => {
    for (const quiet of [
      { from: '', until: '07:00' },
      { from: '07:00', until: '' },
      { from: '07:00', until: '07:00' },
    ])
      expect(isQuiet('07:00', quiet)).toBe(false);
  });
});

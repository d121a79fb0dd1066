import { describe, expect, it } from 'vitest';
import { PrinterState } from '@foyer/contracts/printer-view.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { aState } from '../testing/a-state.ts';
import { kioskOne } from '../testing/a-clinic.ts';
import { healthView, quietView } from './alarms-view.ts';
import { devicesHealth } from './device-health-view.ts';

const silentKiosk = { id: kioskOne, name: 'Kiosk 1', role: 'kiosk', connected: false };
const nightly = { FOYER_QUIET_FROM: '20:00', FOYER_QUIET_UNTIL: '07:00' };

describe('the health of devices', () => {
  it('has what a screen said of itself, its last numbers, and that it renewed late, for a week', () => {
    const report = { firmware: 'v1', batteryPercent: 9, charging: true, pageErrors: 1 };
    const ofKiosk = (renewedAgo: number) => {
      const state = aState();
      const device = { ...silentKiosk, connected: true, renewedLateAt: state.now - renewedAgo };
      return devicesHealth({
        ...state,
        devices: [device],
        things: new Map([[kioskOne, report]]),
        recentTickets: () => ['A002', 'A001'],
      });
    };
    expect(ofKiosk(dayMs)).toMatchObject([
      {
        kind: 'kiosk',
        firmware: 'v1',
        batteryPercent: 9,
        recentTickets: ['A002', 'A001'],
        problems: ['page-error', 'credential-late'],
      },
    ]);
    expect(ofKiosk(8 * dayMs)).toMatchObject([{ problems: ['page-error'] }]);
  });

  it('has each printer, with what its state means for who stands before it', () => {
    const printer = (id: string, state: PrinterState, paperLow?: true) => ({
      ...{ id, name: id, state, since: 1 },
      ...(paperLow ? { paperLow } : {}),
    });
    const printers = [
      printer('a', PrinterState.ready, true),
      printer('b', PrinterState.paperOut),
      printer('c', PrinterState.off),
      printer('d', PrinterState.unknown),
    ];
    expect(
      devicesHealth({ ...aState(), devices: [], printers }).map(({ paper, connected, problems }) => [
        paper,
        connected,
        problems,
      ]),
    ).toEqual([
      ['low', true, ['paper-low']],
      ['out', true, ['paper-out']],
      [undefined, false, ['not-heard']],
      [undefined, false, []],
    ]);
  });

  it('is shown to who sees to it; alarms come by role, once for each problem', () => {
    const state = { ...aState(), devices: [silentKiosk] };
    expect(healthView(state, ['nurse'])).toEqual({});
    const seen = healthView(state, ['reception', 'supervisor']);
    expect(seen.health).toHaveProperty(kioskOne);
    expect(Object.keys(seen.alarms ?? {})).toEqual([`${kioskOne} not-heard`]);
    expect(healthView(state, ['reception'])).not.toHaveProperty('health');
  });
});

describe('tablets', () => {
  const at = (timeOfDay: string, openUntil: string | undefined, settings = nightly) =>
    quietView({ ...aState(), timeOfDay, openUntil, settings });

  it('are quiet about devices in the quiet hours of a clinic that is shut, and at no other time', () => {
    expect(at('21:00', undefined)).toEqual({ quiet: true });
    expect(at('21:00', '22:00')).toEqual({});
    expect(at('12:00', undefined)).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { HealthPump } from './health-pump.ts';

/** Runs it minute by minute: what is true of each minute, and what arrived. */
async function reportsOf(minutes: readonly { readonly battery: number; readonly away?: true }[]) {
  const heard: (readonly [minute: number, battery: number | undefined])[] = [];
  let minute = 0;
  const report = (): DeviceReport => ({
    at: minute * minuteMs,
    devices: [
      {
        id: 'b',
        kind: 'button',
        name: 'Button',
        connected: true,
        problems: [],
        batteryPercent: minutes[minute]!.battery,
      },
    ],
  });
  const pump: HealthPump = new HealthPump({
    report,
    transport: {
      async report({ devices }) {
        if (minutes[minute]?.away) throw new Error('away');
        heard.push([minute, devices[0]?.batteryPercent]);
      },
    },
    clock: {
      now: () => minute * minuteMs,
      async sleep(_ms, signal) {
        minute += 1;
        if (minute >= minutes.length && !signal.aborted) void pump.stop();
      },
    },
  });
  await pump.start();
  while (minute < minutes.length) await Promise.resolve();
  return heard;
}

describe('the report of devices', () => {
  it('is sent when something changed, once a minute at most', async () => {
    expect(await reportsOf([{ battery: 50 }, { battery: 50 }, { battery: 49 }, { battery: 49 }])).toEqual([
      [0, 50],
      [2, 49],
    ]);
  });

  it('is sent again after ten minutes, so that an old one can be told', async () => {
    expect((await reportsOf(Array.from({ length: 21 }, () => ({ battery: 50 })))).map(([at]) => at)).toEqual([
      0, 10, 20,
    ]);
  });

  it('that did not arrive gives way to the next one', async () => {
    expect(await reportsOf([{ battery: 50, away: true }, { battery: 40 }, { battery: 40 }])).toEqual([[1, 40]]);
  });
});

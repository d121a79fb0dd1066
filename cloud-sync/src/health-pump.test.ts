import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { HealthPump } from './health-pump.ts';

/** Runs it for so long; what arrived, and after how many seconds. */
async function reportsOf(
  untilMs: number,
  batteryAt: (ms: number) => number,
  isAway: (ms: number) => boolean = () => false,
) {
  const heard: (readonly [seconds: number, battery: number | undefined])[] = [];
  let passed = 0;
  const report = (): DeviceReport => ({
    at: passed,
    devices: [
      {
        id: 'b',
        kind: 'button',
        name: 'Button',
        connected: true,
        problems: [],
        batteryPercent: batteryAt(passed),
      },
    ],
  });
  const pump: HealthPump = new HealthPump({
    report,
    transport: {
      async report({ devices }) {
        if (isAway(passed)) throw new Error('away');
        heard.push([passed / secondMs, devices[0]?.batteryPercent]);
      },
    },
    clock: {
      monotonic: () => passed,
      async sleep(ms, signal) {
        passed += ms;
        if (passed >= untilMs && !signal.aborted) void pump.stop();
      },
    },
  });
  await pump.start();
  while (passed < untilMs) await Promise.resolve();
  return heard;
}

describe('the report of devices', () => {
  it('is sent within moments of a change, and not without one', async () => {
    expect(await reportsOf(5 * minuteMs, (ms) => (ms < 62 * secondMs ? 50 : 49))).toEqual([
      [0, 50],
      [65, 49],
    ]);
  });

  it('is sent a few times at once where everything changes, and then once a minute', async () => {
    const everySecond = await reportsOf(5 * minuteMs, (ms) => ms / secondMs);
    expect(everySecond.map(([at]) => at)).toEqual([0, 5, 10, 15, 20, 25, 60, 120, 180, 240]);
  });

  it('is sent again after ten minutes, so that an old one can be told', async () => {
    expect((await reportsOf(21 * minuteMs, () => 50)).map(([at]) => at)).toEqual([0, 600, 1200]);
  });

  it('that did not arrive gives way to the next one', async () => {
    const isAway = (ms: number): boolean => ms < minuteMs;
    expect(await reportsOf(2 * minuteMs, (ms) => 50 - Math.floor(ms / minuteMs), isAway)).toEqual([[60, 49]]);
  });
});

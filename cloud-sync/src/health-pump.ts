// Tells the centre how the clinic's devices are: the newest report alone, as soon as something changed and at most once in
// a while, and again after a time so that the centre can tell an old one. A report that did not arrive is not sent again:
// the next one says more.

import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { HealthTransport, RelayClock } from './ports.ts';
import { Pump } from './pump.ts';

export const reportAtMostEveryMs = minuteMs;
export const reportAtLeastEveryMs = 10 * minuteMs;

export interface HealthPumpOptions {
  /** As it is now; undefined while there is no clinic. */
  readonly report: () => DeviceReport | undefined;
  readonly transport: HealthTransport;
  readonly clock: RelayClock;
}

export class HealthPump extends Pump {
  readonly name = 'relay-health';
  readonly #options: HealthPumpOptions;

  constructor(options: HealthPumpOptions) {
    super();
    this.#options = options;
  }

  protected async run(signal: AbortSignal): Promise<void> {
    const { report, transport, clock } = this.#options;
    let said = '';
    let saidAt = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      const now = report();
      const text = JSON.stringify(now?.devices);
      const isDue = text !== said || clock.now() - saidAt >= reportAtLeastEveryMs;
      if (now !== undefined && isDue && (await arrives(transport, now, signal))) {
        said = text;
        saidAt = clock.now();
      }
      await clock.sleep(reportAtMostEveryMs, signal);
    }
  }
}

async function arrives(transport: HealthTransport, report: DeviceReport, signal: AbortSignal): Promise<boolean> {
  return transport.report(report, signal).then(
    () => true,
    () => false,
  );
}

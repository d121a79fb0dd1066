// Tells the centre how the clinic's devices are: the newest report alone, within moments of a change, a few at once and one
// a minute in the long run, and again after a time so that the centre can tell an old one. A report that did not arrive is
// not sent again: the next one says more.

import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import type { HealthTransport, RelayClock } from './ports.ts';
import { Pump } from './pump.ts';

const lookEveryMs = 5 * secondMs;
/** When a clinic opens its screens come one after the other: so many reports may follow each other. */
const reportsAtOnce = 6;
const oneMoreEveryMs = minuteMs;
const reportAtLeastEveryMs = 10 * minuteMs;

export interface HealthPumpOptions {
  /** As it is now; undefined while there is no clinic. */
  readonly report: () => DeviceReport | undefined;
  readonly transport: HealthTransport;
  readonly clock: Pick<RelayClock, 'monotonic' | 'sleep'>;
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
    let roomMs = reportsAtOnce * oneMoreEveryMs;
    for (let lookedAt = clock.monotonic(); !signal.aborted; await clock.sleep(lookEveryMs, signal)) {
      roomMs = Math.min(reportsAtOnce * oneMoreEveryMs, roomMs + clock.monotonic() - lookedAt);
      lookedAt = clock.monotonic();
      const now = report();
      const text = JSON.stringify(now?.devices);
      const isDue = text !== said || lookedAt - saidAt >= reportAtLeastEveryMs;
      if (now === undefined || !isDue || roomMs < oneMoreEveryMs) continue;
      roomMs -= oneMoreEveryMs;
      if (await arrives(transport, now, signal)) [said, saidAt] = [text, clock.monotonic()];
    }
  }
}

async function arrives(transport: HealthTransport, report: DeviceReport, signal: AbortSignal): Promise<boolean> {
  return transport.report(report, signal).then(
    () => true,
    () => false,
  );
}

// Tells the centre how the clinic is now while its rows wait to be relayed: the newest report alone, as soon as something
// changed. It shares the line with the backlog and takes no more than a fifth of it. Source: ADR 0017.

import type { LiveReport } from '@foyer/contracts/live-report.ts';
import type { LiveTransport, RelayClock } from './ports.ts';
import { Pump } from './pump.ts';

export const liveEveryMs = 5_000;
/** Fewer rows are with the centre before a report would be. */
export const fewWaitingRows = 200;
const saidAgainMs = 30_000;
const shareOfLine = 5;

export interface LivePumpOptions {
  readonly waitingRows: () => number;
  /** As it is now; undefined while there is no clinic. */
  readonly report: () => LiveReport | undefined;
  readonly transport: LiveTransport;
  readonly clock: Pick<RelayClock, 'monotonic' | 'sleep'>;
}

export class LivePump extends Pump {
  readonly name = 'relay-live';
  readonly #options: LivePumpOptions;

  constructor(options: LivePumpOptions) {
    super();
    this.#options = options;
  }

  protected async run(signal: AbortSignal): Promise<void> {
    const { clock, waitingRows } = this.#options;
    let said = '';
    while (!signal.aborted) {
      const begun = clock.monotonic();
      if (waitingRows() >= fewWaitingRows) said = await this.#tell(said, signal);
      else said = '';
      const tookMs = clock.monotonic() - begun;
      await clock.sleep(Math.max(liveEveryMs, (shareOfLine - 1) * tookMs), signal);
    }
  }

  /** Returns what the centre knows now. One that did not arrive is not sent again: the next one says more. */
  async #tell(said: string, signal: AbortSignal): Promise<string> {
    const report = this.#options.report();
    if (report === undefined) return said;
    // What is waited for changes by itself, too.
    const known = `${report.epoch}.${report.seq} ${Math.floor(report.at / saidAgainMs)}`;
    if (known === said) return said;
    return this.#options.transport.live(report, signal).then(
      () => known,
      () => '',
    );
  }
}

// How the process ends: what runs is stopped in order, for so long and no longer. Who was answered a moment ago still
// gets the answer, because the doors close before what is behind them; nothing that hangs keeps the process alive.

import type { Log } from './ports/log.ts';

export interface EndingParts {
  /** Stops what runs; called once. */
  readonly stop: () => Promise<void>;
  readonly exit: (status: number) => void;
  readonly log: Log;
}

export interface WayToEnd {
  /** Of the process, when all has stopped in time; the worst that was asked for counts. */
  readonly status: 0 | 1;
  readonly withinMs: number;
}

export class Ending {
  readonly #parts: EndingParts;
  #status = 0;
  #stopping: Promise<void> | undefined;

  constructor(parts: EndingParts) {
    this.#parts = parts;
  }

  get hasBegun(): boolean {
    return this.#stopping !== undefined;
  }

  /** A second call may shorten the time, and make the end a bad one. */
  begin({ status, withinMs }: WayToEnd): void {
    const { exit, log } = this.#parts;
    this.#status = Math.max(this.#status, status);
    setTimeout(() => {
      log.error('edge-stop-overdue', { withinMs });
      exit(1);
    }, withinMs);
    this.#stopping ??= this.#stop();
  }

  async #stop(): Promise<void> {
    const { stop, exit, log } = this.#parts;
    // What was settled in this turn leaves through the doors before they close.
    await new Promise((resolve) => setImmediate(resolve));
    await stop().catch((fault: unknown) => {
      log.error('edge-not-stopped', {}, fault);
      this.#status = 1;
    });
    exit(this.#status);
  }
}

// What keeps a copy at a place, round after round, off the writer's path: a place that is away keeps nobody waiting and is
// tried again, later and later; where another box has taken over, this one writes nothing more, there or anywhere.

import { AppError } from '@foyer/contracts/app-error.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import type { Log } from '../ports/log.ts';

export interface PlacePumpParts {
  readonly copy: { readonly place: string };
  readonly report: Log;
  readonly now: () => number;
  /** Ends early where it is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Another box has taken over in this epoch. */
  readonly onReplaced: (epoch: number) => void;
}

const firstWaitMs = secondMs;

export abstract class PlacePump {
  abstract readonly name: string;
  readonly #parts: PlacePumpParts;
  readonly #longestWaitMs: number;
  readonly #stopping = new AbortController();
  #wake = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #replaced = false;
  #failures = 0;

  constructor(parts: PlacePumpParts, longestWaitMs: number) {
    this.#parts = parts;
    this.#longestWaitMs = longestWaitMs;
  }

  /** Everything that is due, once. Throws what the place says. */
  abstract catchUp(): Promise<void>;

  /** After a round that went well: for how long nothing is looked at, unless something wakes it; 0: not at all. */
  protected abstract restMs(): number;

  /** After a round that did not: what is at the place is not known any more. */
  protected abstract lost(code: string): void;

  async start(): Promise<void> {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake.abort();
    await this.#running;
  }

  /** Something is due. */
  protected wake(): void {
    this.#wake.abort();
  }

  async #run(): Promise<void> {
    const { report, copy, sleep } = this.#parts;
    const { signal } = this.#stopping;
    while (!signal.aborted && !this.#replaced) {
      this.#wake = new AbortController();
      try {
        await this.catchUp();
        if (this.#failures > 0) report.info('copy-goes-on', { place: copy.place });
        this.#failures = 0;
        const restMs = this.restMs();
        if (restMs > 0) await sleep(restMs, this.#wake.signal);
      } catch (fault) {
        if (!this.#isReplaced(fault)) await this.#failed(fault, signal);
      }
    }
  }

  #isReplaced(fault: unknown): boolean {
    if (!(fault instanceof AppError) || fault.code !== 'edge-replaced') return false;
    this.#replaced = true;
    this.#parts.onReplaced(Number(fault.facts['epoch'] ?? 0));
    return true;
  }

  async #failed(fault: unknown, signal: AbortSignal): Promise<void> {
    const { report, copy, sleep } = this.#parts;
    const code = codeOf(fault);
    this.lost(code);
    if (this.#failures === 0) report.warn('copy-behind', { place: copy.place, code });
    this.#failures += 1;
    await sleep(Math.min(this.#longestWaitMs, firstWaitMs * 2 ** (this.#failures - 1)), signal);
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof AppError ? fault.code : fault instanceof Error ? fault.message : String(fault);
}

/**
 * Time that passes only when it is told to: what is due happens in order, and all that follows from it at once has
 * happened before the next thing is due. The same orders give the same run.
 */
import { setImmediate } from 'node:timers/promises';

interface Due {
  readonly at: number;
  readonly act: () => void;
}

export class VirtualTime {
  readonly #due: Due[] = [];
  #now = 0;

  /** Monotonic: no clock that a box has. */
  get now(): number {
    return this.#now;
  }

  in(ms: number, act: () => void): void {
    const at = this.#now + Math.max(0, ms);
    const behind = this.#due.findIndex((due) => due.at > at);
    this.#due.splice(behind === -1 ? this.#due.length : behind, 0, { at, act });
  }

  /** Resolves after so long, or at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = (): void => {
      signal.removeEventListener('abort', end);
      resolve();
    };
    if (signal.aborted) resolve();
    else {
      signal.addEventListener('abort', end);
      this.in(ms, end);
    }
    return promise;
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await setImmediate();
    for (let next = this.#due[0]; next !== undefined && next.at <= until; [next] = this.#due) {
      this.#due.shift();
      this.#now = next.at;
      next.act();
      await setImmediate();
    }
    this.#now = until;
  }
}

// A button that is leant on, or played with: after so many presses in a row it is not heard until it has been quiet.

import { secondMs, type EpochMs } from '@foyer/contracts/time.ts';

/** Nobody calls six people in half a minute. */
export const mostPresses = 5;
const withinMs = 30 * secondMs;
export const quietMs = 10 * secondMs;

interface Presses {
  readonly heardAt: readonly EpochMs[];
  readonly muted: boolean;
}

export class FloodGuard {
  readonly #presses = new Map<string, Presses>();

  /** Whether this press counts; `floods` when it is the first that does not. */
  press(deviceId: string, at: EpochMs): 'counts' | 'floods' | 'muted' {
    const { heardAt, muted } = this.#presses.get(deviceId) ?? { heardAt: [], muted: false };
    const last = heardAt.at(-1) ?? Number.NEGATIVE_INFINITY;
    const stillMuted = muted && at - last < quietMs;
    const recent = muted && !stillMuted ? [] : heardAt.filter((each) => at - each < withinMs);
    const floods = stillMuted || recent.length >= mostPresses;
    this.#presses.set(deviceId, { heardAt: [...recent, at].slice(-mostPresses), muted: floods });
    if (!floods) return 'counts';
    return muted && stillMuted ? 'muted' : 'floods';
  }
}

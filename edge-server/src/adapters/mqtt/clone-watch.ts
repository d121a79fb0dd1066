// Two things with one id push each other out again and again; one whose radio is weak comes back now and then.

import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';

/** So often within so long nothing comes back by itself: the one that was cut comes back at once, and cuts the other. */
export const mostTakeOvers = 4;
export const takeOversWithinMs = minuteMs;

export class CloneWatch {
  readonly #takeOvers = new Map<string, readonly EpochMs[]>();

  /** A second connection came while the first stood; true: there are two of them. */
  tookOver(deviceId: string, at: EpochMs): boolean {
    const recent = [...(this.#takeOvers.get(deviceId) ?? []).filter((each) => at - each < takeOversWithinMs), at];
    this.#takeOvers.set(deviceId, recent);
    return recent.length >= mostTakeOvers;
  }
}

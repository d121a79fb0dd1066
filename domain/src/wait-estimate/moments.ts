// The mean and the spread of what was seen, as a running fold that forgets: an old observation weighs less with each new
// one once the memory is full, and half as much after every half-life. Source: Welford (1962), with weights.

import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';

export interface Moments {
  readonly weight: number;
  readonly mean: number;
  /** The weighted sum of the squared distances to the mean. */
  readonly squares: number;
  /** Of the newest. */
  readonly at: EpochMs;
}

const halfLifeMs = 60 * dayMs;

/** `memory` is the most observations that it remembers. */
export function withObservation(moments: Moments | undefined, value: number, at: EpochMs, memory: number): Moments {
  if (moments === undefined) return { weight: 1, mean: value, squares: 0, at };
  const weight = Math.min(moments.weight * fading(moments.at, at), memory - 1);
  const kept = moments.weight === 0 ? 0 : weight / moments.weight;
  const mean = moments.mean + (value - moments.mean) / (weight + 1);
  const squares = moments.squares * kept + (value - moments.mean) * (value - mean);
  return { weight: weight + 1, mean, squares, at: Math.max(at, moments.at) };
}

/** What of a weight is left after the time between; time that goes back takes nothing away. */
export function fading(from: EpochMs, until: EpochMs): number {
  return 2 ** (-Math.max(0, until - from) / halfLifeMs);
}

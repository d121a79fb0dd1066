// How old what a screen shows may be. Live is silent; after 5 s without a word it shows a mark; after 30 s it says
// what to do. A screen that never heard anything counts from its start.

import { quietAfterMs, staleAfterMs } from '@foyer/contracts/sockets.ts';

export const Liveness = {
  /** Nothing has come yet, and it is early. */
  connecting: 'connecting',
  live: 'live',
  /** Nothing heard for 5 s. */
  quiet: 'quiet',
  /** Nothing heard for 30 s: what is shown must not be taken for current. */
  stale: 'stale',
  /** The server knows this screen's credential no longer: it must be enrolled again. */
  refused: 'refused',
} as const;
export type Liveness = (typeof Liveness)[keyof typeof Liveness];

/** From the milliseconds since something was last heard (or since the start, when `heard` is false). */
export function livenessOf(silenceMs: number, heard: boolean): Liveness {
  if (silenceMs >= staleAfterMs) return Liveness.stale;
  if (silenceMs >= quietAfterMs) return Liveness.quiet;
  return heard ? Liveness.live : Liveness.connecting;
}

/** Milliseconds until the state may next change by silence alone; undefined when it will not. */
export function nextChangeMs(silenceMs: number): number | undefined {
  const next = [quietAfterMs, staleAfterMs].find((limit) => silenceMs < limit);
  return next === undefined ? undefined : next - silenceMs;
}

// How long a server that ended by itself waits for its next start: 1, 2, 4, ... 30 s, and 1 s again once it had held
// for a minute. One that comes up and falls at once is not steady.

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
const steadyMs = 60_000;

/** After the delay before it, and how long the server lived then: undefined at first, and where it never came up. */
export function nextDelay(delayMs: number | undefined, livedMs: number | undefined): number {
  if (delayMs === undefined || (livedMs !== undefined && livedMs >= steadyMs)) return firstDelayMs;
  return Math.min(delayMs * 2, longestDelayMs);
}

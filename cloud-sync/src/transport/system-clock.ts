import { setTimeout as sleep } from 'node:timers/promises';
import type { RelayClock } from '../ports.ts';

export const systemClock: RelayClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: async (ms, signal) => {
    // An abort is one of the two ways to wake up.
    await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  },
};

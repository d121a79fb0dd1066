// How long a call has the stage, and how much of it is said, by how many wait behind it: a few are each said in full; of
// a crowd each is shown, and nobody waits for minutes to see a number that was called.

import type { DisplayCall } from './call-list.ts';

export interface Pace {
  /** How long the call stands at least. */
  readonly dwellMs: number;
  /** Languages that it is spoken in. */
  readonly voices: 'all' | 'first' | 'none';
  /** Sound that has not ended by then is cut off. */
  readonly soundMs: number;
}

/** Sound that never ends is given up after this. */
export const LONGEST_SOUND_MS = 25_000;
/** Waiting behind a call: from so many on they are a queue, and a crowd. */
export const QUEUE = 4;
export const CROWD = 8;
const QUEUE_PACE = { dwellMs: 6_000, voices: 'first', soundMs: 10_000 } as const;
const CROWD_PACE = { dwellMs: 4_000, voices: 'none', soundMs: 4_000 } as const;
/** Of a call that somebody may need longer to notice. */
const LONGER = 1.5;

/** `leastDwellMs`: of a call that few wait behind. */
export function paceOf({ manner }: DisplayCall, waiting: number, leastDwellMs: number): Pace {
  const pace = waiting >= CROWD ? CROWD_PACE : waiting >= QUEUE ? QUEUE_PACE : undefined;
  const dwellMs = Math.min(leastDwellMs, pace?.dwellMs ?? leastDwellMs) * (manner?.longer ? LONGER : 1);
  return { dwellMs, voices: pace?.voices ?? 'all', soundMs: pace?.soundMs ?? LONGEST_SOUND_MS };
}

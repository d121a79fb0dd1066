// What those who wait may know of a pause: about when somebody is called again, and nothing of who pauses or why.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { CallingPoint } from './order.ts';
import type { QueueState } from './queue-state.ts';

/**
 * When the first of these points goes on, as planned, while all of them that are not closed pause. Undefined while one
 * calls, where nobody said when, and from when the planned time is over: then it is no promise any more.
 */
export function nextCallAt(
  points: readonly CallingPoint[],
  { servicePoints }: Pick<QueueState, 'servicePoints'>,
  now: EpochMs,
): EpochMs | undefined {
  const records = points.map(({ id }) => servicePoints.get(id)).filter((record) => record !== undefined);
  const working = records.filter(({ state }) => state !== 'closed');
  if (working.some(({ state }) => state === 'open')) return undefined;
  const returns = working.map(({ pause }) => pause?.until ?? 0).filter((until) => until > now);
  return returns.length === 0 ? undefined : Math.min(...returns);
}

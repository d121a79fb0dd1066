// What a number sign shows: the newest call to its rooms that somebody is still waited for, or is served by. Dark while
// there is none, and while the building is being left: nobody shall walk to a room then.

import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { CallRecord } from '@foyer/domain/queue/queue-state.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { ClinicState } from './clinic-state.ts';
import { currentCalls } from './display-view.ts';

/** Undefined: dark. */
export function signCall(
  state: Pick<ClinicState, 'queue'>,
  servicePointId: string | null,
  setUp: ThingSetUp | undefined,
): CallRecord | undefined {
  if (evacuationNow(state.queue) !== undefined) return undefined;
  const rooms = setUp?.kind === 'sign' ? setUp.servicePointIds : undefined;
  const isHere = (call: CallRecord): boolean => {
    if (rooms !== undefined) return rooms.includes(call.servicePointId);
    return servicePointId === null || call.servicePointId === servicePointId;
  };
  return currentCalls(state)
    .filter(isHere)
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
}

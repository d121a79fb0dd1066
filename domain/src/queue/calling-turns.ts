// Whose turn it is at a service point, where the classes share its calls: what it called last, by what each counted as.
// Calls that no rules chose are not remembered, nor are emergencies, which take no turn.

import type { EventBody } from '@foyer/contracts/events.ts';
import { mostShare, sharedClasses } from '@foyer/contracts/calling-choices.ts';
import type { CallRecord, QueueChanges, QueueState, ServicePointRecord } from './queue-state.ts';

/** As many as any shares may look back on. */
const mostTurns = mostShare * sharedClasses.length;

/** The change of a call, and the turn that it took. */
export function turnTaken(
  state: QueueState,
  change: QueueChanges,
  { callId, servicePointId, chosenBy }: EventBody<'v1.TicketCalled'>,
): QueueChanges {
  if (chosenBy === undefined || chosenBy.priorityClass === 'emergency') return change;
  const turn = { callId, priorityClass: chosenBy.priorityClass };
  return atPoint(state, change, servicePointId, (point) => ({
    ...point,
    turns: [...(point.turns ?? []), turn].slice(-mostTurns),
  }));
}

/** A call that is taken back took no turn. */
export function turnWithdrawn(
  state: QueueState,
  change: QueueChanges,
  { id, servicePointId }: CallRecord,
): QueueChanges {
  return atPoint(state, change, servicePointId, (point) =>
    point.turns === undefined ? point : { ...point, turns: point.turns.filter(({ callId }) => callId !== id) },
  );
}

function atPoint(
  state: QueueState,
  change: QueueChanges,
  servicePointId: string,
  turned: (point: ServicePointRecord) => ServicePointRecord,
): QueueChanges {
  const changed = change.servicePoints ?? [];
  const before = changed.find(({ id }) => id === servicePointId) ?? state.servicePoints.get(servicePointId);
  if (before === undefined) return change;
  const after = turned(before);
  if (after === before) return change;
  return { ...change, servicePoints: [...changed.filter(({ id }) => id !== servicePointId), after] };
}

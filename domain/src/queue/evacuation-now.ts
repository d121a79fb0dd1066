import { theBuilding, type EvacuationRecord, type QueueState } from './queue-state.ts';

/** The evacuation that lasts; undefined while the building is in use. */
export function evacuationNow({ evacuations }: Pick<QueueState, 'evacuations'>): EvacuationRecord | undefined {
  const latest = evacuations.get(theBuilding);
  return latest?.endedAt === null ? latest : undefined;
}

// Who works behind time at a clinic, as its edge says.

import type { BusinessDay } from '@foyer/contracts/time.ts';
import { evolve, type FactRow } from '@foyer/domain/queue/evolve.ts';
import { emptyQueue, type DelayRecord } from '@foyer/domain/queue/queue-state.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { putDelays, selectDelays } from './queries.ts';

export async function applyDelayFacts(tx: Transaction, clinicId: string, facts: readonly InboxFact[]): Promise<void> {
  const announced = facts
    .filter(({ type }) => type === 'v1.DelayAnnounced')
    .flatMap((fact) => evolve(emptyQueue, fact as FactRow).delays ?? []);
  if (announced.length === 0) return;
  const latest = new Map(announced.map((delay) => [delay.id, delay]));
  await putDelays(tx, clinicId, [...latest.values()]);
}

/** Those that were announced on this day, over or not, by their ids. */
export async function findDelays(
  tx: Transaction,
  clinicId: string,
  day: BusinessDay,
): Promise<ReadonlyMap<string, DelayRecord>> {
  return new Map((await selectDelays(tx, clinicId, day)).map((delay) => [delay.id, delay]));
}

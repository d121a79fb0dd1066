// By which rules a clinic calls, as its edge says.

import { evolve, type FactRow } from '@foyer/domain/queue/evolve.ts';
import { emptyQueue, rulesNow, type QueueState } from '@foyer/domain/queue/queue-state.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { putCallingRules, selectCallingRules } from './queries.ts';

export async function applyCallingRulesFacts(
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<void> {
  const last = facts.findLast(({ type }) => type === 'v1.CallingRulesSet');
  if (last === undefined) return;
  const record = evolve(emptyQueue, last as FactRow).callingRules?.find(({ id }) => id === rulesNow);
  if (record !== undefined) await putCallingRules(tx, clinicId, record);
}

/** Those in force, as a part of the clinic's queue. */
export async function findCallingRules(tx: Transaction, clinicId: string): Promise<QueueState['callingRules']> {
  const record = await selectCallingRules(tx, clinicId);
  return new Map(record === undefined ? [] : [[rulesNow, record]]);
}

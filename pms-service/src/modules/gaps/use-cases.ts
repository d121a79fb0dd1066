// When each clinic's edge was not running, as the edge noticed at its next start.

import type { Gap } from '@foyer/contracts/gap.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { putGaps, selectGapsSince } from './queries.ts';

export async function applyGapFacts(tx: Transaction, clinicId: string, facts: readonly InboxFact[]): Promise<void> {
  const gaps = facts.flatMap((fact) => (fact.type === 'v1.GapNoticed' ? [fact.body] : []));
  if (gaps.length > 0) await putGaps(tx, clinicId, gaps);
}

/** Those that lasted beyond this moment, in order. */
export async function gapsSince(tx: Transaction, clinicId: string, since: EpochMs): Promise<readonly Gap[]> {
  return selectGapsSince(tx, clinicId, since);
}

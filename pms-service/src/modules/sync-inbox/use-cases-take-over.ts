// Which life of a clinic's log goes on: that of the rows, or that of a spare which took over from here and has sent none yet.

import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { lockHead, markTakenOver, selectHead } from './queries.ts';

/** 0 before the first row. */
export async function latestEpoch(tx: Transaction, clinicId: string): Promise<number> {
  const head = await selectHead(tx, clinicId);
  return Math.max(head?.epoch ?? 0, head?.takenOverIn ?? 0);
}

/** From now on nothing of an earlier epoch is taken. False where it is not later than what was. */
export async function beginTakenOver(tx: Transaction, clinicId: string, epoch: number): Promise<boolean> {
  const { epoch: held, takenOverIn } = await lockHead(tx, clinicId);
  if (epoch <= Math.max(held, takenOverIn ?? 0)) return false;
  await markTakenOver(tx, clinicId, epoch);
  return true;
}

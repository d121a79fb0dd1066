// What became of leases. Another life of the log begins without any: what the lost box used of them, nobody knows.

import { ended, taken, used, type LeaseRecord } from '@foyer/domain/leases/lease.ts';
import type { Projections } from '../ports/projections.ts';
import type { FoldedRow } from './fold.ts';

export function foldLeases(
  row: FoldedRow,
  projections: Pick<Projections, 'lease' | 'openLeases' | 'putLease' | 'forgetPool'>,
): void {
  const change = (id: string, by: (record: LeaseRecord) => LeaseRecord): void => {
    const record = projections.lease(id);
    if (record !== undefined) projections.putLease(by(record));
  };
  if (row.type === 'v1.LeaseTaken') projections.putLease(taken(row.body.lease));
  if (row.type === 'v1.LeaseUsed') change(row.body.leaseId, used);
  if (row.type === 'v1.LeaseReturned') change(row.body.leaseId, ended);
  if (row.type === 'v1.SharingEnded') projections.forgetPool(row.body.poolId);
  if (row.type === 'v1.EpochBegun') for (const record of projections.openLeases()) projections.putLease(ended(record));
}

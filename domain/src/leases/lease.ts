// What a clinic does with its leases. Pure; the edge folds it from its log.
// L1  A unit is used once, in order, on the lease's day and in the life of the log that it was granted to.
// L2  A lease ends once, and then all of it is used or returned.

import type { EventBody, FactOf } from '@foyer/contracts/events.ts';
import type { Lease } from '@foyer/contracts/lease.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';

export interface LeaseRecord extends Lease {
  readonly used: number;
  readonly ended: boolean;
}

/** What is left of it. */
export function unusedOf({ first, last, used }: Pick<LeaseRecord, 'first' | 'last' | 'used'>): number {
  return last - first + 1 - used;
}

export function taken(lease: Lease): LeaseRecord {
  return { ...lease, used: 0, ended: false };
}

export function used(record: LeaseRecord): LeaseRecord {
  return { ...record, used: record.used + 1 };
}

export function ended(record: LeaseRecord): LeaseRecord {
  return { ...record, ended: true };
}

/** Undefined: none is left. The oldest lease first. */
export function nextUnit(
  leases: readonly LeaseRecord[],
  businessDay: BusinessDay,
  epoch: number,
): Omit<EventBody<'v1.LeaseUsed'>, 'usedFor'> | undefined {
  const lease = leases.find(
    (each) => !each.ended && each.businessDay === businessDay && each.epoch === epoch && unusedOf(each) > 0,
  );
  return lease === undefined ? undefined : { leaseId: lease.id, unit: lease.first + lease.used };
}

/** Those whose day is over go back. Of an earlier life of the log none does: what the lost box used, nobody knows. */
export function returnsDue(
  leases: readonly LeaseRecord[],
  businessDay: BusinessDay,
  epoch: number,
): readonly FactOf<'v1.LeaseReturned'>[] {
  return leases
    .filter((lease) => !lease.ended && lease.epoch === epoch && lease.businessDay < businessDay)
    .map(returned);
}

/** It ends, with what was not used. */
export function returned(lease: LeaseRecord): FactOf<'v1.LeaseReturned'> {
  return { type: 'v1.LeaseReturned', body: { leaseId: lease.id, units: unusedOf(lease) } };
}

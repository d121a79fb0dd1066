// What the centre grants of a pool, and its account to the last unit. Pure.
// P1  granted = used + returned + expired + held, of every lease and so of every sum of them.
// P2  What is granted and has not come back is never more than the pool has on a day.
// P3  What a lost box held never comes back: it may have used it.

import type { LeaseAccount } from '@foyer/contracts/lease.ts';

export interface PoolLimits {
  /** Null: without an end. */
  readonly perDay: number | null;
  readonly share: number;
}

const nothingGranted: LeaseAccount = { granted: 0, used: 0, returned: 0, expired: 0, held: 0 };

/** Of one lease: what its clinic said of it, and whether its box is gone. */
export function accountOf(lease: {
  readonly units: number;
  readonly used: number;
  readonly returned: number;
  readonly isLost: boolean;
}): LeaseAccount {
  const { units: granted, used, returned, isLost } = lease;
  const rest = granted - used - returned;
  return { granted, used, returned, expired: isLost ? rest : 0, held: isLost ? 0 : rest };
}

export function sumOf(accounts: readonly LeaseAccount[]): LeaseAccount {
  return accounts.reduce(
    (sum, each) => ({
      granted: sum.granted + each.granted,
      used: sum.used + each.used,
      returned: sum.returned + each.returned,
      expired: sum.expired + each.expired,
      held: sum.held + each.held,
    }),
    nothingGranted,
  );
}

/** What is granted and has not come back: nobody else can have it. */
export function outOf({ granted, returned }: LeaseAccount): number {
  return granted - returned;
}

/** How many more one clinic gets of a day: up to its share ahead, once half of that is used; as far as the pool has any. */
export function unitsToGrant(limits: PoolLimits, own: LeaseAccount, all: LeaseAccount): number {
  const wanted = limits.share - own.held;
  if (wanted * 2 < limits.share) return 0;
  const free = limits.perDay === null ? wanted : limits.perDay - outOf(all);
  return Math.max(0, Math.min(wanted, free));
}

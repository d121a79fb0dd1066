import type { PoolRequest } from '@foyer/contracts/lease.ts';
import type { PoolLimits } from '@foyer/domain/leases/pool.ts';

export interface Pool extends PoolLimits, Pick<PoolRequest, 'name'> {
  readonly poolId: string;
}

/** A pool as one clinic shares in it. */
export interface PoolShare extends Pool {
  readonly serviceId: string;
  readonly nextUnit: number;
}

export interface HeldLease {
  readonly units: number;
  readonly used: number;
  readonly returned: number;
  readonly isLost: boolean;
}

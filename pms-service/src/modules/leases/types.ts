import type { ListedLease, PoolRequest, ShareRequest } from '@foyer/contracts/lease.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { PoolLimits } from '@foyer/domain/leases/pool.ts';

export interface Pool extends PoolLimits, PoolRequest {
  readonly poolId: string;
  readonly closedAt: EpochMs | null;
}

/** A pool as one clinic shares in it. */
export interface PoolShare extends PoolLimits {
  readonly poolId: string;
  readonly serviceId: string;
  readonly nextUnit: number;
}

export interface HeldLease {
  readonly units: number;
  readonly used: number;
  readonly returned: number;
  readonly isLost: boolean;
}

/** A lease as it is shown. */
export interface ShownLease extends HeldLease, Pick<ListedLease, 'id' | 'first' | 'last'> {
  readonly poolId: string;
  readonly isEnded: boolean;
  readonly isTakenBack: boolean;
}

/** What somebody at the centre did with a pool. Appended, never changed. */
export type PoolAct =
  | { readonly action: 'pool-set'; readonly pool: PoolRequest }
  | { readonly action: 'pool-closed' }
  | ({ readonly action: 'share-taken-back' | 'share-granted-again' } & ShareRequest);

// What the dashboard asks of the centre about what clinics share.

import type { ListedPool, PoolList, PoolRequest, ShareRequest } from '@foyer/contracts/lease.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';

export function fetchPools(date: string): Promise<ApiAnswer<PoolList>> {
  return request(`/api/v1/pools?date=${encodeURIComponent(date)}`);
}

/** Made where there is none of this id. */
export function setPool(poolId: string, pool: PoolRequest): Promise<ApiAnswer<unknown>> {
  return request(pathOf(poolId), { method: 'PUT', body: pool });
}

export function closePool(poolId: string): Promise<ApiAnswer<unknown>> {
  return request(`${pathOf(poolId)}/close`, { body: {} });
}

export function takeBack(poolId: string, share: ShareRequest): Promise<ApiAnswer<unknown>> {
  return request(`${pathOf(poolId)}/take-back`, { body: share });
}

export function grantAgain(poolId: string, share: ShareRequest): Promise<ApiAnswer<unknown>> {
  return request(`${pathOf(poolId)}/grant-again`, { body: share });
}

export interface Part {
  readonly kind: 'used' | 'held' | 'expired' | 'idle' | 'left';
  readonly units: number;
}

/** Everything that a pool has on the day, in the order of its bar; of a series, what it granted. */
export function partsOf({ account: { used, held, expired }, idle, left }: ListedPool): readonly Part[] {
  const parts: Part[] = [
    { kind: 'used', units: used },
    { kind: 'held', units: held },
    { kind: 'expired', units: expired },
    { kind: 'idle', units: left === null ? 0 : idle },
    { kind: 'left', units: left ?? 0 },
  ];
  return parts.filter(({ units }) => units > 0);
}

/** How long a bar is that holds all of them. */
export function unitsIn(parts: readonly Part[]): number {
  return parts.reduce((sum, { units }) => sum + units, 0);
}

function pathOf(poolId: string): string {
  return `/api/v1/pools/${encodeURIComponent(poolId)}`;
}

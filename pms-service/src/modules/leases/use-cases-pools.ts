// What people at the centre do with pools: make, widen, narrow and close one, take back what a clinic holds of a day, and
// look at the account. Each act holds the pool, so that nothing is granted of it meanwhile, and is written down with who
// did it. What is taken back is somebody else's once the clinic's row says so: it may have used it by then.

import type {
  ListedLease,
  ListedPool,
  ListedShare,
  PoolList,
  PoolRequest,
  ShareRequest,
} from '@foyer/contracts/lease.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { accountOf, outOf, sumOf } from '@foyer/domain/leases/pool.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { publish } from '../feed/use-cases.ts';
import { businessDayOf } from '../scheduling/use-cases.ts';
import type { Clinic } from '../tenancy/types.ts';
import { listClinics } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  closePool,
  insertPoolAct,
  lockPool,
  putPool,
  selectLeasesOfDay,
  selectMostOut,
  selectOut,
  selectPools,
  selectSharers,
  selectWithheld,
  takeLeasesBack,
  withhold,
  withholdNoMore,
} from './queries-pools.ts';
import type { Pool, PoolAct, ShownLease } from './types.ts';

export type PoolDone = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** Who acts, and on which pool. */
export interface PoolPlace {
  readonly networkId: string;
  readonly userId: string;
  readonly poolId: string;
}

/**
 * Each clinic shares by one of its services. Refused for a clinic of another network, for a service that there is not, and
 * where more is out of it already than there shall be.
 */
export async function setPool(context: UseCaseContext, place: PoolPlace, request: PoolRequest): Promise<PoolDone> {
  const { networkId, poolId } = place;
  const named = new Set(request.services.map(({ clinicId }) => clinicId));
  if (named.size < request.services.length)
    return { ok: false, refusal: { code: 'invalid-request', path: '/services' } };
  const clinics = await listClinics(context, networkId);
  for (const { clinicId, serviceId } of request.services) {
    const clinic = clinics.find((each) => each.clinicId === clinicId);
    const services = clinic?.configuration.services ?? [];
    if (!services.some(({ id }) => id === serviceId)) return { ok: false, refusal: { code: 'unknown-service' } };
  }
  const today = earliestToday(context, clinics);
  const done = await context.withTenant({ networkId }, async (tx) => {
    const least = (await lockPool(tx, networkId, poolId)) ? await selectMostOut(tx, networkId, poolId, today) : 0;
    if (request.perDay !== null && request.perDay < least) return { least };
    const sharers = await selectSharers(tx, networkId, poolId);
    await putPool(tx, networkId, poolId, request);
    await note(context, tx, place, { action: 'pool-set', pool: request });
    return { left: sharers.filter((id) => !named.has(id)) };
  });
  if ('least' in done) return { ok: false, refusal: { code: 'pool-too-narrow', least: done.least } };
  await endSharing(context, poolId, done.left);
  return { ok: true };
}

/** Nobody is granted anything of it any more; what clinics hold goes back, and its account stays. */
export async function endPool(context: UseCaseContext, place: PoolPlace): Promise<PoolDone> {
  const { networkId, poolId } = place;
  const left = await context.withTenant({ networkId }, async (tx) => {
    if (!(await lockPool(tx, networkId, poolId))) return undefined;
    const sharers = await selectSharers(tx, networkId, poolId);
    await closePool(tx, networkId, poolId, context.now());
    await note(context, tx, place, { action: 'pool-closed' });
    return sharers;
  });
  if (left === undefined) return unknownPool;
  await endSharing(context, poolId, left);
  return { ok: true };
}

/** The clinic is asked for what it has not used, and is granted no more of that day. */
export function takeBack(context: UseCaseContext, place: PoolPlace, share: ShareRequest): Promise<PoolDone> {
  return onShare(context, place, share, async (tx) => {
    const { networkId, poolId } = place;
    await withhold(tx, networkId, poolId, share);
    const leases = await takeLeasesBack(tx, poolId, share);
    const items = leases.map((lease) => ({ kind: 'lease' as const, id: lease.id, body: lease }));
    await publish(tx, share.clinicId, items);
    await note(context, tx, place, { action: 'share-taken-back', ...share });
  });
}

/** It is granted of that day again, when it asks for what is new. */
export function grantAgain(context: UseCaseContext, place: PoolPlace, share: ShareRequest): Promise<PoolDone> {
  return onShare(context, place, share, async (tx) => {
    await withholdNoMore(tx, place.networkId, place.poolId, share);
    await note(context, tx, place, { action: 'share-granted-again', ...share });
  });
}

/** Each with its account of that day, as the rows of its clinics say that are here. */
export async function listPools(context: UseCaseContext, networkId: string, day: BusinessDay): Promise<PoolList> {
  const clinics = await listClinics(context, networkId);
  const leases = new Map<string, readonly ShownLease[]>();
  for (const { clinicId } of clinics)
    leases.set(clinicId, await context.withTenant({ clinicId }, (tx) => selectLeasesOfDay(tx, clinicId, day)));
  const pools = await context.withTenant({ networkId }, async (tx) => {
    const listed: ListedPool[] = [];
    for (const pool of await selectPools(tx, networkId)) {
      const withheld = await selectWithheld(tx, networkId, pool.poolId, day);
      const out = await selectOut(tx, networkId, pool.poolId, day);
      listed.push(listedPool(pool, clinics, leases, { withheld, out, day }));
    }
    return listed;
  });
  const choices = clinics.map(({ clinicId: id, configuration: { name, services } }) => ({
    id,
    name,
    services: services.map((service) => ({ id: service.id, name: service.name })),
  }));
  return { serverTime: context.now(), pools, clinics: choices };
}

const unknownPool: PoolDone = { ok: false, refusal: { code: 'unknown-pool' } };

async function onShare(
  context: UseCaseContext,
  { networkId, poolId }: PoolPlace,
  { clinicId }: ShareRequest,
  act: (tx: Transaction) => Promise<void>,
): Promise<PoolDone> {
  const [clinic] = await listClinics(context, networkId, clinicId);
  if (clinic === undefined) return unknownPool;
  return context.withTenant({ networkId, clinicId }, async (tx) => {
    if (!(await lockPool(tx, networkId, poolId))) return unknownPool;
    await act(tx);
    return { ok: true };
  });
}

async function endSharing(context: UseCaseContext, poolId: string, clinicIds: readonly string[]): Promise<void> {
  for (const clinicId of clinicIds)
    await context.withTenant({ clinicId }, (tx) => publish(tx, clinicId, [{ kind: 'lease', id: poolId, body: null }]));
}

function note(context: UseCaseContext, tx: Transaction, place: PoolPlace, act: PoolAct): Promise<void> {
  const { networkId, userId, poolId } = place;
  return insertPoolAct(tx, networkId, { id: context.newId(), at: context.now(), userId, poolId }, act);
}

/** The day that is not over anywhere yet. */
function earliestToday(context: UseCaseContext, clinics: readonly Clinic[]): BusinessDay {
  const [first = ''] = clinics.map((clinic) => businessDayOf(clinic, context.now())).toSorted();
  return first;
}

function listedPool(
  pool: Pool,
  clinics: readonly Clinic[],
  leases: ReadonlyMap<string, readonly ShownLease[]>,
  { withheld, out, day }: { readonly withheld: readonly string[]; readonly out: number; readonly day: BusinessDay },
): ListedPool {
  const { poolId, closedAt, ...request } = pool;
  const shares = clinics.flatMap((clinic): ListedShare[] => {
    const { clinicId, configuration } = clinic;
    const own = (leases.get(clinicId) ?? []).filter((lease) => lease.poolId === poolId);
    const named = request.services.find((each) => each.clinicId === clinicId);
    if (named === undefined && own.length === 0) return [];
    const service = configuration.services.find(({ id }) => id === named?.serviceId)?.name;
    return [
      {
        clinicId,
        name: configuration.name,
        ...(service === undefined ? {} : { service }),
        account: sumOf(own.map(accountOf)),
        isWithheld: withheld.includes(clinicId),
        until: dayBounds(day, configuration.zone, configuration.businessDayStartsAt).until,
        zone: configuration.zone,
        leases: own.map(listedLease),
      },
    ];
  });
  const account = sumOf(shares.map((share) => share.account));
  const left = pool.perDay === null ? null : pool.perDay - out;
  const idle = out - outOf(account);
  return { id: poolId, ...request, ...(closedAt === null ? {} : { closedAt }), account, left, idle, shares };
}

function listedLease({ id, first, last, used, returned, isLost, isEnded, isTakenBack }: ShownLease): ListedLease {
  const state = isLost ? 'lost' : isEnded ? 'ended' : isTakenBack ? 'asked-back' : 'held';
  return { id, first, last, used, returned, state };
}

// Pools that several clinics of a network share. Whenever a clinic asks for what is new, what it said of its leases goes
// into the pool's ledger and it is granted more, in one transaction that holds the pool: two clinics never get the same
// unit, nor together more than there is.

import type { LeaseAccount, PoolList, PoolRequest } from '@foyer/contracts/lease.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import { accountOf, sumOf, unitsToGrant } from '@foyer/domain/leases/pool.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { publish } from '../feed/use-cases.ts';
import { businessDayOf } from '../scheduling/use-cases.ts';
import { findClinic, listClinics } from '../tenancy/use-cases.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  addToLeases,
  insertLease,
  lockShares,
  loseLeasesBefore,
  moveNextUnit,
  putAccount,
  putPool,
  selectAccounts,
  selectLeases,
  selectPools,
  selectSharers,
  sharesIn,
} from './queries.ts';
import type { PoolShare } from './types.ts';

/** Today and tomorrow: a box that is cut off over night has tomorrow's in the morning. */
const daysAhead = [0, 1];

/** Each clinic shares by one of its services. Refused for a clinic of another network, and for a service that there is not. */
export async function setPool(
  context: UseCaseContext,
  networkId: string,
  poolId: string,
  request: PoolRequest,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }> {
  const named = new Set(request.services.map(({ clinicId }) => clinicId));
  if (named.size < request.services.length)
    return { ok: false, refusal: { code: 'invalid-request', path: '/services' } };
  const clinics = new Map((await listClinics(context, networkId)).map((clinic) => [clinic.clinicId, clinic]));
  for (const { clinicId, serviceId } of request.services) {
    const services = clinics.get(clinicId)?.configuration.services ?? [];
    if (!services.some(({ id }) => id === serviceId)) return { ok: false, refusal: { code: 'unknown-service' } };
  }
  const before = await context.withTenant({ networkId }, async (tx) => {
    const sharers = await selectSharers(tx, networkId, poolId);
    await putPool(tx, networkId, poolId, request);
    return sharers;
  });
  for (const clinicId of before.filter((id) => !named.has(id))) {
    await context.withTenant({ clinicId }, (tx) => publish(tx, clinicId, [{ kind: 'lease', id: poolId, body: null }]));
  }
  return { ok: true };
}

/** Each with its account of that day, as the clinics last said. */
export async function listPools(context: UseCaseContext, networkId: string, day: BusinessDay): Promise<PoolList> {
  return context.withTenant({ networkId }, async (tx) => {
    const pools = [];
    for (const { poolId: id, name, perDay, share } of await selectPools(tx, networkId))
      pools.push({ id, name, perDay, share, account: await accountOfPool(tx, networkId, id, day) });
    return { pools };
  });
}

/** Takes a clinic's account over and grants it what it may hold ahead, in the present life of its log. */
export async function settleLeases(
  context: UseCaseContext,
  clinicId: string,
  readEpoch: () => Promise<number>,
): Promise<void> {
  const clinic = await context.withTenant({ clinicId }, (tx) => findClinic(tx, clinicId));
  if (clinic === undefined) return;
  const { networkId } = clinic;
  if (!(await context.withTenant({ networkId }, (tx) => sharesIn(tx, networkId, clinicId)))) return;
  const epoch = await readEpoch();
  await context.withTenant({ clinicId, networkId }, async (tx) => {
    const today = businessDayOf(clinic, context.now());
    const nextUnits = new Map<string, number>();
    for (const pool of await lockShares(tx, networkId, clinicId)) {
      for (const ahead of daysAhead) await settle(context, tx, clinic, pool, addDays(today, ahead), epoch, nextUnits);
    }
  });
}

/** What a clinic's rows say of its leases. A lease that is over leaves the feed. */
export async function applyLeaseFacts(tx: Transaction, clinicId: string, facts: readonly InboxFact[]): Promise<void> {
  const changes = new Map<string, { id: string; used: number; returned: number; ended: boolean }>();
  const gone: string[] = [];
  const flush = async (): Promise<void> => {
    if (changes.size > 0) await addToLeases(tx, clinicId, [...changes.values()]);
    changes.clear();
  };
  for (const { type, body, epoch } of facts) {
    if (type === 'v1.EpochBegun') {
      await flush();
      gone.push(...(await loseLeasesBefore(tx, clinicId, epoch)));
    }
    if (type !== 'v1.LeaseUsed' && type !== 'v1.LeaseReturned') continue;
    const id = body.leaseId;
    const change = changes.get(id) ?? { id, used: 0, returned: 0, ended: false };
    if (type === 'v1.LeaseUsed') change.used += 1;
    else {
      change.returned += body.units;
      change.ended = true;
      gone.push(id);
    }
    changes.set(id, change);
  }
  await flush();
  await publish(
    tx,
    clinicId,
    gone.map((id) => ({ kind: 'lease', id, body: null })),
  );
}

async function settle(
  context: UseCaseContext,
  tx: Transaction,
  { clinicId, networkId }: Clinic,
  pool: PoolShare,
  businessDay: BusinessDay,
  epoch: number,
  nextUnits: Map<string, number>,
): Promise<void> {
  const { poolId, serviceId } = pool;
  const place = { poolId, businessDay, clinicId };
  const own = sumOf((await selectLeases(tx, clinicId, poolId, businessDay)).map(accountOf));
  await putAccount(tx, networkId, place, own);
  const units = unitsToGrant(pool, own, await accountOfPool(tx, networkId, poolId, businessDay));
  if (units === 0) return;
  const first = nextUnits.get(poolId) ?? pool.nextUnit;
  const last = first + units - 1;
  const lease = { id: context.newId(), poolId, serviceId, businessDay, first, last, epoch };
  nextUnits.set(poolId, last + 1);
  await moveNextUnit(tx, networkId, poolId, last + 1);
  await insertLease(tx, clinicId, lease);
  await putAccount(tx, networkId, place, { ...own, granted: own.granted + units });
  await publish(tx, clinicId, [{ kind: 'lease', id: lease.id, body: lease }]);
}

async function accountOfPool(
  tx: Transaction,
  networkId: string,
  poolId: string,
  businessDay: BusinessDay,
): Promise<LeaseAccount> {
  const accounts = await selectAccounts(tx, networkId, poolId, businessDay);
  return sumOf(
    accounts.map(({ clinicId: _clinic, ...each }) => {
      return { ...each, held: each.granted - each.used - each.returned - each.expired };
    }),
  );
}

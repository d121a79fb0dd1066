// Pools that several clinics of a network share. Whenever a clinic asks for what is new, what it said of its leases goes
// into the pool's ledger and it is granted more, in one transaction that holds the pool: two clinics never get the same
// unit, nor together more than there is.

import type { LeaseAccount } from '@foyer/contracts/lease.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import { accountOf, sumOf, unitsToGrant } from '@foyer/domain/leases/pool.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { publish } from '../feed/use-cases.ts';
import { businessDayOf } from '../scheduling/use-cases.ts';
import { findClinic } from '../tenancy/use-cases.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  addToLeases,
  insertLease,
  lockShares,
  loseLeasesBefore,
  moveNextUnit,
  putAccount,
  selectAccounts,
  selectLeases,
  sharesIn,
} from './queries.ts';
import { selectWithheld } from './queries-pools.ts';
import type { PoolShare } from './types.ts';

/** Today and tomorrow: a box that is cut off over night has tomorrow's in the morning. */
const daysAhead = [0, 1];

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
  if ((await selectWithheld(tx, networkId, poolId, businessDay)).includes(clinicId)) return;
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

// What is asked of pools and said of them at the centre.

import type { GrantedLease, PoolRequest, ShareRequest } from '@foyer/contracts/lease.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Pool, PoolAct, ShownLease } from './types.ts';

/** Open from now on, whatever it was. */
export async function putPool(
  tx: Transaction,
  networkId: string,
  poolId: string,
  { name, perDay, share, services }: PoolRequest,
): Promise<void> {
  await sql`
    insert into shared_pools (network_id, pool_id, name, per_day, share)
    values (${networkId}, ${poolId}, ${name}, ${perDay}, ${share})
    on conflict (network_id, pool_id) do update set name = excluded.name, per_day = excluded.per_day,
      share = excluded.share, closed_at = null`.execute(tx);
  await deleteServices(tx, networkId, poolId);
  await sql`
    insert into shared_pool_services (network_id, pool_id, clinic_id, service_id)
    select ${networkId}::uuid, ${poolId}::uuid, s."clinicId", s."serviceId"
    from jsonb_to_recordset(${JSON.stringify(services)}::jsonb) as s ("clinicId" uuid, "serviceId" uuid)`.execute(tx);
}

export async function closePool(tx: Transaction, networkId: string, poolId: string, at: EpochMs): Promise<void> {
  await sql`update shared_pools set closed_at = ${new Date(at)}
    where network_id = ${networkId} and pool_id = ${poolId}`.execute(tx);
  await deleteServices(tx, networkId, poolId);
}

/** Locked until the commit, so that nothing of it is granted meanwhile. False: there is none. */
export async function lockPool(tx: Transaction, networkId: string, poolId: string): Promise<boolean> {
  const { rows } = await sql`select from shared_pools
    where network_id = ${networkId} and pool_id = ${poolId} for update`.execute(tx);
  return rows.length > 0;
}

/** The clinics that share in it. */
export async function selectSharers(tx: Transaction, networkId: string, poolId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select clinic_id as id from shared_pool_services
    where network_id = ${networkId} and pool_id = ${poolId}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** By name, and those that are closed last. */
export async function selectPools(tx: Transaction, networkId: string): Promise<Pool[]> {
  const { rows } = await sql<Pool>`
    select p.pool_id as "poolId", p.name, p.per_day as "perDay", p.share, p.closed_at as "closedAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('clinicId', s.clinic_id, 'serviceId', s.service_id) order by s.clinic_id)
        from shared_pool_services s where s.network_id = p.network_id and s.pool_id = p.pool_id), '[]') as services
    from shared_pools p where p.network_id = ${networkId}
    order by p.closed_at is not null, p.name, p.pool_id`.execute(tx);
  return rows;
}

/** Of a day: what is out of the pool, as the clinics said when they last asked for more. */
export async function selectOut(
  tx: Transaction,
  networkId: string,
  poolId: string,
  businessDay: BusinessDay,
): Promise<number> {
  const { rows } = await sql<{ out: number }>`
    select coalesce(sum(granted - returned), 0)::integer as out from shared_pool_accounts
    where network_id = ${networkId} and pool_id = ${poolId} and business_day = ${businessDay}`.execute(tx);
  return rows[0]?.out ?? 0;
}

/** Of a day from this one on: the most that was out of the pool, as the clinics last said. */
export async function selectMostOut(
  tx: Transaction,
  networkId: string,
  poolId: string,
  from: BusinessDay,
): Promise<number> {
  const { rows } = await sql<{ out: number }>`
    select coalesce(max(out), 0)::integer as out from (
      select sum(granted - returned) as out from shared_pool_accounts
      where network_id = ${networkId} and pool_id = ${poolId} and business_day >= ${from} group by business_day
    ) by_day`.execute(tx);
  return rows[0]?.out ?? 0;
}

/** Of a clinic and a day: every lease of any pool, in the order in which they were granted. */
export async function selectLeasesOfDay(
  tx: Transaction,
  clinicId: string,
  businessDay: BusinessDay,
): Promise<ShownLease[]> {
  const { rows } = await sql<ShownLease>`
    select lease_id as id, pool_id as "poolId", first_unit as first, last_unit as last,
      (last_unit - first_unit + 1)::integer as units, used, returned, is_lost as "isLost", is_ended as "isEnded",
      is_taken_back as "isTakenBack"
    from leases where clinic_id = ${clinicId} and business_day = ${businessDay} order by first_unit`.execute(tx);
  return rows;
}

/** Marks what the clinic has not given back; comes back as the feed tells it. */
export async function takeLeasesBack(
  tx: Transaction,
  poolId: string,
  { clinicId, businessDay }: ShareRequest,
): Promise<GrantedLease[]> {
  const { rows } = await sql<GrantedLease>`
    update leases set is_taken_back = true
    where clinic_id = ${clinicId} and pool_id = ${poolId} and business_day = ${businessDay}
      and not is_ended and not is_taken_back
    returning lease_id as id, pool_id as "poolId", service_id as "serviceId", business_day as "businessDay",
      first_unit as first, last_unit as last, epoch`.execute(tx);
  return rows.map((lease) => ({ ...lease, takenBack: true }));
}

export async function withhold(
  tx: Transaction,
  networkId: string,
  poolId: string,
  { clinicId, businessDay }: ShareRequest,
): Promise<void> {
  await sql`insert into withheld_shares (network_id, pool_id, business_day, clinic_id)
    values (${networkId}, ${poolId}, ${businessDay}, ${clinicId}) on conflict do nothing`.execute(tx);
}

export async function withholdNoMore(
  tx: Transaction,
  networkId: string,
  poolId: string,
  { clinicId, businessDay }: ShareRequest,
): Promise<void> {
  await sql`delete from withheld_shares where network_id = ${networkId} and pool_id = ${poolId}
    and business_day = ${businessDay} and clinic_id = ${clinicId}`.execute(tx);
}

/** Of a day: the clinics that are granted nothing of the pool any more. */
export async function selectWithheld(
  tx: Transaction,
  networkId: string,
  poolId: string,
  businessDay: BusinessDay,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select clinic_id as id from withheld_shares
    where network_id = ${networkId} and pool_id = ${poolId} and business_day = ${businessDay}`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function insertPoolAct(
  tx: Transaction,
  networkId: string,
  entry: { readonly id: string; readonly at: EpochMs; readonly userId: string; readonly poolId: string },
  act: PoolAct,
): Promise<void> {
  const pool = act.action === 'pool-set' ? JSON.stringify(act.pool) : null;
  const { clinicId, businessDay } = 'clinicId' in act ? act : { clinicId: null, businessDay: null };
  await sql`
    insert into pool_log (network_id, entry_id, at, user_id, action, pool_id, pool, clinic_id, business_day)
    values (${networkId}, ${entry.id}, ${new Date(entry.at)}, ${entry.userId}, ${act.action}, ${entry.poolId},
      ${pool}::jsonb, ${clinicId}, ${businessDay})`.execute(tx);
}

async function deleteServices(tx: Transaction, networkId: string, poolId: string): Promise<void> {
  await sql`delete from shared_pool_services where network_id = ${networkId} and pool_id = ${poolId}`.execute(tx);
}

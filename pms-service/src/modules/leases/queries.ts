import type { Lease, LeaseAccount } from '@foyer/contracts/lease.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { HeldLease, PoolShare } from './types.ts';

export async function sharesIn(tx: Transaction, networkId: string, clinicId: string): Promise<boolean> {
  const { rows } = await sql`select from shared_pool_services
    where network_id = ${networkId} and clinic_id = ${clinicId} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Each locked until the commit, so that nobody else grants of it meanwhile. */
export async function lockShares(tx: Transaction, networkId: string, clinicId: string): Promise<PoolShare[]> {
  const { rows } = await sql<PoolShare>`
    select p.pool_id as "poolId", p.per_day as "perDay", p.share, p.next_unit as "nextUnit", s.service_id as "serviceId"
    from shared_pools p
    join shared_pool_services s on s.network_id = p.network_id and s.pool_id = p.pool_id
    where p.network_id = ${networkId} and s.clinic_id = ${clinicId} order by p.pool_id, s.service_id
    for update of p`.execute(tx);
  return rows;
}

export async function moveNextUnit(tx: Transaction, networkId: string, poolId: string, next: number): Promise<void> {
  await sql`update shared_pools set next_unit = ${next}
    where network_id = ${networkId} and pool_id = ${poolId}`.execute(tx);
}

/** Of a day: what each clinic was granted and gave back. */
export async function selectAccounts(
  tx: Transaction,
  networkId: string,
  poolId: string,
  businessDay: BusinessDay,
): Promise<(Omit<LeaseAccount, 'held'> & { readonly clinicId: string })[]> {
  const { rows } = await sql<Omit<LeaseAccount, 'held'> & { clinicId: string }>`
    select clinic_id as "clinicId", granted, used, returned, expired from shared_pool_accounts
    where network_id = ${networkId} and pool_id = ${poolId} and business_day = ${businessDay}`.execute(tx);
  return rows;
}

export async function putAccount(
  tx: Transaction,
  networkId: string,
  place: { readonly poolId: string; readonly businessDay: BusinessDay; readonly clinicId: string },
  { granted, used, returned, expired }: LeaseAccount,
): Promise<void> {
  await sql`
    insert into shared_pool_accounts (network_id, pool_id, business_day, clinic_id, granted, used, returned, expired)
    values (${networkId}, ${place.poolId}, ${place.businessDay}, ${place.clinicId}, ${granted}, ${used}, ${returned},
      ${expired})
    on conflict (network_id, pool_id, business_day, clinic_id) do update set granted = excluded.granted,
      used = excluded.used, returned = excluded.returned, expired = excluded.expired`.execute(tx);
}

export async function insertLease(tx: Transaction, clinicId: string, lease: Lease): Promise<void> {
  await sql`
    insert into leases (clinic_id, lease_id, pool_id, service_id, business_day, first_unit, last_unit, epoch)
    values (${clinicId}, ${lease.id}, ${lease.poolId}, ${lease.serviceId}, ${lease.businessDay}, ${lease.first},
      ${lease.last}, ${lease.epoch})`.execute(tx);
}

export async function selectLeases(
  tx: Transaction,
  clinicId: string,
  poolId: string,
  businessDay: BusinessDay,
): Promise<HeldLease[]> {
  const { rows } = await sql<HeldLease>`
    select (last_unit - first_unit + 1)::integer as units, used, returned, is_lost as "isLost" from leases
    where clinic_id = ${clinicId} and pool_id = ${poolId} and business_day = ${businessDay}`.execute(tx);
  return rows;
}

/** What of these leases was used, and what came back. One whose box is lost is out of account already. */
export async function addToLeases(
  tx: Transaction,
  clinicId: string,
  changes: readonly {
    readonly id: string;
    readonly used: number;
    readonly returned: number;
    readonly ended: boolean;
  }[],
): Promise<void> {
  await sql`
    update leases set used = leases.used + c.used, returned = leases.returned + c.returned,
      is_ended = leases.is_ended or c.ended
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as c (id uuid, used integer, returned integer, ended boolean)
    where leases.clinic_id = ${clinicId} and leases.lease_id = c.id and not leases.is_lost`.execute(tx);
}

/** Those that a lost box held; their ids. */
export async function loseLeasesBefore(tx: Transaction, clinicId: string, epoch: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update leases set is_lost = true, is_ended = true
    where clinic_id = ${clinicId} and epoch < ${epoch} and not is_ended returning lease_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

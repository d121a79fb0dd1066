import type { BusinessDay, ZoneName } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { minutesWithoutGaps } from '../../adapters/postgres/minutes-without-gaps.ts';
import type { DayCounts, Freshness, HourCounts, MeansTotal, RoomNow } from './types.ts';

export async function countDay(tx: Transaction, clinicId: string, date: BusinessDay): Promise<DayCounts> {
  const { rows } = await sql<DayCounts>`
    select
      (select count(*) from appointments a
        where a.clinic_id = ${clinicId} and a.business_day = ${date} and a.status <> 'cancelled') as booked,
      count(*) filter (where state <> 'cancelled') as arrived,
      count(*) filter (where state <> 'cancelled' and appointment_id is null) as "arrivedWithoutBooking",
      count(*) filter (where state = 'waiting') as waiting,
      min(issued_at) filter (where state = 'waiting') as "waitingSince",
      count(*) filter (where state in ('called', 'serving')) as "withStaff",
      count(*) filter (where state = 'on-hold') as "onHold",
      count(*) filter (where state = 'completed') as served,
      count(*) filter (where state in ('not-answered', 'left')) as "notHere"
    from visits where clinic_id = ${clinicId} and business_day = ${date}`.execute(tx);
  return rows[0] as DayCounts;
}

export async function sumTakings(tx: Transaction, clinicId: string, date: BusinessDay): Promise<MeansTotal[]> {
  const { rows } = await sql<MeansTotal>`
    select means, sum(amount_minor)::bigint as "amountMinor", count(*) as payments from payments
    where clinic_id = ${clinicId} and business_day = ${date} group by means order by means`.execute(tx);
  return rows;
}

/** By the clinic's own clock. The wait is from the ticket to its first call, without what of it fell into a gap. */
export async function countHours(
  tx: Transaction,
  clinicId: string,
  date: BusinessDay,
  zone: ZoneName,
): Promise<HourCounts[]> {
  const waited = minutesWithoutGaps(clinicId, sql`issued_at`, sql`first_called_at`);
  const { rows } = await sql<HourCounts>`
    with day as (
      select * from visits where clinic_id = ${clinicId} and business_day = ${date} and state <> 'cancelled'
    ), arrived as (
      select extract(hour from issued_at at time zone ${zone})::integer as hour, count(*) as arrived from day group by 1
    ), served as (
      select extract(hour from closed_at at time zone ${zone})::integer as hour, count(*) as served from day
      where state = 'completed' group by 1
    ), called as (
      select extract(hour from first_called_at at time zone ${zone})::integer as hour,
        percentile_cont(0.5) within group (order by ${waited}) as minutes
      from day
      where first_called_at is not null group by 1
    )
    select hour, coalesce(arrived, 0) as arrived, coalesce(served, 0) as served, minutes as "medianWaitMinutes"
    from arrived full join served using (hour) full join called using (hour) order by hour`.execute(tx);
  return rows;
}

export async function selectRooms(tx: Transaction, clinicId: string): Promise<RoomNow[]> {
  const { rows } = await sql<RoomNow>`
    select p.service_point_id as "servicePointId", p.record->>'state' as state, p.record->>'staffId' as "staffId",
      s.name as "staffName", v.record->>'number' as "ticketNumber",
      coalesce((v.record->'standing'->>'servingSince')::bigint, (v.record->'standing'->>'calledAt')::bigint) as since,
      jsonb_build_object('state', p.record->'room'->'state', 'since', p.record->'room'->'since') as room
    from service_points p
    left join staff s on s.clinic_id = p.clinic_id and s.staff_id = (p.record->>'staffId')::uuid
    left join visits v on v.clinic_id = p.clinic_id and v.ticket_id = (p.record->>'ticketId')::uuid
    where p.clinic_id = ${clinicId}`.execute(tx);
  return rows;
}

export async function selectFreshness(tx: Transaction, clinicId: string): Promise<Freshness> {
  const { rows } = await sql<Freshness>`
    select heard_at as "lastHeardAt", newest_at as "newestFactAt", quarantined_at is not null as quarantined
    from inbox_heads where clinic_id = ${clinicId}`.execute(tx);
  return rows[0] ?? { lastHeardAt: null, newestFactAt: null, quarantined: false };
}

export async function countDeadLetters(tx: Transaction, clinicId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from dead_letters where clinic_id = ${clinicId} and state = 'open'`.execute(tx);
  return rows[0]?.open ?? 0;
}

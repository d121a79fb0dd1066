import { sql, type RawBuilder } from 'kysely';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { minutesWithoutGaps } from '../../adapters/postgres/minutes-without-gaps.ts';
import type { Counted, NoShowRow, ServiceRow, VisitRow } from './types.ts';

const spreadOf = (minutes: RawBuilder<unknown>) =>
  sql`percentile_cont(array[0.5, 0.9]) within group (order by ${minutes}) filter (where ${minutes} is not null)`;

/** The visits that are counted, as the table `visit`. Of one person: those whom they were with. */
function counted({ clinicId, from, until, serviceId, staffId, priorityClass }: Counted) {
  const conditions = [
    sql`v.clinic_id = ${clinicId}`,
    sql`v.business_day between ${from}::date and ${until}::date`,
    sql`v.state <> 'cancelled'`,
    ...(serviceId === undefined ? [] : [sql`v.record->>'issuedServiceId' = ${serviceId}`]),
    ...(priorityClass === undefined ? [] : [sql`v.record->'standing'->>'priorityClass' = ${priorityClass}`]),
    ...(staffId === undefined
      ? []
      : [
          sql`exists (select from services_given g
            where g.clinic_id = v.clinic_id and g.ticket_id = v.ticket_id and g.staff_id = ${staffId})`,
        ]),
  ];
  return sql`visit as (select * from visits v where ${sql.join(conditions, sql` and `)})`;
}

export async function countVisits(tx: Transaction, given: Counted): Promise<VisitRow[]> {
  const waited = minutesWithoutGaps(given.clinicId, sql`issued_at`, sql`first_called_at`);
  const { rows } = await sql<VisitRow>`
    with ${counted(given)}, each as (
      select business_day::text as day, extract(hour from issued_at at time zone ${given.zone})::integer as hour,
        (record->>'issuedServiceId')::uuid as "serviceId", record->'standing'->>'priorityClass' as "priorityClass",
        state, case when first_called_at is null then null else ${waited} end as waited
      from visit
    )
    select day, hour, "serviceId", "priorityClass", count(*) as arrived,
      count(*) filter (where state = 'completed') as served,
      count(*) filter (where state in ('not-answered', 'left')) as "notSeen",
      ${spreadOf(sql`waited`)} as spread
    from each group by grouping sets ((), (day), (hour), ("serviceId"), ("priorityClass"))`.execute(tx);
  return rows;
}

export async function countServices(tx: Transaction, given: Counted): Promise<ServiceRow[]> {
  const { clinicId, staffId } = given;
  const lasted = minutesWithoutGaps(clinicId, sql`started_at`, sql`ended_at`);
  const ofOne = staffId === undefined ? sql`` : sql`and g.staff_id = ${staffId}`;
  const { rows } = await sql<ServiceRow>`
    with ${counted(given)}, each as (
      select g.service_id, g.staff_id, ${lasted} as lasted from services_given g
      join visit using (clinic_id, ticket_id) where g.clinic_id = ${clinicId} ${ofOne}
    ), grouped as (
      select case when grouping(service_id) = 0 then 'service' when grouping(staff_id) = 0 then 'person' else 'all' end
          as by,
        service_id, staff_id, count(*) as services, ${spreadOf(sql`lasted`)} as spread
      from each group by grouping sets ((), (service_id), (staff_id))
    )
    select by, service_id as "serviceId", grouped.staff_id as "staffId", s.name as "staffName", services, spread
    from grouped left join staff s on s.clinic_id = ${clinicId} and s.staff_id = grouped.staff_id`.execute(tx);
  return rows;
}

/** Booked and not come, of days before this one. */
export async function countNoShows(
  tx: Transaction,
  { clinicId, from, until, serviceId }: Counted,
  today: BusinessDay,
): Promise<NoShowRow[]> {
  const ofService = serviceId === undefined ? sql`` : sql`and service_id = ${serviceId}`;
  const { rows } = await sql<NoShowRow>`
    select business_day::text as day, count(*) as "noShows" from appointments
    where clinic_id = ${clinicId} and status = 'booked' and business_day < ${today}::date
      and business_day between ${from}::date and ${until}::date ${ofService}
    group by business_day`.execute(tx);
  return rows;
}

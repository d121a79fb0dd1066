import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import { anArray, recordset } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { FeedHead } from './rules.ts';
import type { Publication } from './types.ts';

export async function insertFeedHead(tx: Transaction, clinicId: string): Promise<void> {
  await sql`insert into feed_heads (clinic_id, number) values (${clinicId}, 0)`.execute(tx);
}

/**
 * Numbers the items one after the other and puts each in the place of the older one of its kind and id. The head's row
 * is locked until the commit, so numbers become visible in their order; none is below the clock, so that a restored
 * centre gives none out again. Items of an erased subject are left out.
 */
export async function putEntries(tx: Transaction, clinicId: string, items: readonly Publication[]): Promise<void> {
  const placed = items.map((item, index) => ({ ...item, position: index + 1 }));
  await sql`
    with head as (
      update feed_heads set number = greatest(number + ${items.length},
        (extract(epoch from clock_timestamp()) * 1000)::bigint)
      where clinic_id = ${clinicId} returning number
    )
    insert into feed_entries (clinic_id, number, kind, thing_id, body, subject_id)
    select ${clinicId}::uuid, head.number - ${items.length} + item.position, item.kind, item.id, item.body,
      item."subjectId"
    from head, ${recordset(placed, 'item', {
      position: 'integer',
      kind: 'text',
      id: 'text',
      body: 'jsonb',
      subjectId: 'uuid',
    })}
    where not exists (
      select from subject_keys k
      where k.clinic_id = ${clinicId} and k.subject_id = item."subjectId" and k.erased_at is not null
    )
    on conflict (clinic_id, kind, thing_id) do update
      set number = excluded.number, body = excluded.body, subject_id = excluded.subject_id`.execute(tx);
}

/** Which of these things of one kind have an entry. */
export async function selectPublished(
  tx: Transaction,
  clinicId: string,
  kind: FeedItem['kind'],
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select thing_id as id from feed_entries
    where clinic_id = ${clinicId} and kind = ${kind} and thing_id = any(${anArray('text', ids)}) and body is not null`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function entriesAfter(
  tx: Transaction,
  clinicId: string,
  after: number,
  limit: number,
): Promise<FeedItem[]> {
  const { rows } = await sql<FeedItem>`
    select number, kind, thing_id as id, body from feed_entries
    where clinic_id = ${clinicId} and number > ${after} order by number limit ${limit}`.execute(tx);
  return rows;
}

export async function deleteSubjectEntries(
  tx: Transaction,
  clinicId: string,
  subjectIds: readonly string[],
): Promise<void> {
  await sql`delete from feed_entries where clinic_id = ${clinicId} and subject_id = any(${subjectIds}::uuid[])`.execute(
    tx,
  );
}

/** Sets how far the schedule went down; returns how far it had gone before, and locks the feed until the commit. */
export async function moveScheduleUntil(tx: Transaction, clinicId: string, until: string): Promise<string | null> {
  const { rows } = await sql<{ before: string | null }>`
    with before as (select schedule_until from feed_heads where clinic_id = ${clinicId} for update)
    update feed_heads set schedule_until = greatest(feed_heads.schedule_until, ${until}::date) from before
    where clinic_id = ${clinicId} returning before.schedule_until as before`.execute(tx);
  return rows[0]?.before ?? null;
}

/** Locks the feed until the commit; returns how far the schedule went down. What is read after it stays true. */
export async function lockFeed(tx: Transaction, clinicId: string): Promise<string | null> {
  const { rows } = await sql<{ until: string | null }>`
    select schedule_until as until from feed_heads where clinic_id = ${clinicId} for update`.execute(tx);
  return rows[0]?.until ?? null;
}

export async function selectScheduleUntil(tx: Transaction, clinicId: string): Promise<string | null> {
  const { rows } = await sql<{ until: string | null }>`
    select schedule_until as until from feed_heads where clinic_id = ${clinicId}`.execute(tx);
  return rows[0]?.until ?? null;
}

export async function selectFeedHead(tx: Transaction, clinicId: string): Promise<FeedHead> {
  const { rows } = await sql<FeedHead>`
    select number, incarnation, compacted_through as "compactedThrough" from feed_heads
    where clinic_id = ${clinicId}`.execute(tx);
  return rows[0] as FeedHead;
}

/** From now on the feed is another one: whoever had it before takes a snapshot. */
export async function renewIncarnation(tx: Transaction, clinicId: string): Promise<void> {
  await sql`update feed_heads set incarnation = gen_random_uuid() where clinic_id = ${clinicId}`.execute(tx);
}

/**
 * Notes which PostgreSQL serves, and on which timeline. True: the feed was served by another one before, so that what was
 * told since may be gone.
 */
export async function noteServer(tx: Transaction, clinicId: string): Promise<boolean> {
  const { rows } = await sql<{ before: string | null }>`
    with server as (
      select system_identifier || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as life
      from pg_control_system()
    ), held as (
      select served_by from feed_heads where clinic_id = ${clinicId}
    )
    update feed_heads set served_by = server.life from server, held
    where clinic_id = ${clinicId} and feed_heads.served_by is distinct from server.life
    returning held.served_by as before`.execute(tx);
  return rows.some(({ before }) => before !== null);
}

/** How far the edge is; 0 while it takes a snapshot. */
export async function noteEdgeNumber(tx: Transaction, clinicId: string, number: number): Promise<void> {
  await sql`update feed_heads set edge_number = ${number}
    where clinic_id = ${clinicId} and edge_number <> ${number}`.execute(tx);
}

/** What there is to begin a clinic with: every snapshot has it first. */
export async function selectClinicEntries(tx: Transaction, clinicId: string): Promise<FeedItem[]> {
  const { rows } = await sql<FeedItem>`
    select number, kind, thing_id as id, body from feed_entries
    where clinic_id = ${clinicId} and kind in ('configuration', 'check-in-key') and body is not null
    order by number`.execute(tx);
  return rows;
}

/** The rest of what is there and within reach, of the numbers behind `from` up to `at`. */
export async function snapshotEntries(
  tx: Transaction,
  clinicId: string,
  { from, at }: { readonly from: number; readonly at: number },
  appointmentsSince: EpochMs,
  limit: number,
): Promise<FeedItem[]> {
  const { rows } = await sql<FeedItem>`
    select number, kind, thing_id as id, body from feed_entries
    where clinic_id = ${clinicId} and number > ${from} and number <= ${at} and body is not null
      and kind not in ('configuration', 'check-in-key')
      and (kind <> 'appointment' or (body->>'at')::bigint >= ${appointmentsSince})
    order by number limit ${limit}`.execute(tx);
  return rows;
}

/**
 * Takes away what is gone or out of reach and what the edge says that it has, once a day; whoever is behind that takes a
 * snapshot from then on.
 */
export async function compactEntries(
  tx: Transaction,
  clinicId: string,
  today: string,
  appointmentsSince: EpochMs,
): Promise<void> {
  const { rows } = await sql<{ edgeNumber: number }>`
    update feed_heads set compacted_on = ${today}
    where clinic_id = ${clinicId} and compacted_on is distinct from ${today}::date
    returning edge_number as "edgeNumber"`.execute(tx);
  const [head] = rows;
  if (head === undefined) return;
  await sql`
    with gone as (
      delete from feed_entries
      where clinic_id = ${clinicId} and number <= ${head.edgeNumber}
        and (body is null or (kind = 'appointment' and (body->>'at')::bigint < ${appointmentsSince}))
      returning number
    )
    update feed_heads set compacted_through = greatest(compacted_through, (select max(number) from gone))
    where clinic_id = ${clinicId}`.execute(tx);
}

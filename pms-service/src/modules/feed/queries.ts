import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Publication } from './types.ts';

export async function insertFeedHead(tx: Transaction, clinicId: string): Promise<void> {
  await sql`insert into feed_heads (clinic_id, number) values (${clinicId}, 0)`.execute(tx);
}

/**
 * Numbers the items one after the other and puts each in the place of the older one of its kind and id. The head's row
 * is locked until the commit, so numbers become visible in their order. Items of an erased subject are left out.
 */
export async function putEntries(tx: Transaction, clinicId: string, items: readonly Publication[]): Promise<void> {
  await sql`
    with head as (
      update feed_heads set number = number + ${items.length} where clinic_id = ${clinicId} returning number
    )
    insert into feed_entries (clinic_id, number, kind, thing_id, body, subject_id)
    select ${clinicId}::uuid, head.number - ${items.length} + item.position, item.value->>'kind', item.value->>'id',
      nullif(item.value->'body', 'null'), (item.value->>'subjectId')::uuid
    from head, jsonb_array_elements(${JSON.stringify(items)}::jsonb) with ordinality as item (value, position)
    where not exists (
      select from subject_keys k
      where k.clinic_id = ${clinicId} and k.subject_id = (item.value->>'subjectId')::uuid and k.erased_at is not null
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
    where clinic_id = ${clinicId} and kind = ${kind} and thing_id = any(${ids}::text[]) and body is not null`.execute(
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

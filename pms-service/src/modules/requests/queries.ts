import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { CrossRequest, WorkItem } from './types.ts';

/** False when there is one of this id already; that one stays. */
export async function insertRequest(
  tx: Transaction,
  clinicId: string,
  request: CrossRequest,
  at: EpochMs,
): Promise<boolean> {
  const answeredAt = request.state === 'pending' ? null : new Date(at);
  const result = await sql`
    insert into requests (clinic_id, request_id, raised_by, kind, body, state, code, raised_at, answered_at)
    values (${clinicId}, ${request.requestId}, ${request.raisedBy}, ${request.kind}, ${JSON.stringify(request.body)},
      ${request.state}, ${request.code}, ${new Date(at)}, ${answeredAt})
    on conflict do nothing`.execute(tx);
  return result.numAffectedRows === 1n;
}

export async function selectRequest(
  tx: Transaction,
  clinicId: string,
  requestId: string,
): Promise<CrossRequest | undefined> {
  const { rows } = await sql<CrossRequest>`
    select request_id as "requestId", raised_by as "raisedBy", kind, body, state, code from requests
    where clinic_id = ${clinicId} and request_id = ${requestId}`.execute(tx);
  return rows[0];
}

/** The request as it was asked; undefined when there is none of ours that waits. */
export async function answerRequest(
  tx: Transaction,
  clinicId: string,
  requestId: string,
  answer: { readonly accepted: boolean; readonly code: string | null },
  at: EpochMs,
): Promise<CrossRequest | undefined> {
  const { rows } = await sql<CrossRequest>`
    update requests set state = ${answer.accepted ? 'accepted' : 'refused'}, code = ${answer.code},
      answered_at = ${new Date(at)}
    where clinic_id = ${clinicId} and request_id = ${requestId} and raised_by = 'centre' and state = 'pending'
    returning request_id as "requestId", raised_by as "raisedBy", kind, body, state, code`.execute(tx);
  return rows[0];
}

/** The clinic's request that was accepted and is withdrawn from now on; undefined when there is none. */
export async function withdrawAccepted(
  tx: Transaction,
  clinicId: string,
  requestId: string,
  at: EpochMs,
): Promise<CrossRequest | undefined> {
  const { rows } = await sql<CrossRequest>`
    update requests set state = 'refused', code = 'request-withdrawn', answered_at = ${new Date(at)}
    where clinic_id = ${clinicId} and request_id = ${requestId} and raised_by = 'edge' and state = 'accepted'
    returning request_id as "requestId", raised_by as "raisedBy", kind, body, state, code`.execute(tx);
  return rows[0];
}

export async function insertWorkItem(tx: Transaction, clinicId: string, item: WorkItem): Promise<void> {
  await sql`
    insert into work_items (clinic_id, work_item_id, kind, code, about, raised_at)
    values (${clinicId}, ${item.id}, ${item.kind}, ${item.code}, ${JSON.stringify(item.about)}, ${new Date(item.at)})`.execute(
    tx,
  );
}

/** Whether there is an open one of this kind about the same. */
export async function hasOpenWorkItem(
  tx: Transaction,
  clinicId: string,
  { kind, about }: Pick<WorkItem, 'kind' | 'about'>,
): Promise<boolean> {
  const { rows } = await sql`select from work_items
    where clinic_id = ${clinicId} and resolved_at is null and kind = ${kind}
      and about = ${JSON.stringify(about)}::jsonb limit 1`.execute(tx);
  return rows.length > 0;
}

export async function selectOpenWorkItems(tx: Transaction, clinicId: string, limit: number): Promise<WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    select work_item_id as id, kind, code, raised_at as at, about from work_items
    where clinic_id = ${clinicId} and resolved_at is null order by raised_at limit ${limit}`.execute(tx);
  return rows;
}

/** False when there is no open one of this id. */
export async function closeWorkItem(tx: Transaction, clinicId: string, id: string, at: EpochMs): Promise<boolean> {
  const result = await sql`update work_items set resolved_at = ${new Date(at)}
    where clinic_id = ${clinicId} and work_item_id = ${id} and resolved_at is null`.execute(tx);
  return result.numAffectedRows === 1n;
}

export async function closeWorkItemsOf(tx: Transaction, clinicId: string, kind: string, at: EpochMs): Promise<void> {
  await sql`update work_items set resolved_at = ${new Date(at)}
    where clinic_id = ${clinicId} and kind = ${kind} and resolved_at is null`.execute(tx);
}

import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { FormResponse } from './types.ts';

export async function insertFormResponses(
  tx: Transaction,
  clinicId: string,
  responses: readonly FormResponse[],
): Promise<void> {
  await sql`
    insert into form_responses (clinic_id, response_id, ticket_id, kind, form_id, version, business_day, at, content,
      screens)
    select ${clinicId}::uuid, r."responseId", r."ticketId", r.kind, r."formId", r.version, r."businessDay",
      to_timestamp(r.at / 1000), r.content, r.screens
    from jsonb_to_recordset(${JSON.stringify(responses)}::jsonb) as r ("responseId" uuid, "ticketId" uuid, kind text,
      "formId" uuid, version integer, "businessDay" date, at double precision, content jsonb, screens boolean)`.execute(
    tx,
  );
}

export async function deleteFormResponses(
  tx: Transaction,
  clinicId: string,
  ticketIds: readonly string[],
): Promise<void> {
  await sql`delete from form_responses
    where clinic_id = ${clinicId} and ticket_id = any(${ticketIds}::uuid[])`.execute(tx);
}

export async function clearScreenings(tx: Transaction, clinicId: string, ticketIds: readonly string[]): Promise<void> {
  await sql`update form_responses set screens = false
    where clinic_id = ${clinicId} and ticket_id = any(${ticketIds}::uuid[])`.execute(tx);
}

export async function hasScreening(tx: Transaction, clinicId: string, ticketId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from form_responses
    where clinic_id = ${clinicId} and ticket_id = ${ticketId} and screens limit 1`.execute(tx);
  return rows.length > 0;
}

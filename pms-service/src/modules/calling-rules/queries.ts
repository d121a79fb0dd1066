import type { CallingRulesRecord } from '@foyer/domain/queue/queue-state.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

export async function putCallingRules(tx: Transaction, clinicId: string, record: CallingRulesRecord): Promise<void> {
  await sql`
    insert into calling_rules (clinic_id, record) values (${clinicId}, ${JSON.stringify(record)}::jsonb)
    on conflict (clinic_id) do update set record = excluded.record`.execute(tx);
}

export async function selectCallingRules(tx: Transaction, clinicId: string): Promise<CallingRulesRecord | undefined> {
  const { rows } = await sql<{ record: CallingRulesRecord }>`select record from calling_rules
    where clinic_id = ${clinicId}`.execute(tx);
  return rows[0]?.record;
}

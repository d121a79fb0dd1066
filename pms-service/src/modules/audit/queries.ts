import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Access } from './types.ts';

export async function insertAccess(
  tx: Transaction,
  clinicId: string,
  entryId: string,
  access: Access,
  at: EpochMs,
): Promise<void> {
  await sql`insert into access_log (clinic_id, entry_id, at, user_id, action, patient_id)
    values (${clinicId}, ${entryId}, ${new Date(at)}, ${access.userId}, ${access.action}, ${access.patientId ?? null})`.execute(
    tx,
  );
}

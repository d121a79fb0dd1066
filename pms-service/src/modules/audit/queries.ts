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
  const patientId = 'patientId' in access ? access.patientId : null;
  const conflictId = access.action === 'detail-chosen' ? access.conflictId : null;
  const workItemId = access.action === 'work-item-resolved' ? access.workItemId : null;
  const { epoch, seq } = 'seq' in access ? access : { epoch: null, seq: null };
  await sql`insert into access_log (clinic_id, entry_id, at, user_id, action, patient_id, work_item_id, conflict_id, epoch, seq)
    values (${clinicId}, ${entryId}, ${new Date(at)}, ${access.userId}, ${access.action}, ${patientId}, ${workItemId},
      ${conflictId}, ${epoch}, ${seq})`.execute(tx);
}

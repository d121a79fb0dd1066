import type { PatientId } from '@foyer/contracts/ids.ts';
import { sql } from 'kysely';
import { anArray } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

export interface OpenCharge {
  readonly patientId: PatientId;
  readonly chargeId: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Whose these charges are, and those of these tickets. */
export async function selectPayers(
  tx: Transaction,
  clinicId: string,
  chargeIds: readonly string[],
  ticketIds: readonly string[],
): Promise<PatientId[]> {
  const { rows } = await sql<{ id: PatientId }>`
    select patient_id as id from charges
      where clinic_id = ${clinicId} and charge_id = any(${anArray('uuid', chargeIds)}) and patient_id is not null
    union
    select patient_id from charges
      where clinic_id = ${clinicId} and ticket_id = any(${anArray('uuid', ticketIds)}) and patient_id is not null`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function selectOpenCharges(
  tx: Transaction,
  clinicId: string,
  patientIds: readonly string[],
): Promise<OpenCharge[]> {
  const { rows } = await sql<OpenCharge>`
    select patient_id as "patientId", charge_id as "chargeId", amount_minor as "amountMinor", currency from charges
    where clinic_id = ${clinicId} and patient_id = any(${anArray('uuid', patientIds)}) and payment_id is null
    order by at, charge_id`.execute(tx);
  return rows;
}

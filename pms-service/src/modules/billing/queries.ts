import { sql } from 'kysely';
import { recordset } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Belonging, Charge, ClosedTill, OpenedTill, Payment } from './types.ts';

export async function insertCharges(tx: Transaction, clinicId: string, charges: readonly Charge[]): Promise<void> {
  await sql`
    insert into charges (clinic_id, charge_id, ticket_id, service_id, patient_id, amount_minor, currency, price_version,
      business_day, at)
    select ${clinicId}::uuid, c.* from ${recordset(charges, 'c', {
      chargeId: 'uuid',
      ticketId: 'uuid',
      serviceId: 'uuid',
      patientId: 'uuid',
      amountMinor: 'bigint',
      currency: 'text',
      priceVersion: 'integer',
      businessDay: 'date',
      at: 'timestamptz',
    })}`.execute(tx);
}

/** Breaks a key when an epoch's receipt number comes twice. */
export async function insertPayments(tx: Transaction, clinicId: string, payments: readonly Payment[]): Promise<void> {
  await sql`
    insert into payments (clinic_id, payment_id, till_id, means, amount_minor, tendered_minor, change_minor, currency,
      receipt_number, receipt_epoch, receipt_ordinal, business_day, at)
    select ${clinicId}::uuid, p.* from ${recordset(payments, 'p', {
      paymentId: 'uuid',
      tillId: 'uuid',
      means: 'text',
      amountMinor: 'bigint',
      tenderedMinor: 'bigint',
      changeMinor: 'bigint',
      currency: 'text',
      receiptNumber: 'text',
      receiptEpoch: 'integer',
      receiptOrdinal: 'bigint',
      businessDay: 'date',
      at: 'timestamptz',
    })}`.execute(tx);
}

export async function markChargesPaid(
  tx: Transaction,
  clinicId: string,
  payments: readonly Pick<Payment, 'paymentId' | 'chargeIds'>[],
): Promise<void> {
  const paid = payments.flatMap(({ paymentId, chargeIds }) => chargeIds.map((chargeId) => ({ paymentId, chargeId })));
  await sql`
    update charges c set payment_id = p."paymentId"
    from ${recordset(paid, 'p', { paymentId: 'uuid', chargeId: 'uuid' })}
    where c.clinic_id = ${clinicId} and c.charge_id = p."chargeId"`.execute(tx);
}

export async function insertTills(tx: Transaction, clinicId: string, tills: readonly OpenedTill[]): Promise<void> {
  await sql`
    insert into tills (clinic_id, till_id, business_day, currency, float_minor, opened_at)
    select ${clinicId}::uuid, t.* from ${recordset(tills, 't', {
      tillId: 'uuid',
      businessDay: 'date',
      currency: 'text',
      floatMinor: 'bigint',
      at: 'timestamptz',
    })}`.execute(tx);
}

export async function closeTills(tx: Transaction, clinicId: string, tills: readonly ClosedTill[]): Promise<void> {
  await sql`
    update tills held set counted_minor = t."countedMinor", expected_minor = t."expectedMinor",
      variance_minor = t."varianceMinor", closed_at = t.at
    from ${recordset(tills, 't', {
      tillId: 'uuid',
      countedMinor: 'bigint',
      expectedMinor: 'bigint',
      varianceMinor: 'bigint',
      at: 'timestamptz',
    })}
    where held.clinic_id = ${clinicId} and held.till_id = t."tillId"`.execute(tx);
}

/** A charge is whose its ticket is. */
export async function moveCharges(tx: Transaction, clinicId: string, belongings: readonly Belonging[]): Promise<void> {
  await sql`
    update charges c set patient_id = b."patientId"
    from ${recordset(belongings, 'b', { ticketId: 'uuid', patientId: 'uuid' })}
    where c.clinic_id = ${clinicId} and c.ticket_id = b."ticketId"`.execute(tx);
}

export async function forgetPatients(tx: Transaction, clinicId: string, patientIds: readonly string[]): Promise<void> {
  await sql`update charges set patient_id = null
    where clinic_id = ${clinicId} and patient_id = any(${patientIds}::uuid[])`.execute(tx);
}

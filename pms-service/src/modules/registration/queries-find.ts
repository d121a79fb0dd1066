import type { FindPatientsRequest } from '@foyer/contracts/detail-conflict.ts';
import { identifierKinds } from '@foyer/contracts/identifier-kinds.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { keysOf } from './rules.ts';
import type { Patient } from './types.ts';

/** By name. Records that turned out to be another one's are left out, as are the erased. */
export async function selectFound(
  tx: Transaction,
  clinicId: string,
  { name, birthDate, number }: FindPatientsRequest,
  limit: number,
): Promise<Pick<Patient, 'patientId' | 'details'>[]> {
  const byName =
    name === undefined
      ? sql``
      : sql`and folded_name(${name}) <> '' and p.patient_id in (
          select f.patient_id from patients f where f.clinic_id = ${clinicId}
            and f.family_first >= folded_name(${name}) and f.family_first < folded_name(${name}) || chr(1114111)
          union
          select g.patient_id from patients g where g.clinic_id = ${clinicId}
            and g.given_first >= folded_name(${name}) and g.given_first < folded_name(${name}) || chr(1114111))`;
  const byBirth = birthDate === undefined ? sql`` : sql`and p.birth_date = ${birthDate}`;
  const byNumber =
    number === undefined
      ? sql``
      : sql`and (p.phone_key = ${keysOf({ phone: number }).phoneKey} or p.patient_id in (
          select i.patient_id from patient_identifiers i
          where i.clinic_id = ${clinicId} and i.kind = any(${[...identifierKinds]}::text[]) and i.value = ${number}))`;
  const { rows } = await sql<Pick<Patient, 'patientId' | 'details'>>`
    select p.patient_id as "patientId", p.details from patients p
    where p.clinic_id = ${clinicId} and p.details is not null and p.linked_to is null ${byName} ${byBirth} ${byNumber}
    order by p.family_first, p.patient_id limit ${limit}`.execute(tx);
  return rows;
}

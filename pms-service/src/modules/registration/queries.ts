import type { PatientIdentifier } from '@foyer/contracts/patient.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import { anArray, recordset } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Patient, PatientKeys } from './types.ts';

const columns = sql.raw(`p.patient_id as "patientId", p.provisional, p.linked_to as "linkedTo", p.details, p.edits,
  p.erased_at as "erasedAt"`);

export async function selectPatients(tx: Transaction, clinicId: string, ids: readonly string[]): Promise<Patient[]> {
  const { rows } = await sql<Patient>`select ${columns} from patients p
    where p.clinic_id = ${clinicId} and p.patient_id = any(${anArray('uuid', ids)})`.execute(tx);
  return rows;
}

/** Confirmed patients with one of the match keys or identifiers: who a provisional one may turn out to be. */
export async function selectCandidates(
  tx: Transaction,
  clinicId: string,
  matchKeys: readonly string[],
  identifiers: readonly PatientIdentifier[],
): Promise<Patient[]> {
  const { rows } = await sql<Patient>`
    select ${columns} from patients p
    where p.clinic_id = ${clinicId} and not p.provisional and p.linked_to is null and p.details is not null
      and p.patient_id in (
        select m.patient_id from patients m
          where m.clinic_id = ${clinicId} and m.match_key = any(${anArray('text', matchKeys)})
        union
        select i.patient_id from patient_identifiers i
          join jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as wanted (kind text, value text, issuer text)
            on i.kind = wanted.kind and i.value = wanted.value and i.issuer = coalesce(wanted.issuer, '')
          where i.clinic_id = ${clinicId})
    order by p.patient_id`.execute(tx);
  return rows;
}

/** Puts whole patients in place, and the identifiers they are found by. */
export async function putPatients(
  tx: Transaction,
  clinicId: string,
  patients: readonly (Patient & PatientKeys)[],
  at: EpochMs,
): Promise<void> {
  const ids = patients.map((patient) => patient.patientId);
  const identifiers = patients.flatMap(({ patientId, details }) =>
    (details?.identifiers ?? []).map(({ kind, value, issuer }) => ({
      patientId,
      kind,
      value,
      issuer: issuer ?? '',
    })),
  );
  await sql`
    insert into patients (clinic_id, patient_id, provisional, linked_to, details, edits, match_key, phone_key, erased_at, changed_at)
    select ${clinicId}::uuid, p.*, ${new Date(at)} from ${recordset(patients, 'p', {
      patientId: 'uuid',
      provisional: 'boolean',
      linkedTo: 'uuid',
      details: 'jsonb',
      edits: 'jsonb',
      matchKey: 'text',
      phoneKey: 'text',
      erasedAt: 'timestamptz',
    })}
    on conflict (clinic_id, patient_id) do update set provisional = excluded.provisional,
      linked_to = excluded.linked_to, details = excluded.details, edits = excluded.edits, match_key = excluded.match_key,
      phone_key = excluded.phone_key, erased_at = excluded.erased_at, changed_at = excluded.changed_at`.execute(tx);
  await sql`delete from patient_identifiers
    where clinic_id = ${clinicId} and patient_id = any(${anArray('uuid', ids)})`.execute(tx);
  if (identifiers.length === 0) return;
  await sql`
    insert into patient_identifiers (clinic_id, kind, value, issuer, patient_id)
    select ${clinicId}::uuid, i.* from ${recordset(identifiers, 'i', {
      kind: 'text',
      value: 'text',
      issuer: 'text',
      patientId: 'uuid',
    })}
    on conflict do nothing`.execute(tx);
}

/** The other records of the persons named: what they are linked to, and what is linked to that. */
export async function selectSamePerson(
  tx: Transaction,
  clinicId: string,
  ids: readonly string[],
): Promise<{ named: string; other: string }[]> {
  const { rows } = await sql<{ named: string; other: string }>`
    select n.patient_id as named, m.patient_id as other
    from patients n join patients m on m.clinic_id = n.clinic_id
      and (m.patient_id = coalesce(n.linked_to, n.patient_id) or m.linked_to = coalesce(n.linked_to, n.patient_id))
    where n.clinic_id = ${clinicId} and n.patient_id = any(${ids}::uuid[])
      and m.patient_id <> n.patient_id and m.erased_at is null`.execute(tx);
  return rows;
}

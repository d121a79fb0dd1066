import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

export async function putConflicts(
  tx: Transaction,
  clinicId: string,
  conflicts: readonly DetailConflict[],
): Promise<void> {
  if (conflicts.length === 0) return;
  await sql`
    insert into detail_conflicts (clinic_id, conflict_id, patient_id, is_open, raised_at, conflict)
    select ${clinicId}::uuid, (c->>'id')::uuid, (c->>'patientId')::uuid, c->'chosen' = 'null'::jsonb,
      to_timestamp((c->>'raisedAt')::double precision / 1000), c
    from jsonb_array_elements(${JSON.stringify(conflicts)}::jsonb) as c
    on conflict (clinic_id, conflict_id) do update set is_open = excluded.is_open, conflict = excluded.conflict`.execute(
    tx,
  );
}

export async function selectConflicts(
  tx: Transaction,
  clinicId: string,
  ids: readonly string[],
): Promise<DetailConflict[]> {
  const { rows } = await sql<{ conflict: DetailConflict }>`select conflict from detail_conflicts
    where clinic_id = ${clinicId} and conflict_id = any(${ids}::uuid[])`.execute(tx);
  return rows.map(({ conflict }) => conflict);
}

/** Of these patients, in the order in which they were raised. */
export async function selectOpenConflictsOf(
  tx: Transaction,
  clinicId: string,
  patientIds: readonly string[],
): Promise<DetailConflict[]> {
  const { rows } = await sql<{ conflict: DetailConflict }>`select conflict from detail_conflicts
    where clinic_id = ${clinicId} and patient_id = any(${patientIds}::uuid[]) and is_open
    order by raised_at, conflict_id`.execute(tx);
  return rows.map(({ conflict }) => conflict);
}

export async function countConflicts(
  tx: Transaction,
  clinicId: string,
): Promise<{ readonly open: number; readonly settled: number }> {
  const { rows } = await sql<{ open: number; settled: number }>`
    select count(*) filter (where is_open) as open, count(*) filter (where not is_open) as settled
    from detail_conflicts where clinic_id = ${clinicId}`.execute(tx);
  return rows[0] ?? { open: 0, settled: 0 };
}

/** In which a person has to choose, the oldest first, and then those that were settled last. */
export async function selectConflictsToShow(
  tx: Transaction,
  clinicId: string,
  mostOpen: number,
  mostSettled: number,
): Promise<DetailConflict[]> {
  const { rows } = await sql<{ conflict: DetailConflict }>`
    (select conflict from detail_conflicts where clinic_id = ${clinicId} and is_open
      order by raised_at, conflict_id limit ${mostOpen})
    union all
    (select conflict from detail_conflicts where clinic_id = ${clinicId} and not is_open
      order by conflict->'chosen'->'at' desc limit ${mostSettled})`.execute(tx);
  return rows.map(({ conflict }) => conflict);
}

export async function deleteConflictsOf(
  tx: Transaction,
  clinicId: string,
  patientIds: readonly string[],
): Promise<void> {
  if (patientIds.length === 0) return;
  await sql`delete from detail_conflicts
    where clinic_id = ${clinicId} and patient_id = any(${patientIds}::uuid[])`.execute(tx);
}

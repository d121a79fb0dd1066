import type { CheckpointPlace } from '@foyer/contracts/log-checkpoint.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import { anArray, recordset, type RowShape } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { DeadLetter } from '../facts/types.ts';
import type { LogPlace } from './rules.ts';
import type { InboxHead, SubjectKey } from './types.ts';

/** Locks the clinic's log until the commit: one batch at a time. */
export async function lockHead(tx: Transaction, clinicId: string): Promise<InboxHead> {
  await sql`insert into inbox_heads (clinic_id, epoch, seq, hash)
    values (${clinicId}, 0, 0, ${Buffer.alloc(32)}) on conflict do nothing`.execute(tx);
  const { rows } = await sql<InboxHead>`
    select epoch, seq, hash, quarantined_at is not null as quarantined, writer_run as "writerRun",
      taken_over_in as "takenOverIn"
    from inbox_heads
    where clinic_id = ${clinicId} for update`.execute(tx);
  return rows[0] as InboxHead;
}

export async function selectHead(tx: Transaction, clinicId: string): Promise<InboxHead | undefined> {
  const { rows } = await sql<InboxHead>`
    select epoch, seq, hash, quarantined_at is not null as quarantined, writer_run as "writerRun",
      taken_over_in as "takenOverIn"
    from inbox_heads
    where clinic_id = ${clinicId}`.execute(tx);
  return rows[0];
}

/** `behind`: how many more the edge has; undefined: it did not say. */
export async function moveHead(
  tx: Transaction,
  clinicId: string,
  last: LogRow,
  now: EpochMs,
  behind?: number,
): Promise<void> {
  const ownSeq = behind === undefined ? null : last.seq + behind;
  await sql`
    update inbox_heads set epoch = ${last.epoch}, seq = ${last.seq}, hash = ${last.hash},
      newest_at = ${new Date(last.at)}, heard_at = ${new Date(now)}, own_seq = ${ownSeq}, own_said_at = ${new Date(now)}
    where clinic_id = ${clinicId}`.execute(tx);
}

/** `ownSeq`: the last row of the edge's own log, where it says. */
export async function noteHeard(tx: Transaction, clinicId: string, now: EpochMs, ownSeq?: number): Promise<void> {
  const saidAt = ownSeq === undefined ? null : new Date(now);
  await sql`
    insert into inbox_heads (clinic_id, epoch, seq, hash, heard_at, own_seq, own_said_at)
    values (${clinicId}, 0, 0, ${Buffer.alloc(32)}, ${new Date(now)}, ${ownSeq ?? null}, ${saidAt})
    on conflict (clinic_id) do update set heard_at = excluded.heard_at,
      own_seq = coalesce(excluded.own_seq, inbox_heads.own_seq),
      own_said_at = coalesce(excluded.own_said_at, inbox_heads.own_said_at)`.execute(tx);
}

export async function selectHashes(
  tx: Transaction,
  clinicId: string,
  epoch: number,
  from: number,
  until: number,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const { rows } = await sql<{ seq: number; hash: Uint8Array }>`select seq, hash from log_rows
    where clinic_id = ${clinicId} and epoch = ${epoch} and seq between ${from} and ${until}`.execute(tx);
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

const logColumns = {
  epoch: 'integer',
  seq: 'bigint',
  id: 'uuid',
  type: 'text',
  at: 'bigint',
  businessDay: 'date',
  actor: 'text',
  commandId: 'uuid',
  body: 'text',
  subjectId: 'uuid',
  sealed: 'bytea',
  prevHash: 'bytea',
  hash: 'bytea',
} satisfies RowShape<LogRow>;

export async function insertRows(tx: Transaction, clinicId: string, rows: readonly LogRow[]): Promise<void> {
  await sql`
    insert into log_rows (clinic_id, epoch, seq, id, type, at, business_day, actor, command_id, body, subject_id, sealed,
      prev_hash, hash)
    select ${clinicId}::uuid, r.* from ${recordset(rows, 'r', logColumns)}`.execute(tx);
}

/** A key that is held, or was destroyed, stays as it is. */
export async function insertKeys(tx: Transaction, clinicId: string, keys: readonly SubjectKey[]): Promise<void> {
  await sql`
    insert into subject_keys (clinic_id, subject_id, wrapped_key)
    select ${clinicId}::uuid, k.* from ${recordset(keys, 'k', { subjectId: 'uuid', wrapped: 'bytea' })}
    on conflict do nothing`.execute(tx);
}

export async function selectKeys(
  tx: Transaction,
  clinicId: string,
  subjectIds: readonly string[],
): Promise<SubjectKey[]> {
  const { rows } = await sql<SubjectKey>`
    select subject_id as "subjectId", wrapped_key as wrapped from subject_keys
    where clinic_id = ${clinicId} and subject_id = any(${anArray('uuid', subjectIds)}) and wrapped_key is not null`.execute(
    tx,
  );
  return rows;
}

/** For good: a key that arrives later is not taken. */
export async function destroyKeys(
  tx: Transaction,
  clinicId: string,
  subjectIds: readonly string[],
  now: EpochMs,
): Promise<void> {
  await sql`
    insert into subject_keys (clinic_id, subject_id, wrapped_key, erased_at)
    select distinct ${clinicId}::uuid, s.id, null::bytea, ${new Date(now)}::timestamptz
    from unnest(${subjectIds}::uuid[]) as s (id)
    on conflict (clinic_id, subject_id) do update set wrapped_key = null,
      erased_at = coalesce(subject_keys.erased_at, excluded.erased_at)`.execute(tx);
}

/** Whose keys were destroyed. */
export async function selectErasedSubjects(tx: Transaction, clinicId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ subjectId: string }>`
    select k.subject_id as "subjectId" from subject_keys k
    join patients p on p.clinic_id = k.clinic_id and p.patient_id = k.subject_id
    where k.clinic_id = ${clinicId} and k.erased_at is not null`.execute(tx);
  return rows.map(({ subjectId }) => subjectId);
}

export async function insertDeadLetters(
  tx: Transaction,
  clinicId: string,
  letters: readonly DeadLetter[],
  now: EpochMs,
): Promise<void> {
  await sql`
    insert into dead_letters (clinic_id, epoch, seq, reason, at)
    select ${clinicId}::uuid, d.epoch, d.seq, d.reason, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as d (epoch integer, seq bigint, reason text)
    on conflict do nothing`.execute(tx);
}

/** Nothing more is taken in until a person looked. */
export async function quarantine(
  tx: Transaction,
  clinicId: string,
  batchId: string,
  at: LogPlace,
  hashes: { readonly stored: Uint8Array | null; readonly sent: Uint8Array | null },
  now: EpochMs,
): Promise<void> {
  await sql`update inbox_heads set quarantined_at = ${new Date(now)} where clinic_id = ${clinicId}`.execute(tx);
  await sql`
    insert into quarantined_batches (clinic_id, batch_id, epoch, seq, reason, stored_hash, sent_hash, at)
    values (${clinicId}, ${batchId}, ${at.epoch}, ${at.seq}, 'fork', ${hashes.stored},
      ${hashes.sent}, ${new Date(now)})`.execute(tx);
}

/** From now on this run of the edge writes; the one before has been replaced. */
export async function changeWriter(
  tx: Transaction,
  clinicId: string,
  { from, to }: { readonly from: string | null; readonly to: string },
  now: EpochMs,
): Promise<void> {
  if (from !== null) {
    await sql`insert into replaced_runs (clinic_id, run_id, replaced_at)
      values (${clinicId}, ${from}, ${new Date(now)}) on conflict do nothing`.execute(tx);
  }
  await sql`update inbox_heads set writer_run = ${to} where clinic_id = ${clinicId}`.execute(tx);
}

export async function isReplaced(tx: Transaction, clinicId: string, run: string): Promise<boolean> {
  const { rows } = await sql`select from replaced_runs
    where clinic_id = ${clinicId} and run_id = ${run}`.execute(tx);
  return rows.length > 0;
}

/** Rows of an earlier epoch are refused from now on. */
export async function markTakenOver(tx: Transaction, clinicId: string, epoch: number): Promise<void> {
  await sql`update inbox_heads set taken_over_in = ${epoch} where clinic_id = ${clinicId}`.execute(tx);
}

/** Runs `work`; undoes what it wrote when it throws. */
export async function inSavepoint<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`savepoint effects`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint effects`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint effects`.execute(tx);
    throw error;
  }
}

/**
 * Rows about any of these tickets that count, in the order of the log: of one that waits or was set aside nothing counts
 * unless it is one of `also`, and of one that was mended the mended body.
 */
export async function selectRowsNaming(
  tx: Transaction,
  clinicId: string,
  ticketIds: readonly string[],
  { from, until, also }: { readonly from: EpochMs; readonly until: EpochMs; readonly also: readonly LogPlace[] },
): Promise<LogRow[]> {
  const { rows } = await sql<LogRow>`
    select ${rowColumns} from log_rows r
    left join dead_letters d on d.clinic_id = r.clinic_id and d.epoch = r.epoch and d.seq = r.seq
    where r.clinic_id = ${clinicId} and r.at between ${from} and ${until}
      and (d.state is null or d.state = 'applied' or (r.epoch, r.seq) in (
        select p.epoch, p.seq from jsonb_to_recordset(${JSON.stringify(also)}::jsonb) as p (epoch integer, seq bigint)
      ))
      and r.body like any(${ticketIds.map((id) => `%"ticketId":"${id}"%`)}::text[])
    order by r.epoch, r.seq`.execute(tx);
  return rows;
}

/** Rows by their places, each with the body that was mended, in the order of the log. */
export async function selectRowsAt(tx: Transaction, clinicId: string, places: readonly LogPlace[]): Promise<LogRow[]> {
  const { rows } = await sql<LogRow>`
    select ${rowColumns} from log_rows r
    join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p (epoch integer, seq bigint)
      on p.epoch = r.epoch and p.seq = r.seq
    left join dead_letters d on d.clinic_id = r.clinic_id and d.epoch = r.epoch and d.seq = r.seq
    where r.clinic_id = ${clinicId} order by r.epoch, r.seq`.execute(tx);
  return rows;
}

/** The rows of an epoch from a number on as they went up, whatever was mended since. */
export async function selectRowsFrom(
  tx: Transaction,
  clinicId: string,
  { epoch, seq }: LogPlace,
  limit: number,
): Promise<LogRow[]> {
  const { rows } = await sql<LogRow>`
    select r.clinic_id as "clinicId", r.epoch, r.seq, r.id, r.type, r.at, r.business_day as "businessDay", r.actor,
      r.command_id as "commandId", r.body, r.subject_id as "subjectId", r.sealed, r.prev_hash as "prevHash", r.hash
    from log_rows r where r.clinic_id = ${clinicId} and r.epoch = ${epoch} and r.seq >= ${seq}
    order by r.seq limit ${limit}`.execute(tx);
  return rows;
}

/** The first row of the epoch behind this one. */
export async function selectNextEpoch(tx: Transaction, clinicId: string, epoch: number): Promise<LogPlace | undefined> {
  const { rows } = await sql<LogPlace>`
    select epoch, seq from log_rows where clinic_id = ${clinicId} and epoch > ${epoch}
    order by epoch, seq limit 1`.execute(tx);
  return rows[0];
}

const rowColumns = sql`r.clinic_id as "clinicId", r.epoch, r.seq, r.id, r.type, r.at, r.business_day as "businessDay",
  r.actor, r.command_id as "commandId", coalesce(d.mended_body, r.body) as body, r.subject_id as "subjectId", r.sealed,
  r.prev_hash as "prevHash", r.hash`;

/** Up to here the log was received by now. */
export async function noteReceived(
  tx: Transaction,
  clinicId: string,
  { epoch, seq }: LogPlace,
  now: EpochMs,
): Promise<void> {
  const at = new Date(now);
  await sql`
    insert into received_ends (clinic_id, received_on, epoch, seq, received_at)
    values (${clinicId}, (${at}::timestamptz at time zone 'UTC')::date, ${epoch}, ${seq}, ${at})
    on conflict (clinic_id, received_on) do update
      set epoch = excluded.epoch, seq = excluded.seq, received_at = excluded.received_at`.execute(tx);
}

/** What was received by then, as far as anybody noted it. */
export async function selectReceivedBy(tx: Transaction, clinicId: string, at: EpochMs): Promise<LogPlace | undefined> {
  const { rows } = await sql<LogPlace>`
    select epoch, seq from received_ends where clinic_id = ${clinicId} and received_at <= ${new Date(at)}
    order by epoch desc, seq desc limit 1`.execute(tx);
  return rows[0];
}

export async function selectWalked(tx: Transaction, clinicId: string): Promise<CheckpointPlace | undefined> {
  const { rows } = await sql<CheckpointPlace>`
    select epoch, seq, hash from log_checkpoints where clinic_id = ${clinicId} for update`.execute(tx);
  return rows[0];
}

export async function keepWalked(
  tx: Transaction,
  clinicId: string,
  { epoch, seq, hash }: CheckpointPlace,
): Promise<void> {
  await sql`
    insert into log_checkpoints (clinic_id, epoch, seq, hash) values (${clinicId}, ${epoch}, ${seq}, ${hash})
    on conflict (clinic_id) do update set epoch = excluded.epoch, seq = excluded.seq, hash = excluded.hash`.execute(tx);
}

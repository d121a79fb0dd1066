import type { Snapshot, SnapshotPiece } from '@foyer/contracts/snapshot-protocol.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { ComingPiece } from './types.ts';

/** One clinic's pieces are changed by one at a time, until the commit. */
export async function lockPieces(tx: Transaction, clinicId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`snapshots ${clinicId}`}, 0))`.execute(tx);
}

/** Those that are whole. */
export async function selectWholePieces(tx: Transaction, clinicId: string): Promise<readonly SnapshotPiece[]> {
  const { rows } = await sql<SnapshotPiece>`select name, bytes, sha256 from snapshot_pieces
    where clinic_id = ${clinicId} and sha256 is not null order by name`.execute(tx);
  return rows;
}

export async function selectPiece(tx: Transaction, clinicId: string, name: string): Promise<ComingPiece | undefined> {
  const { rows } = await sql<ComingPiece>`select bytes, received, sha256 from snapshot_pieces
    where clinic_id = ${clinicId} and name = ${name}`.execute(tx);
  return rows[0];
}

/** Of everything that is there, whole or not. */
export async function sumOfBytes(tx: Transaction, clinicId: string): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select coalesce(sum(bytes), 0)::text as bytes from snapshot_pieces
    where clinic_id = ${clinicId}`.execute(tx);
  return Number(rows[0]?.bytes ?? 0);
}

/** One of that name which was coming is forgotten. */
export async function insertPiece(tx: Transaction, clinicId: string, name: string): Promise<void> {
  await sql`delete from snapshot_pieces where clinic_id = ${clinicId} and name = ${name}`.execute(tx);
  await sql`insert into snapshot_pieces (clinic_id, name, bytes, received)
    values (${clinicId}, ${name}, 0, 0)`.execute(tx);
}

export async function insertChunk(
  tx: Transaction,
  clinicId: string,
  name: string,
  { number, content }: { readonly number: number; readonly content: Uint8Array },
): Promise<void> {
  await sql`insert into snapshot_chunks (clinic_id, name, number, content)
    values (${clinicId}, ${name}, ${number}, ${content})`.execute(tx);
  await sql`update snapshot_pieces set received = ${number + 1}, bytes = bytes + ${content.length}
    where clinic_id = ${clinicId} and name = ${name}`.execute(tx);
}

export async function selectChunk(
  tx: Transaction,
  clinicId: string,
  name: string,
  number: number,
): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Uint8Array }>`select content from snapshot_chunks
    where clinic_id = ${clinicId} and name = ${name} and number = ${number}`.execute(tx);
  return rows[0]?.content;
}

export async function markPieceWhole(tx: Transaction, clinicId: string, name: string, sha256: string): Promise<void> {
  await sql`update snapshot_pieces set sha256 = ${sha256} where clinic_id = ${clinicId} and name = ${name}`.execute(tx);
}

/** What no snapshot and none of these names, with its chunks. */
export async function deleteUnnamed(tx: Transaction, clinicId: string, names: readonly string[]): Promise<void> {
  await sql`delete from snapshot_pieces p where p.clinic_id = ${clinicId} and not p.name = any(${names}::text[])
    and not exists (select from snapshot_names n where n.clinic_id = p.clinic_id and n.name = p.name)`.execute(tx);
}

export async function insertSnapshot(
  tx: Transaction,
  clinicId: string,
  snapshotId: string,
  { epoch, seq, takenAt, pieces, sha256 }: Snapshot,
  now: EpochMs,
): Promise<void> {
  await sql`insert into snapshots (clinic_id, snapshot_id, epoch, seq, taken_at, kept_at, sha256)
    values (${clinicId}, ${snapshotId}, ${epoch}, ${seq}, ${takenAt}, ${now}, ${sha256})`.execute(tx);
  await sql`insert into snapshot_names (clinic_id, snapshot_id, name)
    select ${clinicId}::uuid, ${snapshotId}::uuid, name
    from unnest(${pieces.map(({ name }) => name)}::text[]) as n (name)`.execute(tx);
}

/** All but so many of the newest. */
export async function deleteOldSnapshots(tx: Transaction, clinicId: string, kept: number): Promise<void> {
  await sql`delete from snapshots where clinic_id = ${clinicId} and snapshot_id not in (
    select snapshot_id from snapshots where clinic_id = ${clinicId}
    order by kept_at desc, snapshot_id desc limit ${kept})`.execute(tx);
}

/** The newest first. */
export async function selectSnapshots(tx: Transaction, clinicId: string): Promise<readonly Snapshot[]> {
  const { rows } = await sql<Snapshot>`
    select s.epoch, s.seq, s.taken_at as "takenAt", s.sha256, (
      select jsonb_agg(jsonb_build_object('name', p.name, 'bytes', p.bytes, 'sha256', p.sha256)
        order by p.name collate "C")
      from snapshot_names n join snapshot_pieces p on p.clinic_id = n.clinic_id and p.name = n.name
      where n.clinic_id = s.clinic_id and n.snapshot_id = s.snapshot_id) as pieces
    from snapshots s where s.clinic_id = ${clinicId}
    order by s.kept_at desc, s.snapshot_id desc`.execute(tx);
  return rows;
}

import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { Checkpoint, EventLog, SubjectKeys } from '../../ports/event-log.ts';
import type { Connection } from './connection.ts';

const columns = `clinic_id, epoch, seq, id, type, at, business_day, actor, command_id, body, subject_id, sealed,
  prev_hash, hash`;

export const LAST_ROW = `SELECT ${columns} FROM log ORDER BY seq DESC LIMIT 1`;
export const ROWS_AFTER = `SELECT ${columns} FROM log WHERE seq > ? ORDER BY seq LIMIT ?`;
export const APPEND_ROW = `INSERT INTO log (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
export const FIND_KEY = 'SELECT wrapped FROM subject_keys WHERE subject_id = ?';
export const ADD_KEY = 'INSERT INTO subject_keys (subject_id, wrapped) VALUES (?, ?)';
export const DESTROY_KEY = `
  INSERT INTO subject_keys (subject_id, wrapped) VALUES (?, NULL) ON CONFLICT (subject_id) DO UPDATE SET wrapped = NULL`;

export function createEventLog(db: Connection): EventLog {
  const last = db.prepare(LAST_ROW);
  const after = db.prepare(ROWS_AFTER);
  const append = db.prepare(APPEND_ROW);
  return {
    last: () => {
      const row = last.get();
      return row === undefined ? undefined : toLogRow(row);
    },
    after: (seq, limit) => after.all(seq, limit).map(toLogRow),
    append(row) {
      append.run(
        row.clinicId,
        row.epoch,
        row.seq,
        row.id,
        row.type,
        row.at,
        row.businessDay,
        row.actor,
        row.commandId,
        row.body,
        row.subjectId,
        row.sealed,
        row.prevHash,
        row.hash,
      );
    },
  };
}

export function createSubjectKeys(db: Connection): SubjectKeys {
  const find = db.prepare(FIND_KEY);
  const some = db.prepare('SELECT subject_id, wrapped FROM subject_keys WHERE wrapped IS NOT NULL LIMIT ?');
  const add = db.prepare(ADD_KEY);
  const destroy = db.prepare(DESTROY_KEY);
  return {
    find(subjectId) {
      const row = find.get(subjectId);
      if (row === undefined) return undefined;
      return (row['wrapped'] as Uint8Array | null) ?? 'destroyed';
    },
    some: (limit) =>
      some.all(limit).map((row) => ({
        subjectId: row['subject_id'] as string,
        wrapped: row['wrapped'] as Uint8Array,
      })),
    add(subjectId, wrapped) {
      add.run(subjectId, wrapped);
    },
    destroy(subjectId) {
      destroy.run(subjectId);
    },
  };
}

/** Whose keys a repair has said to be lost; none in a database of before. */
export function readLostKeys(db: Connection): ReadonlySet<string> {
  const isThere = db.prepare(`SELECT 1 FROM main.sqlite_schema WHERE name = 'lost_keys'`).get() !== undefined;
  const rows = isThere ? db.prepare('SELECT subject_id FROM lost_keys').all() : [];
  return new Set(rows.map((row) => String(row['subject_id'])));
}

export const NEWEST_CHECKPOINT = `
  SELECT epoch, seq, hash, signature, parts, kept_at FROM checkpoints ORDER BY seq DESC LIMIT 1`;

/** Behind which rows may be gone, as the database says; undefined while the log is there from its first row. */
export function readCheckpoint(db: Connection): Checkpoint | undefined {
  const row = isNumbered(db) ? db.prepare(NEWEST_CHECKPOINT).get() : undefined;
  if (row === undefined) return undefined;
  return {
    epoch: row['epoch'] as number,
    seq: row['seq'] as number,
    hash: row['hash'] as Uint8Array,
    signature: row['signature'] as Uint8Array,
    parts: row['parts'] as number,
    keptAt: row['kept_at'] as number,
  };
}

/** A database of before has no bases. */
function isNumbered(db: Connection): boolean {
  return db.prepare(`SELECT 1 FROM main.sqlite_schema WHERE name = 'log_base'`).get() !== undefined;
}

/** In the place of any before it. */
export function putCheckpoint(db: Connection, { epoch, seq, hash, signature, parts, keptAt }: Checkpoint): void {
  db.exec('DELETE FROM checkpoints');
  db.prepare('INSERT INTO checkpoints (seq, epoch, hash, signature, parts, kept_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    seq,
    epoch,
    hash,
    signature,
    parts,
    keptAt,
  );
}

/** The last row that the centre has said it holds; 0.0 before the first. */
export function readAcknowledged(db: Connection): { readonly epoch: number; readonly seq: number } {
  const row = db.prepare('SELECT acknowledged_epoch, acknowledged_seq FROM relay').get();
  return { epoch: row?.['acknowledged_epoch'] as number, seq: row?.['acknowledged_seq'] as number };
}

export function toLogRow(row: Record<string, unknown>): LogRow {
  return {
    clinicId: row['clinic_id'] as string,
    epoch: row['epoch'] as number,
    seq: row['seq'] as number,
    id: row['id'] as string,
    type: row['type'] as string,
    at: row['at'] as number,
    businessDay: row['business_day'] as string,
    actor: row['actor'] as LogRow['actor'],
    commandId: row['command_id'] as string | null,
    body: row['body'] as string,
    subjectId: row['subject_id'] as string | null,
    sealed: row['sealed'] as Uint8Array | null,
    prevHash: row['prev_hash'] as Uint8Array,
    hash: row['hash'] as Uint8Array,
  };
}

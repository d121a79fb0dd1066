// Conflicts about what is written of a patient: as the centre told of them, with what was chosen here since laid over it.

import { byRule, type DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import type { Projections } from '../../ports/projections.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { ReferenceData } from '../../ports/reference-data.ts';
import type { Connection, Statement } from './connection.ts';

export const PUT_CONFLICT = `
  INSERT INTO reference_conflicts (id, patient_id, known_seq, chosen_at, conflict)
  VALUES (?, ?, (SELECT acknowledged_seq FROM relay), ?, ?)
  ON CONFLICT (id) DO UPDATE SET patient_id = excluded.patient_id, known_seq = excluded.known_seq,
    chosen_at = excluded.chosen_at, conflict = excluded.conflict`;
const columns = `r.conflict, r.known_seq, c.conflict_id, c.version, c.at, c.by, c.changed_seq
  FROM reference_conflicts AS r LEFT JOIN chosen_details AS c ON c.conflict_id = r.id`;
export const FIND_CONFLICT = `SELECT ${columns} WHERE r.id = ?`;
/** Those in which a person has to choose, or has chosen since then. */
export const CONFLICTS_SINCE = `
  SELECT ${columns} WHERE r.chosen_at IS NULL UNION ALL SELECT ${columns} WHERE r.chosen_at >= ?`;
export const PUT_CHOSEN_DETAIL = `
  INSERT INTO chosen_details (conflict_id, version, at, by, changed_seq) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (conflict_id) DO UPDATE SET version = excluded.version, at = excluded.at, by = excluded.by,
    changed_seq = excluded.changed_seq`;
export const FORGET_CONFLICTS_OF = 'DELETE FROM reference_conflicts WHERE patient_id = ?';

export interface ConflictTables extends Pick<ReferenceData, 'detailConflict'> {
  putConflict(conflict: DetailConflict): void;
  readonly removeConflict: Statement;
  readonly forgetConflictsOf: Statement;
}

export function createConflictTables(db: Connection): ConflictTables {
  const put = db.prepare(PUT_CONFLICT);
  const find = db.prepare(FIND_CONFLICT);
  return {
    putConflict(conflict) {
      const { id, patientId, chosen } = conflict;
      const chosenAt = chosen === null ? null : chosen.by === byRule ? 0 : chosen.at;
      put.run(id, patientId, chosenAt, JSON.stringify(conflict));
    },
    detailConflict(id) {
      const row = find.get(id);
      return row === undefined ? undefined : toConflict(row);
    },
    removeConflict: db.prepare('DELETE FROM reference_conflicts WHERE id = ?'),
    forgetConflictsOf: db.prepare(FORGET_CONFLICTS_OF),
  };
}

export function createChosenDetails(db: Connection): Pick<Projections, 'putChosenDetail'> {
  const put = db.prepare(PUT_CHOSEN_DETAIL);
  return {
    putChosenDetail({ conflictId, version, at, by, changedSeq }) {
      put.run(conflictId, version, at, by, changedSeq);
    },
  };
}

export function readConflicts(db: Connection): Pick<ReadModel, 'detailConflicts'> {
  const since = db.prepare(CONFLICTS_SINCE);
  return { detailConflicts: (from) => since.all(from).map(toConflict) };
}

function toConflict(row: Record<string, unknown>): DetailConflict {
  const conflict = JSON.parse(row['conflict'] as string) as DetailConflict;
  const isNewer = row['conflict_id'] !== null && (row['changed_seq'] as number) > (row['known_seq'] as number);
  if (!isNewer) return conflict;
  const version = row['version'] as number | null;
  const chosen = version === null ? null : { version, by: row['by'] as string, at: row['at'] as number };
  return { ...conflict, chosen };
}

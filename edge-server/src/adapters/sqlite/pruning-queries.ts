// What letting go of the log asks of the tables.

import type { Connection } from './connection.ts';

export const ERASURE_AFTER = `SELECT 1 FROM log WHERE seq > ? AND type = 'v1.SubjectErased' LIMIT 1`;
/** When the oldest thing began that somebody has still to see to. */
export const OPEN_SINCE = `
  SELECT min(at) AS at FROM (
    SELECT json_extract(record, '$.issuedAt') AS at FROM tickets WHERE is_open = 1
    UNION ALL SELECT json_extract(record, '$.at') FROM help WHERE is_open = 1
    UNION ALL SELECT json_extract(record, '$.openedAt') FROM tills WHERE is_open = 1
    UNION ALL SELECT json_extract(record, '$.startedAt') FROM evacuations WHERE json_extract(record, '$.endedAt') IS NULL
    UNION ALL SELECT at FROM work_items WHERE resolved_at IS NULL
    UNION ALL SELECT at FROM requests WHERE ours = 1 AND accepted IS NULL)`;
/** Times and business days never go back along the log, so that what goes is its beginning. */
export const LAST_TO_GO = `
  SELECT max(seq) AS seq FROM (
    SELECT seq, business_day, at FROM log WHERE seq < :checkpoint ORDER BY seq LIMIT :rows)
  WHERE at <= :notAfter AND at <= :keptAt - 2592000000 AND business_day < :openDay
    AND business_day < (SELECT business_day FROM log WHERE seq = :checkpoint)`;
export const REMOVE_UNTIL = 'DELETE FROM log WHERE seq <= ?';

export function createPruningQueries(db: Connection): {
  checkInKey(): Uint8Array | undefined;
  hasErasureAfter(seq: number): boolean;
  /** Undefined: nothing is open. */
  openSince(): number | undefined;
  /** Undefined: none may go now. */
  lastToGo(
    checkpoint: number,
    bounds: { readonly rows: number; readonly notAfter: number; readonly openDay: string; readonly keptAt: number },
  ): number | undefined;
  removeUntil(seq: number): void;
  hasOpenWorkItem(code: string): boolean;
} {
  const key = db.prepare(`SELECT public_key FROM reference_keys WHERE name = 'check-in'`);
  const erasureAfter = db.prepare(ERASURE_AFTER);
  const openSince = db.prepare(OPEN_SINCE);
  const lastToGo = db.prepare(LAST_TO_GO);
  const removeUntil = db.prepare(REMOVE_UNTIL);
  const openWorkItem = db.prepare('SELECT 1 FROM work_items WHERE code = ? AND resolved_at IS NULL LIMIT 1');
  return {
    checkInKey: () => key.get()?.['public_key'] as Uint8Array | undefined,
    hasErasureAfter: (seq) => erasureAfter.get(seq) !== undefined,
    openSince: () => (openSince.get()?.['at'] as number | null) ?? undefined,
    lastToGo: (checkpoint, bounds) => (lastToGo.get({ checkpoint, ...bounds })?.['seq'] as number | null) ?? undefined,
    removeUntil: (seq) => void removeUntil.run(seq),
    hasOpenWorkItem: (code) => openWorkItem.get(code) !== undefined,
  };
}

// The words of the schema held against those of the release: a bit that flips in a view or an index has it answer otherwise.

import type { Connection } from './connection.ts';

/**
 * Against one that this release has just made. Of a database that an older or a newer release has brought to its schema, the
 * migrations alone are judged.
 */
export function isSchemaOf(fresh: Connection, db: Connection): boolean {
  const [applied, shipped] = [migrationsOf(db), migrationsOf(fresh)];
  const [fewer, more] = applied.size < shipped.size ? [applied, shipped] : [shipped, applied];
  if ([...fewer].some((migration) => !more.has(migration))) return false;
  return fewer.size < more.size || schemaOf(db) === schemaOf(fresh);
}

function migrationsOf(db: Connection): ReadonlySet<string> {
  const rows = db.prepare('SELECT name, digest FROM migrations').all();
  return new Set(rows.map(({ name, digest }) => `${String(name)} ${String(digest)}`));
}

/** With the indexes that SQLite makes by itself: where one is called otherwise, what has to be unique is so no longer. */
function schemaOf(db: Connection): string {
  const words = `SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name`;
  return JSON.stringify(db.prepare(words).all());
}

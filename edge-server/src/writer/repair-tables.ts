// What becomes of the tables beside the log in a repair. One that is as it was written comes along. Of another, who may
// come in by it comes in anew, what the centre owns the centre sends again, and the rest comes along and is named.

import type { Connection } from '../adapters/sqlite/connection.ts';
import type { Salvage, TableRow } from '../adapters/sqlite/salvage.ts';
import { columnsOf, summedTables, tablesThatLetIn } from '../adapters/sqlite/table-sums.ts';

/** `dropped`: enrolled or signed in anew. `sent-again`: by the centre. `unproven`: it came along as it can be read. */
export interface TableFate {
  readonly table: string;
  readonly fate: 'dropped' | 'sent-again' | 'unproven';
  readonly rows: number;
}

/** Of those that let somebody in, what the clinic has from elsewhere. */
const lettingIn = tablesThatLetIn.filter((table) => !table.startsWith('reference_'));
const ownedByCentre = /^(reference_|network_|snapshot_|feed_|relay$)/;
/** Made anew from the others. */
const madeAnew = ['checkpoints', 'log_base', 'people', 'people_words', 'people_words_version', 'subject_keys'];

/** As an edge that was never told anything: the centre sends all of it, and what it does not name goes. */
const ASK_ANEW = `
  UPDATE relay SET feed_number = 0, feed_incarnation = NULL, snapshot_at = NULL, snapshot_from = NULL;
  DELETE FROM snapshot_things`;

export function bringTables(db: Connection, salvage: Salvage): readonly TableFate[] {
  const read = summedTables(db)
    .filter((table) => !madeAnew.includes(table))
    .map((table) => ({ table, columns: columnsOf(db, table) }))
    .map(({ table, columns }) => ({ table, columns, ...salvage.table(table, columns) }));
  const hasCentre = read.some(({ table, rows }) => table === 'relay' && Number(rows[0]?.['feed_number'] ?? 0) > 0);
  const isAskedAnew = hasCentre && read.some(({ table, isWhole }) => ownedByCentre.test(table) && !isWhole);
  db.exec('BEGIN');
  const fates = read.flatMap(({ table, columns, rows, isWhole }): readonly TableFate[] => {
    const isLeftOut = !isWhole && (lettingIn.includes(table) || (hasCentre && ownedByCentre.test(table)));
    if (!isLeftOut) putRows(db, table, columns, rows);
    if (isWhole) return [];
    const fate = lettingIn.includes(table) ? 'dropped' : isLeftOut ? 'sent-again' : 'unproven';
    return [{ table, fate, rows: rows.length }];
  });
  if (isAskedAnew) db.exec(ASK_ANEW);
  db.exec('COMMIT');
  return fates;
}

function putRows(db: Connection, table: string, columns: readonly string[], rows: readonly TableRow[]): void {
  const put = db.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of rows) put.run(...columns.map((column) => row[column] ?? null));
}

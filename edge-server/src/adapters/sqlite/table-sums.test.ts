import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Connection, openInMemory } from './connection.ts';
import { migrate } from './migrate.ts';
import { projectionNames } from './projection-digests.ts';
import { faultyTables, keepTableSums, summedTables, withoutSums } from './table-sums.ts';

function aDatabase(): Connection {
  const db = openInMemory();
  keepTableSums(db, migrate(db));
  return db;
}
const faulty = (db: Connection): readonly string[] => faultyTables(db).map(({ table }) => table);
/** As a disk would: no trigger sees it. */
const behindItsBack = (db: Connection, table: string, sql: string): void => {
  withoutSums(db, [table], () => db.exec(sql));
};

const act = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id: fc.nat(5), name: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('replace' as const), id: fc.nat(5), name: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.nat(5), name: fc.constant('') }),
  fc.record({ kind: fc.constant('undo' as const), id: fc.nat(5), name: fc.constant('') }),
);
const sqlOf = {
  put: `INSERT INTO badges VALUES (?1, CAST(?1 || ?2 AS BLOB)) ON CONFLICT DO UPDATE SET badge_hash = excluded.badge_hash`,
  replace: 'INSERT OR REPLACE INTO badges VALUES (?1, CAST(?1 || ?2 AS BLOB))',
  remove: `DELETE FROM badges WHERE staff_id = ?1 AND ?2 = ''`,
  undo: `DELETE FROM badges WHERE staff_id <> ?1 AND ?2 = ''`,
} as const;

describe('the sums of the tables beside the log', () => {
  it('are of every table that neither the chain nor a rebuild proves', () => {
    const db = aDatabase();
    const proven = new Set<string>([...projectionNames, 'log', 'migrations', 'table_sums']);
    const all = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all();
    const rest = all.map(({ name }) => String(name)).filter((name) => !proven.has(name));
    expect(summedTables(db)).toEqual(rest.toSorted());
  });

  it('are always those of what was written, whatever was put, replaced, removed or taken back', () => {
    const db = aDatabase();
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        for (const { kind, id, name } of acts) {
          db.exec('SAVEPOINT act');
          db.prepare(sqlOf[kind]).run(`staff-${id}`, name);
          db.exec(kind === 'undo' ? 'ROLLBACK TO act; RELEASE act' : 'RELEASE act');
        }
        expect(faultyTables(db, ['badges'])).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('show a row that was changed, gone, or added behind their back', () => {
    const db = aDatabase();
    db.prepare(`INSERT INTO badges VALUES ('ana', ?), ('eva', ?)`).run(randomBytes(32), randomBytes(32));
    behindItsBack(db, 'badges', `UPDATE badges SET staff_id = 'anb' WHERE staff_id = 'ana'`);
    expect(faultyTables(db)).toEqual([{ table: 'badges', rows: 2, expected: 2 }]);
    behindItsBack(db, 'badges', `UPDATE badges SET staff_id = 'ana' WHERE staff_id = 'anb'`);
    expect(faulty(db)).toEqual([]);
    behindItsBack(db, 'badges', `DELETE FROM badges WHERE staff_id = 'eva'`);
    expect(faultyTables(db)).toEqual([{ table: 'badges', rows: 1, expected: 2 }]);
    // What is written afterwards does not hide it.
    db.prepare(`INSERT INTO badges VALUES ('cy', ?)`).run(randomBytes(32));
    expect(faulty(db)).toEqual(['badges']);
  });

  it('are taken anew after a migration, and after a release that kept none', () => {
    const db = aDatabase();
    behindItsBack(db, 'sessions', `INSERT INTO sessions VALUES (x'01', 'ana', NULL, NULL, '[]', 1)`);
    keepTableSums(db, false);
    expect(faulty(db)).toEqual(['sessions']);
    keepTableSums(db, true);
    expect(faulty(db)).toEqual([]);
    behindItsBack(db, 'sessions', `UPDATE sessions SET expires_at = 2`);
    behindItsBack(db, 'heartbeat', 'INSERT INTO heartbeat VALUES (1, 5, 5)');
    keepTableSums(db, false);
    expect(faulty(db)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import * as arrivals from './arrival-tables.ts';
import * as memory from './command-memory.ts';
import { openInMemory } from './connection.ts';
import * as conflicts from './detail-conflicts.ts';
import * as log from './event-log.ts';
import * as formResponses from './form-responses.ts';
import * as leases from './leases.ts';
import { findPeopleSql } from './find/patient-search.ts';
import * as peopleIndex from './find/people-index.ts';
import { migrate } from './migrate.ts';
import * as patientRows from './patient-rows.ts';
import * as projections from './projections.ts';
import * as pruning from './pruning-queries.ts';
import * as read from './read-model.ts';
import { findSql, recordKinds, shownSql, updateAllSql, updateRecordSql, walkedSql } from './record-tables.ts';
import * as reference from './reference-tables.ts';
import * as usedCodes from './used-codes.ts';
import * as waits from './wait-tables.ts';

const db = openInMemory();
migrate(db);

function planOf(sql: string): string {
  return db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((row) => String(row['detail']))
    .join('; ');
}
/** A walk over all of a table that grows; walking an index is one too. */
const scansTable = /SCAN (?!.*(CONSTANT ROW|wanted|relay|clinic))/;

const hot: Record<string, string> = {
  ...Object.fromEntries(
    [
      arrivals,
      conflicts,
      leases,
      log,
      memory,
      projections,
      reference,
      read,
      patientRows,
      peopleIndex,
      formResponses,
      usedCodes,
      waits,
    ].flatMap((module) =>
      Object.entries(module).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  ),
  'find people by a name': findPeopleSql([]),
  'find people by a name and a birth date': findPeopleSql([2]),
  ...Object.fromEntries(recordKinds.map((kind) => [`find ${kind}`, findSql(kind)])),
  ...Object.fromEntries(recordKinds.map((kind) => [`update record of ${kind}`, updateRecordSql(kind)])),
  ...Object.fromEntries(recordKinds.map((kind) => [`update ${kind}`, updateAllSql(kind)])),
};

/** Newest first by the primary key: one row is read, or those of the newest epoch of a restored box. */
const readsOneRow = ['LAST_ROW', 'POSITION', 'LAST_UNTIL_EPOCH'];
/** A table of one row, or one that is wanted whole. */
const smallTables = ['FIND_CLINIC', 'READ_CLINIC', 'READ_LEARNED_WAITS', 'NEWEST_CHECKPOINT'];

describe('hot SQL', () => {
  it('is known by name', () => {
    expect(Object.keys(hot).length).toBeGreaterThan(40);
  });

  it.each(Object.entries(hot).filter(([name]) => !readsOneRow.includes(name) && !smallTables.includes(name)))(
    '%s reads no table from end to end',
    (_name, sql) => {
      expect(planOf(sql)).not.toMatch(scansTable);
    },
  );

  it.each(readsOneRow)('%s walks back along the primary key', (name) => {
    expect(planOf(hot[name] ?? '')).toBe('SCAN log');
    expect(hot[name]).toMatch(/ORDER BY seq DESC LIMIT 1$/);
  });
});

describe('a step of letting go of the log', () => {
  it.each([pruning.ERASURE_AFTER, pruning.LAST_TO_GO, pruning.REMOVE_UNTIL])(
    'reads its end of the log alone',
    (sql) => {
      expect(planOf(sql)).toMatch(/SEARCH log USING INTEGER PRIMARY KEY/);
      expect(planOf(sql)).not.toMatch(/SCAN log/);
    },
  );

  it('asks what is open by its index', () => {
    expect(planOf(pruning.OPEN_SINCE)).not.toMatch(/SCAN (tickets|help|tills|work_items|requests)(?!.*USING INDEX)/);
  });
});

describe('at the start', () => {
  it.each(['tickets', 'help', 'tills'] as const)('the open %s are found by their index', (kind) => {
    expect(planOf(walkedSql(kind) ?? '')).toMatch(/USING INDEX \w+_open/);
  });

  it.each(['tickets', 'calls', 'help', 'charges', 'payments', 'ordinals', 'tills'] as const)(
    'of %s, the recent and the open are read',
    (kind) => {
      expect(planOf(shownSql(kind))).toMatch(/SEARCH \w+ USING .*id>/);
      expect(planOf(shownSql(kind))).not.toMatch(scansTable);
    },
  );
});

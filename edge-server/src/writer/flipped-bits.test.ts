// A disk that changes what was written to it: one bit anywhere in the database or its write-ahead log, or an end of either
// that is gone. Either all that can be read is what was written, or the check finds something.

import { copyFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeAudit } from './compose-audit.ts';
import { aThing, EngineUnderTest, room1, room2 } from './testing/a-writer.ts';

const box = aBox();
const written = contentOf(box.databasePath);

/** A clinic whose last rows are in its write-ahead log, as a power cut leaves them. */
function aBox() {
  const clinic = new EngineUnderTest().initialise();
  aThing(clinic, 'display');
  const birthDate = '1967-11-07';
  const gone = clinic.result('register-patient', { patient: { name: { family: 'Curie' }, birthDate } });
  clinic.result('register-patient', { patient: { name: { family: 'Joliot' }, birthDate } });
  for (let count = 0; count < 6; count += 1) clinic.issue();
  clinic.result('call-next', { servicePointId: room1 });
  clinic.result('erase-patient', { patientId: String(gone['patientId']), reason: 'asked for' });
  clinic.db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  clinic.refusal('recall', { servicePointId: room2 });
  clinic.issue();
  const committed = clinic.reading((read) => read.position());
  const copied = copyOf(clinic.settings.databasePath);
  clinic.close();
  return { databasePath: copied, clinicKeyPath: clinic.settings.clinicKeyPath, committed };
}

function copyOf(database: string): string {
  const to = join(mkdtempSync(join(tmpdir(), 'foyer-flipped-')), 'clinic.db');
  for (const end of ['', '-wal']) copyFileSync(`${database}${end}`, `${to}${end}`);
  return to;
}

/** All that anybody can read of it; what the box remembers of the bodies of commands only refuses a repeat. */
function contentOf(path: string): string {
  const db = new DatabaseSync(copyOf(path), { readOnly: true });
  try {
    const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    const tables = schema.filter(({ type }) => type === 'table' || type === 'view');
    const rows = tables.map(({ name }) =>
      db
        .prepare(`SELECT * FROM "${String(name)}"`)
        .all()
        .map(({ body_hash: _remembered, ...row }) => JSON.stringify(row)),
    );
    return JSON.stringify([schema, rows]);
  } finally {
    db.close();
  }
}

/** That it is not what was written shows, at the latest to a check. */
function isFound(databasePath: string): boolean {
  try {
    const audit = composeAudit({ ...box, databasePath });
    try {
      return audit.check({ committed: box.committed }).found.length > 0;
    } finally {
      audit.close();
    }
  } catch {
    return true;
  }
}
function isAsWritten(databasePath: string): boolean {
  try {
    return contentOf(databasePath) === written;
  } catch {
    return false;
  }
}
const isNeverTakenForTrue = (databasePath: string): boolean => isAsWritten(databasePath) || isFound(databasePath);

/** Bits of this file that hold something: a page that is nothing but zeros is seldom worth a flip. */
function bitsOf(path: string): fc.Arbitrary<number> {
  const file = readFileSync(path);
  const used = Array.from(file.keys()).filter((at) => file[at] !== 0);
  const ofUsed = fc.tuple(fc.constantFrom(...used), fc.nat(7)).map(([at, bit]) => at * 8 + bit);
  return fc.oneof({ weight: 4, arbitrary: ofUsed }, { weight: 1, arbitrary: fc.nat(file.length * 8 - 1) });
}
function flip(path: string, bit: number): void {
  const bytes = readFileSync(path);
  bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
  writeFileSync(path, bytes);
}

describe('a database on a disk that forgets', () => {
  it('is whole as it was written', () => {
    expect(isFound(copyOf(box.databasePath))).toBe(false);
    expect(isAsWritten(box.databasePath)).toBe(true);
  });

  it('finds an index of SQLite’s own that it would not keep any more: what it holds unique would be there twice', () => {
    const copy = copyOf(box.databasePath);
    const at = readFileSync(copy).indexOf('indexsqlite_autoindex_badges_2');
    const upperCase = 5;
    flip(copy, at * 8 + upperCase);
    expect([at > 0, isAsWritten(copy), isFound(copy)]).toEqual([true, false, true]);
  });

  it.each([
    ['', 12],
    ['-wal', 4],
  ])('never takes one flipped bit of its file%s for what was written', (end, numRuns) => {
    fc.assert(
      fc.property(bitsOf(`${box.databasePath}${end}`), (bit) => {
        const copy = copyOf(box.databasePath);
        flip(`${copy}${end}`, bit);
        expect(isNeverTakenForTrue(copy)).toBe(true);
      }),
      { numRuns },
    );
  });

  it.each([
    ['', 3],
    ['-wal', 3],
  ])('never takes what is left of its file%s for all of it', (end, numRuns) => {
    const { length } = readFileSync(`${box.databasePath}${end}`);
    fc.assert(
      fc.property(fc.nat(length - 1), (bytes) => {
        const copy = copyOf(box.databasePath);
        truncateSync(`${copy}${end}`, bytes);
        expect(isNeverTakenForTrue(copy)).toBe(true);
      }),
      { numRuns },
    );
  });
});

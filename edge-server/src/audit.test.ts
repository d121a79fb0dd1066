import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { runAudit, runBeginEpoch } from './audit.ts';
import type { CheckOptions } from './writer/check-database.ts';
import { aThing, EngineUnderTest, room1 } from './writer/testing/a-writer.ts';

function codesOf(clinic: EngineUnderTest, options: CheckOptions = {}): readonly string[] {
  const { found } = runAudit('verify', clinic.settings, options).json as { found: readonly { code: string }[] };
  return found.map(({ code }) => code);
}

/** Changes the file as somebody with a shell could. */
function tamper({ settings }: EngineUnderTest, sql: string): void {
  const db = new DatabaseSync(settings.databasePath);
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(String(trigger['sql']));
  db.close();
}

function visited(): EngineUnderTest {
  const clinic = new EngineUnderTest().initialise();
  clinic.issue();
  clinic.issue();
  clinic.result('call-next', { servicePointId: room1 });
  return clinic;
}

describe('the audit', () => {
  it('finds a clinic whole, also while its edge runs', () => {
    const clinic = visited();
    const { ok, lines } = runAudit('verify', clinic.settings);
    expect({ ok, first: lines[0] }).toEqual({ ok: true, first: 'The chain is whole: 7 rows, up to 1.7.' });
    expect(runAudit('rebuild', clinic.settings).ok).toBe(true);
  });

  it('names the first row that was changed', () => {
    const clinic = visited();
    tamper(clinic, `UPDATE log SET body = replace(body, 'walk-in', 'priority') WHERE seq = 6`);
    const { ok, lines, json } = runAudit('verify', clinic.settings);
    expect(ok).toBe(false);
    expect(lines[0]).toBe('row-changed at 1.6: it is not what was written.');
    expect(lines.at(-1)).toMatch(/npm run audit -- repair --from centre/);
    expect(json).toMatchObject({ ok: false, rows: 7, found: [{ code: 'row-changed', at: { epoch: 1, seq: 6 } }] });
  });

  it('finds rows that the centre has and the log has not, and a checkpoint that nobody signed', () => {
    const clinic = visited();
    clinic.perform({ kind: 'acknowledged', position: { epoch: 1, seq: 7 } });
    tamper(clinic, 'DELETE FROM log WHERE seq > 5');
    expect(codesOf(clinic)).toEqual(['rows-cut-off']);
    tamper(
      clinic,
      `INSERT INTO checkpoints SELECT seq, epoch, hash, zeroblob(64), 1, 0 FROM log WHERE seq = 3; DELETE FROM log WHERE seq <= 3`,
    );
    const { ok, lines } = runAudit('verify', clinic.settings);
    expect(ok).toBe(false);
    expect(lines[0]).toMatch(/^checkpoint-unproven at 1\.3: a checkpoint stands before it/);
  });

  it('finds what lies beside the log changed, though SQLite and the chain find nothing', () => {
    const clinic = visited();
    aThing(clinic, 'display');
    tamper(clinic, `UPDATE devices SET role = 'kiosk'`);
    expect(runAudit('verify', clinic.settings).json).toMatchObject({
      found: [{ code: 'table-changed', about: 'devices' }],
    });
  });

  it('finds a key that is gone though nobody erased its subject, and a seal that its key does not open', () => {
    const clinic = visited();
    clinic.result('register-patient', { patient: { name: { family: 'Curie' } } });
    tamper(clinic, 'DELETE FROM subject_keys');
    expect(codesOf(clinic)).toEqual(['key-lost', 'table-changed']);
    tamper(clinic, 'UPDATE log SET sealed = zeroblob(60) WHERE sealed IS NOT NULL');
    expect(codesOf(clinic)).toContain('row-changed');
  });

  it('finds a log that ends before what is known beside it to have been committed', () => {
    const clinic = visited();
    const committed = { epoch: 1, seq: 9 };
    expect(codesOf(clinic, { committed })).toEqual(['rows-cut-off']);
    expect(codesOf(clinic, { committed: { epoch: 1, seq: 7 } })).toEqual([]);
  });

  it('finds projections and the schema changed, and says how many rows it has read', () => {
    const clinic = visited();
    tamper(clinic, 'DELETE FROM calls');
    const read: number[] = [];
    expect(codesOf(clinic, { onRows: (rows) => read.push(rows) })).toEqual(['projection-differs']);
    expect(read.at(-1)).toBe(7);
    tamper(clinic, 'DROP INDEX sessions_by_expiry');
    expect(codesOf(clinic)).toContain('schema-changed');
  });

  it('begins an epoch for a restored box, and says what comes next', async () => {
    const clinic = visited();
    clinic.close();
    const box = { ...clinic.settings, lockPath: `${clinic.settings.databasePath}.lock` };
    const { ok, lines } = await runBeginEpoch(box);
    expect(ok).toBe(true);
    expect(lines[0]).toMatch(/^Epoch (\d+) begins with row \1\.8, behind row 7\./);
    expect(lines.at(-1)).toBe('Start the edge now: it relays from there.');
    expect(runAudit('verify', clinic.settings).ok).toBe(true);
  });

  it('names the projections that are not what the log says', () => {
    const clinic = visited();
    tamper(clinic, `DELETE FROM calls; UPDATE answers SET actor = 'staff:nobody'`);
    const { ok, lines } = runAudit('rebuild', clinic.settings);
    expect(ok).toBe(false);
    expect(lines.at(-1)).toBe('Not what the log says: calls, answers.');
  });
});

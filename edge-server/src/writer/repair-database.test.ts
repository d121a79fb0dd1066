import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { noRowSource, type RowSource } from '../ports/row-source.ts';
import { composeAudit } from './compose-audit.ts';
import { repairDatabase } from './repair-database.ts';
import { anOldClinic, aPrunedClinic } from './testing/a-pruned-clinic.ts';
import { aThing, EngineUnderTest, room1 } from './testing/a-writer.ts';

const now = (): number => 1;

function aClinic() {
  const clinic = new EngineUnderTest().initialise();
  aThing(clinic, 'display');
  const patientId = String(
    clinic.result('register-patient', { patient: { name: { family: 'Curie' }, birthDate: '1967-11-07' } })['patientId'],
  );
  clinic.issue();
  clinic.issue();
  clinic.result('call-next', { servicePointId: room1 });
  const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
  const keys = clinic.reading((read) => read.wrappedKeys([patientId]));
  clinic.close();
  const box = { ...clinic.settings, lockPath: `${clinic.settings.databasePath}.lock` };
  return { clinic, box, rows, patientId, keys };
}
type Clinic = ReturnType<typeof aClinic>;

function harm({ box }: Clinic, sql: string): void {
  const db = new DatabaseSync(box.databasePath);
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(String(trigger['sql']));
  db.close();
}
function held({ rows, keys }: Clinic): RowSource {
  return {
    async *rowsAfter({ seq }) {
      yield* rows.filter((row) => row.seq > seq);
    },
    keysOf: async () =>
      keys.map(({ subjectId, wrapped }) => ({ subjectId, wrapped: new Uint8Array(Buffer.from(wrapped, 'base64')) })),
  };
}
function audited({ box }: Clinic) {
  const audit = composeAudit(box);
  try {
    return audit.check().found;
  } finally {
    audit.close();
  }
}
function logOf({ clinic }: Clinic): readonly LogRow[] {
  const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
  clinic.close();
  return rows;
}

describe('a repair', () => {
  it('brings back rows and keys from elsewhere, folds the rest anew, and keeps the old file', async () => {
    const hurt = aClinic();
    harm(hurt, `UPDATE log SET body = '{}' WHERE seq = 5; DELETE FROM log WHERE seq >= 8; DELETE FROM calls`);
    harm(hurt, 'UPDATE subject_keys SET wrapped = zeroblob(61)');
    const report = await repairDatabase(hurt.box, { source: held(hurt), now });
    expect(report).toMatchObject({ ok: true, rows: hurt.rows.length, lost: [], lostKeys: [], found: [] });
    expect(report.fetched).toBe(1 + hurt.rows.length - 7);
    expect(audited(hurt)).toEqual([]);
    expect(logOf(hurt)).toEqual(hurt.rows);
    const folder = dirname(hurt.box.databasePath);
    expect(readdirSync(folder)).toContain('clinic.db.damaged-1');
    expect(hurt.clinic.issue().number).toBe('A003');
  });

  it('folds projections anew without anybody’s help', async () => {
    const hurt = aClinic();
    harm(hurt, 'DELETE FROM tickets; DELETE FROM calls');
    expect(await repairDatabase(hurt.box, { source: noRowSource, now })).toMatchObject({
      ok: true,
      fetched: 0,
      tables: [],
    });
    expect(audited(hurt)).toEqual([]);
  });

  it('makes up no row: behind one that neither has nothing is changed', async () => {
    const hurt = aClinic();
    harm(hurt, `UPDATE log SET body = '{}' WHERE seq = 5`);
    const before = logOf(hurt);
    const report = await repairDatabase(hurt.box, { source: noRowSource, now });
    expect(report).toMatchObject({ ok: false, isCutInTwo: true, rows: 4 });
    expect(report.lost[0]).toEqual({ epoch: 1, seq: 5 });
    expect(logOf(hurt)).toEqual(before);
  });

  it('ends the log before what nobody has where a person says so, and names all that is left out', async () => {
    const hurt = aClinic();
    harm(hurt, `UPDATE log SET body = '{}' WHERE seq = 5`);
    const report = await repairDatabase(hurt.box, { source: noRowSource, cut: true, now });
    expect(report).toMatchObject({ ok: true, rows: 4 });
    expect(report.lost.map(({ seq }) => seq)).toEqual(hurt.rows.slice(4).map(({ seq }) => seq));
    expect(logOf(hurt)).toEqual(hurt.rows.slice(0, 4));
    expect(audited(hurt)).toEqual([]);
  });

  it('names a key that neither has, and its seals stay closed', async () => {
    const hurt = aClinic();
    harm(hurt, `DELETE FROM subject_keys WHERE subject_id = '${hurt.patientId}'`);
    const { ok, lostKeys } = await repairDatabase(hurt.box, { source: noRowSource, now });
    expect({ ok, lostKeys }).toEqual({ ok: true, lostKeys: [hurt.patientId] });
    expect(audited(hurt)).toEqual([]);
  });

  it('lets in nobody by a table that is not what was written, and has others looked at', async () => {
    const hurt = aClinic();
    harm(hurt, `UPDATE devices SET role = 'kiosk'; UPDATE reference_prices SET amount_minor = 1`);
    const { ok, tables } = await repairDatabase(hurt.box, { source: noRowSource, now });
    expect(ok).toBe(true);
    expect(tables).toEqual([
      { table: 'devices', fate: 'dropped', rows: 1 },
      { table: 'reference_prices', fate: 'unproven', rows: 1 },
    ]);
    expect(hurt.clinic.reading((read) => read.devices())).toEqual([]);
    hurt.clinic.close();
    expect(audited(hurt)).toEqual([]);
  });

  it('goes on from the base of a pruned log, and keeps the keys of whoever’s rows are gone', async () => {
    const { clinic, centre, patientId } = aPrunedClinic();
    const { first, checkpoint } = centre.begin();
    const keys = clinic.reading((read) => read.wrappedKeys([patientId]));
    clinic.close();
    const box = { ...clinic.settings, lockPath: `${clinic.settings.databasePath}.lock` };
    const hurt = { ...aClinic(), clinic, box };
    expect(first).toBeGreaterThan(1);
    harm(hurt, 'DELETE FROM tickets; DELETE FROM calls; DELETE FROM patients');
    expect(await repairDatabase(box, { source: noRowSource, now })).toMatchObject({ ok: true, lost: [], lostKeys: [] });
    expect(audited(hurt)).toEqual([]);
    expect(logOf(hurt)[0]?.seq).toBe(checkpoint + 1);
    expect(clinic.reading((read) => read.wrappedKeys([patientId]))).toEqual(keys);
    expect(clinic.reading((read) => read.patient(patientId))?.details.name).toEqual({ family: 'Noether' });
  });

  it('has all rows of a pruned log from elsewhere where its base is damaged, and changes nothing where nobody has them', async () => {
    const { engine, centre, old } = anOldClinic();
    const rows = centre.rows();
    centre.keepUpTo(old - 1);
    centre.prune(1_000);
    engine.close();
    const box = { ...engine.settings, lockPath: `${engine.settings.databasePath}.lock` };
    const hurt = { ...aClinic(), clinic: engine, box, rows, keys: [] };
    harm(hurt, 'UPDATE log_base SET sealed = zeroblob(90) WHERE part = 1');
    expect((await repairDatabase(box, { source: noRowSource, now })).ok).toBe(false);
    expect(await repairDatabase(box, { source: held(hurt), now })).toMatchObject({ ok: true, rows: rows.length });
    expect(audited(hurt)).toEqual([]);
    expect(logOf(hurt)).toEqual(rows);
  });

  it('has the centre send again what it owns', async () => {
    const hurt = aClinic();
    const relay = `UPDATE relay SET feed_number = 7, acknowledged_epoch = 1, acknowledged_seq = 3`;
    hurt.clinic.db.exec(relay);
    hurt.clinic.close();
    harm(hurt, 'UPDATE reference_prices SET amount_minor = 1');
    const { tables } = await repairDatabase(hurt.box, { source: noRowSource, now });
    expect(tables).toEqual([{ table: 'reference_prices', fate: 'sent-again', rows: 1 }]);
    expect(hurt.clinic.reading((read) => [read.feedNumber(), read.acknowledged()])).toEqual([0, { epoch: 1, seq: 3 }]);
    hurt.clinic.close();
  });
});

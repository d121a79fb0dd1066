import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { openForReading } from '../adapters/sqlite/connection.ts';
import { projectionDigests } from '../adapters/sqlite/projection-digests.ts';
import { setUpAt } from '../views/set-up-at.ts';
import { runAudit } from '../audit.ts';
import { composeAudit } from './compose-audit.ts';
import { readBase } from './log-base.ts';
import { anOldClinic, visit } from './testing/a-pruned-clinic.ts';
import { SigningCentre } from './testing/a-signing-centre.ts';
import { aConfiguration, anId, EngineUnderTest, room1 } from './testing/a-writer.ts';
import { anyStep, RandomDay } from './testing/random-day.ts';

function findings({ settings }: EngineUnderTest): readonly string[] {
  const audit = composeAudit(settings);
  try {
    return audit.check().found.map(({ code, about }) => `${code} ${about ?? ''}`);
  } finally {
    audit.close();
  }
}
function digests({ settings }: EngineUnderTest): unknown {
  const db = openForReading(settings.databasePath);
  try {
    return projectionDigests(db);
  } finally {
    db.close();
  }
}
/** The same clinic on another disk, as it is now. */
function twinOf(engine: EngineUnderTest): EngineUnderTest {
  engine.close();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-twin-'));
  const settings = { ...engine.settings, databasePath: join(folder, 'clinic.db'), clinicKeyPath: join(folder, 'key') };
  copyFileSync(engine.settings.databasePath, settings.databasePath);
  copyFileSync(engine.settings.clinicKeyPath, settings.clinicKeyPath);
  return new EngineUnderTest(settings, engine.clock);
}
function baseTextOf({ settings }: EngineUnderTest): string {
  const db = openForReading(settings.databasePath);
  try {
    const base = readBase(db, createSealer(readClinicKey(settings.clinicKeyPath)));
    return base === undefined || base === 'unproven' ? String(base) : JSON.stringify([...base.pieces()]);
  } finally {
    db.close();
  }
}

/** Nothing of the days that are over is left to see to. */
function settle(engine: EngineUnderTest): void {
  for (const { id } of engine.reading((read) => read.workItems())) {
    engine.send('resolve-work-item', { workItemId: id });
  }
  const { help } = engine.reading((read) => read.queue());
  for (const { id } of help.values()) engine.send('acknowledge-help', { helpId: id });
  engine.send('close-till', { countedMinor: 0, reason: 'the end' });
  const asked = engine.db.prepare('SELECT id FROM requests WHERE ours = 1 AND accepted IS NULL').all();
  const number = engine.reading((read) => read.feedNumber()) + 1;
  const items = asked.map(({ id }): FeedItem => {
    const requestId = String(id);
    return { number, kind: 'request-answer', id: requestId, body: { requestId, accepted: true } };
  });
  engine.perform({ kind: 'feed', page: { version: 1, serverTime: engine.clock.wall(), items, next: number } });
}

describe('a log', () => {
  it('lets go of whole business days behind a checkpoint, so many rows at a time, and says the same as before', () => {
    const { engine, centre, firstDay, old } = anOldClinic();
    const before = digests(engine);
    expect(centre.keepUpTo(old - 1)).toBeGreaterThan(firstDay);
    centre.prune(4);
    expect(centre.begin().first).toBe(5);
    expect(findings(engine)).toEqual([]);
    for (let step = 0; step < 9; step += 1) centre.prune(4);
    const [first] = centre.rows();
    expect(first).toMatchObject({ seq: centre.begin().first, businessDay: '2026-11-24' });
    expect(first!.seq).toBeGreaterThan(firstDay);
    expect(findings(engine)).toEqual([]);
    expect(digests(engine)).toEqual(before);
    expect(runAudit('verify', engine.settings).lines[1]).toMatch(/^It begins behind checkpoint 1\.\d+:/);
    expect(runAudit('rebuild', engine.settings).ok).toBe(true);
    const setUp = engine.reading((read) => setUpAt(first!.seq, read));
    expect(setUp).toEqual(aConfiguration());
    engine.reopen();
    expect(engine.issue().number).toBe('A002');
    expect(findings(engine)).toEqual([]);
  });

  it('goes on from one base to the next', () => {
    const { engine, centre, firstDay, old } = anOldClinic();
    const first = centre.keepUpTo(firstDay);
    const second = centre.keepUpTo(old - 1);
    expect(second).toBeGreaterThan(first);
    for (let step = 0; step < 9; step += 1) centre.prune(50);
    engine.clock.pass(60 * dayMs);
    engine.result('open-service-point', { servicePointId: room1 });
    visit(engine);
    centre.acknowledge(centre.rows().at(-1)!.seq);
    const third = centre.keepUpTo(centre.rows().findLast(({ at }) => at < engine.clock.wall() - 31 * dayMs)!.seq);
    expect(third).toBeGreaterThan(second);
    centre.prune(1_000);
    expect(centre.begin().first).toBeGreaterThan(second);
    expect(findings(engine)).toEqual([]);
    expect(engine.reading((read) => setUpAt(centre.begin().first, read))).toEqual(aConfiguration());
  });

  it('keeps the answer of each command of the last 30 days, whatever went', () => {
    const { engine, centre, old } = anOldClinic();
    const commandId = anId(engine.clock.wall());
    const answer = engine.send('issue-ticket', { serviceId: aConfiguration().services[0]!.id, commandId });
    centre.keepUpTo(old - 1);
    for (let step = 0; step < 9; step += 1) centre.prune(50);
    expect(engine.send('issue-ticket', { serviceId: aConfiguration().services[0]!.id, commandId })).toEqual(answer);
  });

  it('moves for no checkpoint but the newest word of its own centre, and a person is told once of a wrong one', () => {
    const { engine, centre, firstDay, old } = anOldClinic();
    const end = centre.endOfCommand(old - 1);
    const good = centre.withBase(centre.sign(end));
    const forged = { ...good, signature: new Uint8Array(64) };
    const another = new SigningCentre(engine);
    const wrong = [
      forged,
      { ...another.sign(end), parts: good.parts },
      { ...centre.sign(end, {}, anId()), parts: good.parts },
      { ...centre.sign(end, { epoch: 2 }), parts: good.parts },
      { ...centre.sign(end, { hash: new Uint8Array(32) }), parts: good.parts },
    ];
    for (const offered of wrong) expect(centre.keep(offered)).toEqual({ ok: false, failed: 'checkpoint-refused' });
    expect(centre.begin().checkpoint).toBe(0);
    const told = engine.reading((read) => read.workItems()).filter(({ code }) => code === 'checkpoint-refused');
    expect(told).toMatchObject([{ kind: 'feed-failed', about: { item: 'checkpoint' } }]);
    engine.result('resolve-work-item', { workItemId: told[0]!.id });
    expect(centre.keep(good)).toMatchObject({ ok: true });
    expect(centre.begin().checkpoint).toBe(end);
    const older = centre.withBase(centre.sign(centre.endOfCommand(firstDay)));
    expect(centre.keep(older)).toMatchObject({ ok: true });
    expect(centre.begin().checkpoint).toBe(end);
    expect(findings(engine)).toEqual([]);
  });

  it('waits where the rows are younger, not acknowledged, or its base is not whole', () => {
    const { engine, centre, old } = anOldClinic();
    const young = centre.endOfCommand(centre.rows().length - 1);
    centre.keep(centre.withBase(centre.sign(young)));
    const good = centre.withBase(centre.sign(centre.endOfCommand(old - 1)));
    centre.keep({ ...good, days: 365 });
    centre.keep({ ...good, parts: good.parts + 1 });
    centre.keep({ ...good, parts: 0 });
    centre.acknowledge(good.seq - 1);
    centre.keep(good);
    centre.prune(1_000);
    expect(centre.begin()).toEqual({ first: 1, checkpoint: 0 });
    expect(engine.faults).toEqual([]);
  });

  it('keeps the rows of the day that anything open is of', () => {
    const { engine, centre, old } = anOldClinic();
    centre.keepUpTo(old - 1);
    const { id } = engine.issue();
    const age = (at: number) =>
      engine.db.prepare(`UPDATE tickets SET record = json_set(record, '$.issuedAt', ?) WHERE id = ?`).run(at, id);
    age(centre.rows()[0]!.at);
    centre.prune(1_000);
    expect(centre.begin().first).toBe(1);
    age(engine.clock.wall());
    centre.prune(1_000);
    expect(centre.begin().first).toBeGreaterThan(1);
  });

  it('erases somebody from its base as well', () => {
    const { engine, centre, patientId, old } = anOldClinic();
    centre.keepUpTo(old - 1);
    for (let step = 0; step < 9; step += 1) centre.prune(50);
    expect(baseTextOf(engine)).toContain('Noether');
    engine.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
    expect(baseTextOf(engine)).toContain(patientId);
    expect(baseTextOf(engine)).not.toContain('Noether');
    expect(findings(engine)).toEqual([]);
  });

  it('keeps no base in which somebody is who was erased while it was made', () => {
    const { engine, centre, patientId, old } = anOldClinic();
    const parts = () => engine.db.prepare('SELECT count(*) AS parts FROM log_base').get();
    const offered = centre.sign(centre.endOfCommand(old - 1));
    const made = centre.base(offered);
    const before = centre.withBase(offered, made);
    expect(parts()).toEqual({ parts: made.parts.length });
    engine.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
    expect(parts()).toEqual({ parts: 0 });
    centre.keep(before);
    centre.keep(centre.withBase(offered, made));
    expect(parts()).toEqual({ parts: 0 });
    expect(centre.begin().checkpoint).toBe(0);
  });
});

describe('a bug in what lets go of rows', () => {
  const go = (engine: EngineUnderTest, sql: string) => () => engine.db.exec(sql);
  const alone = /goes behind a checkpoint alone/;

  it('takes none without a checkpoint, before its base is whole, or after the centre said that it holds less', () => {
    const { engine, centre, old } = anOldClinic();
    expect(go(engine, 'DELETE FROM log WHERE seq = 1')).toThrow(alone);
    const end = centre.keepUpTo(old - 1);
    engine.db.exec('BEGIN; DELETE FROM log_base WHERE part = 1');
    expect(go(engine, 'DELETE FROM log WHERE seq = 1')).toThrow(alone);
    engine.db.exec('ROLLBACK');
    centre.acknowledge(end - 1);
    expect(go(engine, 'DELETE FROM log WHERE seq = 1')).toThrow(alone);
    centre.acknowledge(end);
    expect(go(engine, 'DELETE FROM log WHERE seq = 1')).not.toThrow();
  });

  it('takes none out of its turn, at the checkpoint, or younger than 30 days when that was kept', () => {
    const { engine, centre, old } = anOldClinic();
    const end = centre.keepUpTo(old - 1);
    expect(go(engine, 'DELETE FROM log WHERE seq = 2')).toThrow(alone);
    expect(go(engine, `DELETE FROM log WHERE seq <= ${end}`)).toThrow(alone);
    expect(go(engine, 'DELETE FROM log')).toThrow(alone);
    expect(go(engine, `UPDATE checkpoints SET seq = seq + 1`)).toThrow(/never changed/);
    const early = `DELETE FROM checkpoints;
      INSERT INTO checkpoints SELECT l.seq, l.epoch, l.hash, zeroblob(64), 1, l.at FROM log l WHERE seq = 4`;
    engine.db.exec(`BEGIN; UPDATE log_base SET seq = 4; ${early}`);
    expect(go(engine, 'DELETE FROM log WHERE seq = 1')).toThrow(alone);
    engine.db.exec('ROLLBACK');
    const forged = `INSERT INTO checkpoints VALUES (5, 1, zeroblob(32), zeroblob(64), 1, 1)`;
    expect(go(engine, forged)).toThrow(/a checkpoint is of a row of the log/);
  });

  it('is found where the base is of another place, or lacks a part, or a row went too many', () => {
    const planted = (sql: string): readonly string[] => {
      const { engine, centre, old } = anOldClinic();
      centre.keepUpTo(old - 1);
      centre.prune(5);
      for (const name of ['log_goes_behind_checkpoint', 'log_is_append_only', 'checkpoint_is_never_changed']) {
        engine.db.exec(`DROP TRIGGER ${name}`);
      }
      engine.db.exec(sql);
      return findings(engine);
    };
    const schema = 'schema-changed ';
    expect(planted('SELECT 1')).toEqual([schema]);
    expect(planted('DELETE FROM log WHERE seq = 7')).toEqual(['row-missing ', schema]);
    const checkpoint = '(SELECT seq FROM checkpoints)';
    expect(planted(`DELETE FROM log WHERE seq <= ${checkpoint} + 1`)).toContain('row-missing ');
    expect(planted('UPDATE log_base SET part = 99 WHERE part = 1')).toContain('checkpoint-unproven ');
    expect(planted('DELETE FROM log_base WHERE part = 2')).toContain('checkpoint-unproven ');
    expect(planted('UPDATE checkpoints SET signature = zeroblob(64)')).toContain('checkpoint-unproven ');
    expect(planted(`UPDATE log SET body = '{}' WHERE seq = 8`)).toContain('row-changed ');
  });
});

describe('a pruned edge', () => {
  it('always answers like one that never pruned, whatever was written, wherever it was killed, and whoever is erased after', () => {
    const steps = fc.array(anyStep, { minLength: 10, maxLength: 30 });
    let gone = 0;
    const pruning = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 40 }), isKilled: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(steps, fc.nat(), pruning, steps, (before, at, prunes, after) => {
        const day = new RandomDay();
        const { engine } = day;
        const centre = new SigningCentre(engine);
        centre.giveKey();
        for (const step of before) day.play(step);
        engine.send('confirm-clock', {});
        for (let passed = 0; passed < 5; passed += 1) {
          engine.clock.pass(8 * dayMs);
          visit(engine);
        }
        settle(engine);
        centre.acknowledge();
        const twin = twinOf(engine);
        const old = centre.rows().filter((row) => row.at <= engine.clock.wall() - 30 * dayMs);
        const behindFirstDay = old
          .filter(({ businessDay }) => businessDay !== old[0]!.businessDay)
          .filter(({ seq }) => centre.endOfCommand(seq) === seq);
        const end = centre.keepUpTo(behindFirstDay[at % behindFirstDay.length]!.seq);
        for (const { rows, isKilled } of prunes) {
          if (isKilled) engine.reopen();
          const { first } = centre.begin();
          centre.prune(rows);
          const went = old.filter(({ seq }) => seq >= first && seq < centre.begin().first);
          expect(went.length).toBeLessThanOrEqual(rows);
          gone += went.length;
          expect(centre.begin().first).toBeLessThanOrEqual(end);
        }
        expect(digests(engine)).toEqual(digests(twin));
        const setUps = (clinic: EngineUnderTest) =>
          clinic.reading((read) => centre.rows().map(({ seq }) => setUpAt(seq, read)));
        expect(setUps(engine)).toEqual(setUps(twin));
        expect(engine.issue().number).toBe(twin.issue().number);
        for (const step of after) day.play(step);
        expect(engine.faults).toEqual([]);
        expect(findings(engine)).toEqual([]);
        engine.close();
        twin.close();
      }),
      { numRuns: 4 },
    );
    expect(gone).toBeGreaterThan(0);
  });
});

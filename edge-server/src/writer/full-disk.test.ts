import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command } from '@foyer/contracts/commands.ts';
import { composeAudit } from './compose-audit.ts';
import type { Task } from './jobs.ts';
import { anId, consultation, EngineUnderTest, kiosk, room1, supervisor } from './testing/a-writer.ts';

/** Only so many pages more than there are: what SQLite answers then is what a full disk gets. */
function fill(clinic: EngineUnderTest, room = 0): void {
  const pages = clinic.db.prepare('PRAGMA page_count').get()?.['page_count'] as number;
  clinic.db.exec(`PRAGMA max_page_count = ${pages + room}`);
}
function free(clinic: EngineUnderTest): void {
  clinic.db.exec('PRAGMA max_page_count = 1000000');
}
/** The database cannot grow: what was written stays in the write-ahead log. Gives back the room. */
function fillForMoving({ db }: EngineUnderTest): () => void {
  const prepare = db.prepare.bind(db);
  db.prepare = (sql) => {
    if (!sql.startsWith('PRAGMA wal_checkpoint')) return prepare(sql);
    throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  };
  return () => {
    db.prepare = prepare;
  };
}
function issuing(): Task {
  const command = { commandId: anId(), type: 'issue-ticket', serviceId: consultation } as Command;
  return { kind: 'submit', submission: { command, sender: supervisor } };
}

describe('a full disk', () => {
  it('takes the whole batch back, answers storage-full to all of it, and goes on when there is room', () => {
    const clinic = new EngineUnderTest().initialise();
    for (let count = 0; count < 20; count += 1) clinic.issue();
    const before = clinic.reading((read) => ({ at: read.position(), queue: read.queue() }));
    fill(clinic, 4);
    const batch = Array.from({ length: 60 }, issuing);
    const answers = clinic.perform(...batch);
    expect(answers.length).toBeGreaterThan(1);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 503, ok: false, error: { code: 'storage-full' } });
    expect(clinic.lastOutcome?.fatal).toBeUndefined();
    expect(clinic.lastOutcome?.committed).toBeUndefined();
    expect(clinic.reading((read) => ({ at: read.position(), queue: read.queue() }))).toEqual(before);

    free(clinic);
    const again = clinic.perform(...batch);
    expect(again.every((answer) => answer.ok)).toBe(true);
    const numbers = again.map((answer) =>
      'result' in answer ? (answer.result['ticket'] as { number: string }).number : '',
    );
    expect(numbers[0]).toBe('A021');
    expect(new Set(numbers).size).toBe(60);
    clinic.close();
    const audit = composeAudit(clinic.settings);
    expect(audit.verify()).toMatchObject({ ok: true });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });

  it('leaves the writer’s memory as the tables are: keys, the queue and the end of the chain', () => {
    const clinic = new EngineUnderTest().initialise();
    const waiting = clinic.issue();
    fill(clinic);
    const patients: Task[] = Array.from({ length: 40 }, () => {
      const patient = { name: { family: 'Curie' }, address: 'x'.repeat(400) };
      const command = { commandId: anId(), type: 'register-patient', patient } as Command;
      return { kind: 'submit', submission: { command, sender: kiosk } };
    });
    const calling: Task = {
      kind: 'submit',
      submission: {
        command: { commandId: anId(), type: 'call-next', servicePointId: room1 },
        sender: supervisor,
      },
    };
    expect(
      clinic.perform(calling, ...patients).every((answer) => 'error' in answer && answer.error.code === 'storage-full'),
    ).toBe(true);
    free(clinic);
    expect(clinic.perform(...patients).every((answer) => answer.ok)).toBe(true);
    expect(clinic.result('call-next', { servicePointId: room1 })).toMatchObject({
      ticket: { id: waiting.id },
    });
    clinic.close();
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});

describe('a disk that is full when nobody waits', () => {
  it('leaves what was written in the write-ahead log, and moves it when there is room', () => {
    const clinic = new EngineUnderTest().initialise();
    const file = () => readFileSync(clinic.settings.databasePath);
    const commandId = anId();
    const giveRoom = fillForMoving(clinic);
    clinic.result('issue-ticket', { commandId, serviceId: consultation });
    expect(clinic.tidy()).toBe(true);
    expect(clinic.lastOutcome?.fatal).toBeUndefined();
    expect(clinic.issue().number).toBe('A002');
    expect(file().includes(commandId)).toBe(false);

    giveRoom();
    expect(clinic.tidy(true)).toBe(false);
    expect(file().includes(commandId)).toBe(true);
  });

  it('does not end the writer behind an erasure, and no byte is left once there is room', () => {
    const clinic = new EngineUnderTest().initialise();
    const patient = { name: { family: 'Sklodowska' } };
    const patientId = clinic.result('register-patient', { patient }, kiosk)['patientId'] as string;
    const giveRoom = fillForMoving(clinic);
    clinic.result('erase-patient', { patientId, reason: 'asked' });
    expect(clinic.lastOutcome?.fatal).toBeUndefined();
    const isOnDisk = () =>
      ['', '-wal'].some((suffix) => readFileSync(clinic.settings.databasePath + suffix).includes('Sklodowska'));
    expect(isOnDisk()).toBe(true);
    giveRoom();
    clinic.tidy();
    expect(isOnDisk()).toBe(false);
  });

  it('is found to have room again by looking for it, also where nobody writes', () => {
    const clinic = new EngineUnderTest().initialise();
    fill(clinic);
    expect(clinic.perform(...Array.from({ length: 60 }, issuing))[0]).toMatchObject({ ok: false });
    expect(clinic.lastOutcome?.full).toBe(true);
    expect(clinic.tidy(true)).toBeUndefined();
    free(clinic);
    expect(clinic.tidy(true)).toBe(false);
  });
});

describe('a disk that fails', () => {
  it('is answered storage-failed and ends the writer: nothing is tried again', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.issue();
    const before = clinic.reading((read) => read.position());
    clinic.db.exec('PRAGMA query_only = ON');
    const answers = clinic.perform(issuing(), issuing());
    expect(answers[0]).toMatchObject({ status: 503, error: { code: 'storage-failed' } });
    expect(clinic.lastOutcome?.fatal).toBeDefined();
    expect(clinic.lastOutcome?.committed).toBeUndefined();
    expect(clinic.reading((read) => read.position())).toEqual(before);
  });
});

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

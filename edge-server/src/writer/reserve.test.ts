import { describe, expect, it } from 'vitest';
import type { Command } from '@foyer/contracts/commands.ts';
import type { Reserve } from '../ports/reserve.ts';
import { composeAudit } from './compose-audit.ts';
import type { Task } from './jobs.ts';
import { aFolder, anId, consultation, EngineUnderTest, HandClock, room1, supervisor } from './testing/a-writer.ts';

/** Room in the database itself: SQLite answers as on a full disk when it has no more pages. */
class PagesSetAside implements Reserve {
  clinic: EngineUnderTest | undefined;
  isInUse = false;
  diskHasRoom = false;

  hasRoom(): boolean {
    return this.diskHasRoom;
  }
  hold(): void {
    this.isInUse = !this.diskHasRoom;
  }
  release(): boolean {
    if (this.isInUse) return false;
    this.isInUse = true;
    if (this.clinic !== undefined) leaveRoom(this.clinic, 100);
    return true;
  }
}

function leaveRoom({ db }: EngineUnderTest, pages: number): void {
  const count = db.prepare('PRAGMA page_count').get()?.['page_count'] as number;
  db.exec(`PRAGMA max_page_count = ${count + pages}`);
}
function submitting(command: object): Task {
  const whole = { commandId: anId(), ...command } as Command;
  return { kind: 'submit', submission: { command: whole, sender: supervisor } };
}
const registering = () => submitting({ type: 'register-patient', patient: { address: 'x'.repeat(400) } });
const code = (answer: object | undefined) =>
  answer !== undefined && 'error' in answer ? (answer.error as { code: string }).code : undefined;

/** Somebody is called to room 1, somebody waits, and then no page more fits. */
function fullClinic() {
  const reserve = new PagesSetAside();
  const clinic = new EngineUnderTest(aFolder(), new HandClock(), reserve).initialise();
  reserve.clinic = clinic;
  const commandId = anId();
  const ticket = clinic.result('issue-ticket', { commandId, serviceId: consultation })['ticket'] as { id: string };
  clinic.issue();
  clinic.result('call-next', { servicePointId: room1 });
  leaveRoom(clinic, 0);
  const finishing = submitting({ type: 'finish-service', servicePointId: room1, ticketId: ticket.id });
  const answers = clinic.perform(finishing, ...Array.from({ length: 40 }, registering));
  return { clinic, reserve, commandId, answers };
}

describe('a full disk with a reserve', () => {
  it('does at once what serves those who are here, and nothing of what admits more', () => {
    const { clinic, answers } = fullClinic();
    const [finished, ...registered] = answers;
    expect(finished).toMatchObject({ ok: true });
    expect(registered.map(code)).toEqual(registered.map(() => 'storage-full'));
    expect(clinic.lastOutcome).toMatchObject({ full: true });
    expect(clinic.lastOutcome?.fatal).toBeUndefined();
    expect(clinic.refusal('issue-ticket', { serviceId: consultation })).toBe('storage-full');
    clinic.result('call-next', { servicePointId: room1 });
    clinic.result('show-message', {
      messageId: anId(),
      text: { en: 'Go to the desk.' },
      until: clinic.clock.wall() + 1,
    });
    clinic.result('close-day', {});
    expect(clinic.tidy(true)).toBe(true);
    clinic.close();
    const audit = composeAudit(clinic.settings);
    expect(audit.verify()).toMatchObject({ ok: true });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });

  it('answers what was done while there was room as it was then', () => {
    const { clinic, commandId } = fullClinic();
    const again = clinic.send('issue-ticket', { commandId, serviceId: consultation });
    expect(again).toMatchObject({ ok: true, result: { ticket: { number: 'A001' } } });
  });

  it('says storage-full to everything once the reserve is used up, and goes on', () => {
    const { clinic } = fullClinic();
    leaveRoom(clinic, 0);
    const message = { type: 'show-message', messageId: anId(), until: clinic.clock.wall() + 1 };
    const messages = Array.from({ length: 60 }, (_, nth) =>
      submitting({ ...message, text: { en: `${nth} ${'x'.repeat(400)}` } }),
    );
    expect(new Set(clinic.perform(...messages).map(code))).toEqual(new Set(['storage-full']));
    expect(clinic.lastOutcome?.fatal).toBeUndefined();
  });

  it('admits again by itself when the disk has room for the reserve and more', () => {
    const { clinic, reserve } = fullClinic();
    reserve.diskHasRoom = true;
    clinic.db.exec('PRAGMA max_page_count = 1000000');
    expect(clinic.issue().number).toBe('A003');
    expect(clinic.lastOutcome?.full).toBeUndefined();
    clinic.tidy(true);
    expect(reserve.isInUse).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import {
  anId,
  consultation,
  EngineUnderTest,
  kiosk,
  laboratory,
  nurseId,
  room1,
  room2,
  supervisor,
} from './testing/a-writer.ts';

const anyone: Sender = { actor: `staff:${anId()}`, roles: ['supervisor'], staffId: anId() };
const nurse: Sender = {
  actor: `staff:${nurseId}`,
  roles: ['nurse'],
  staffId: nurseId,
  servicePointId: room1,
};

describe('a commandId', () => {
  it('gives the same answer to the same actor and body, whatever happened since', () => {
    const clinic = new EngineUnderTest().initialise();
    const commandId = anId();
    clinic.issue();
    clinic.issue();
    const first = clinic.send('call-next', { commandId, servicePointId: room1 });
    clinic.result('call-next', { servicePointId: room1, finishCurrent: 'completed' });
    clinic.reopen();
    expect(clinic.send('call-next', { servicePointId: room1, commandId })).toEqual(first);
    expect(clinic.lastOutcome?.committed).toBeUndefined();
  });

  it('gives the same refusal again, even where the command would succeed by now', () => {
    const clinic = new EngineUnderTest().initialise();
    const commandId = anId();
    expect(clinic.refusal('call-next', { commandId, servicePointId: room1 })).toBe('queue-empty');
    clinic.issue();
    expect(clinic.refusal('call-next', { commandId, servicePointId: room1 })).toBe('queue-empty');
    expect(clinic.refusal('call-next', { servicePointId: room1 })).toBeUndefined();
  });

  it('is refused to another actor and for another body, accepted or refused before', () => {
    const clinic = new EngineUnderTest().initialise();
    const commandId = anId();
    clinic.issue({ commandId });
    expect(clinic.refusal('issue-ticket', { commandId, serviceId: consultation }, anyone)).toBe('command-id-reused');
    expect(clinic.refusal('issue-ticket', { commandId, serviceId: laboratory })).toBe('command-id-reused');
    expect(clinic.send('issue-ticket', { commandId, serviceId: consultation }).ok).toBe(true);
    const refused = anId();
    expect(clinic.refusal('recall', { commandId: refused, servicePointId: room1 })).toBe('not-at-service-point');
    expect(clinic.refusal('recall', { commandId: refused, servicePointId: room2 })).toBe('command-id-reused');
  });

  it('is neither older than 30 days nor more than ten minutes ahead', () => {
    const clinic = new EngineUnderTest().initialise();
    const now = clinic.clock.wall();
    const madeAt = (at: number) => uuidV7(at, new Uint8Array(10).fill(at % 251));
    const issue = (at: number) => clinic.refusal('issue-ticket', { commandId: madeAt(at), serviceId: consultation });
    expect(issue(now - 30 * dayMs)).toBeUndefined();
    expect(issue(now - 30 * dayMs - 1)).toBe('command-too-old');
    expect(issue(now + 10 * minuteMs)).toBeUndefined();
    expect(issue(now + 10 * minuteMs + 1)).toBe('command-id-in-future');
  });

  it('that was ahead of time may be sent again when its time has come', () => {
    const clinic = new EngineUnderTest().initialise();
    const commandId = anId(clinic.clock.wall() + 15 * minuteMs);
    expect(clinic.refusal('issue-ticket', { commandId, serviceId: consultation })).toBe('command-id-in-future');
    clinic.clock.pass(5 * minuteMs);
    expect(clinic.refusal('issue-ticket', { commandId, serviceId: consultation })).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('is kept beside the log with actor, time and code, and adds no row', () => {
    const clinic = new EngineUnderTest().initialise();
    const before = clinic.reading((read) => read.position());
    expect(clinic.refusal('call-next', { servicePointId: room1 })).toBe('queue-empty');
    expect(clinic.reading((read) => read.position())).toEqual(before);
    expect(clinic.reading((read) => read.refusals(5))).toEqual([
      {
        at: clinic.clock.wall(),
        actor: supervisor.actor,
        command: 'call-next',
        code: 'queue-empty',
      },
    ]);
  });
});

describe('who may', () => {
  it('send what the table gives to no role of the sender: nobody', () => {
    const clinic = new EngineUnderTest().initialise();
    expect(clinic.send('close-day', {}, nurse)).toMatchObject({
      status: 403,
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  it('undo a step made at another service point: not a nurse, though the ticket has left it', () => {
    const clinic = new EngineUnderTest().initialise();
    const undone = (type: 'finish-service' | 'mark-not-answered', by: Sender) => {
      const { id } = clinic.issue();
      clinic.result('call-next', { servicePointId: room2, finishCurrent: 'completed' });
      clinic.result(type, { ticketId: id, ...(type === 'finish-service' ? { servicePointId: room2 } : {}) } as never);
      const { epoch, seq } = clinic.recordOf(id)!.last;
      return clinic.refusal('undo', { ticketId: id, epoch, seq }, by);
    };
    expect(undone('finish-service', nurse)).toBe('other-service-point');
    expect(undone('mark-not-answered', nurse)).toBe('other-service-point');
    expect(undone('finish-service', { ...nurse, servicePointId: room2 })).toBeUndefined();
    expect(undone('finish-service', supervisor)).toBeUndefined();
  });

  it('act at another service point than the session’s: not a nurse, also not through a ticket that is there', () => {
    const clinic = new EngineUnderTest().initialise();
    const ticket = clinic.issue();
    expect(clinic.send('call-next', { servicePointId: room2 }, nurse)).toMatchObject({
      status: 403,
      error: { code: 'other-service-point' },
    });
    clinic.result('call-next', { servicePointId: room2 });
    expect(clinic.refusal('mark-not-answered', { ticketId: ticket.id }, nurse)).toBe('other-service-point');
    const reception: Sender = { ...nurse, roles: ['nurse', 'reception'] };
    expect(clinic.refusal('mark-not-answered', { ticketId: ticket.id }, reception)).toBeUndefined();
  });

  it('press a button of another room: nobody', () => {
    const clinic = new EngineUnderTest().initialise();
    const button: Sender = { actor: `device:${anId()}`, roles: ['button'], servicePointId: room1 };
    clinic.issue();
    expect(clinic.refusal('call-next', { servicePointId: room2 }, button)).toBe('other-service-point');
    expect(clinic.refusal('call-next', { servicePointId: room1 }, button)).toBeUndefined();
  });

  it('choose a class or name a patient at a kiosk: nobody', () => {
    const clinic = new EngineUnderTest().initialise();
    const serviceId = consultation;
    expect(clinic.refusal('issue-ticket', { serviceId, priorityClass: 'emergency' }, kiosk)).toBe('not-allowed');
    expect(clinic.refusal('issue-ticket', { serviceId, patientId: anId() }, kiosk)).toBe('not-allowed');
    expect(clinic.refusal('check-in', { appointmentId: anId() }, kiosk)).toBe('identification-needed');
    expect(
      clinic.refusal('update-patient', { identificationId: anId(), patient: { birthDate: '1990-01-01' } }, kiosk),
    ).toBe('not-allowed');
    expect(clinic.refusal('update-patient', { identificationId: anId(), patient: { phone: '600' } }, kiosk)).toBe(
      'identification-expired',
    );
  });
});

describe('what was written on paper first', () => {
  const occurredAtOf = (clinic: EngineUnderTest, back: number) => clinic.clock.wall() - back;

  it('is at most seven days old, not of the future, and has a reason', () => {
    const clinic = new EngineUnderTest().initialise();
    const issue = (back: number, reason?: string) =>
      clinic.refusal('issue-ticket', {
        serviceId: consultation,
        occurredAt: occurredAtOf(clinic, back),
        ...(reason && { reason }),
      });
    expect(issue(7 * dayMs, 'power cut')).toBeUndefined();
    expect(issue(7 * dayMs + 1, 'power cut')).toBe('occurred-at-out-of-range');
    expect(issue(-1, 'power cut')).toBe('occurred-at-out-of-range');
    expect(issue(minuteMs)).toBe('occurred-at-out-of-range');
  });

  it('is for staff to say', () => {
    const clinic = new EngineUnderTest().initialise();
    const occurredAt = occurredAtOf(clinic, minuteMs);
    expect(clinic.refusal('issue-ticket', { serviceId: consultation, occurredAt }, kiosk)).toBe('not-allowed');
  });
});

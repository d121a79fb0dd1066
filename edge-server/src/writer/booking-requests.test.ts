import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { composeAudit } from './compose-audit.ts';
import {
  aConfiguration,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  laboratory,
  nurseId,
  startOfTests,
} from './testing/a-writer.ts';

const reception: Sender = { actor: `staff:${nurseId}`, roles: ['reception'], staffId: nurseId };
const maria = { name: { given: 'Maria', family: 'Sklodowska' } };
const at = startOfTests + hourMs;

let fed = 0;
function feed(clinic: EngineUnderTest, ...items: readonly Omit<FeedItem, 'number'>[]): void {
  const numbered = items.map((item) => ({ ...item, number: (fed += 1) }) as FeedItem);
  clinic.perform({ kind: 'feed', page: { version: 1, serverTime: clinic.clock.wall(), items: numbered, next: fed } });
}
function adopted(): EngineUnderTest {
  const clinic = new EngineUnderTest().initialise();
  feed(clinic, { kind: 'configuration', id: clinicId, body: aConfiguration() });
  return clinic;
}
function ask(clinic: EngineUnderTest, changes: { requestId?: string; patientId?: string; at?: number } = {}) {
  const who = changes.patientId === undefined ? { patient: maria } : {};
  const asked = clinic.result('request-appointment', { ...who, serviceId: consultation, at, ...changes }, reception);
  return asked as { requestId: string; appointmentId: string };
}
/** What the log holds of our requests. */
function raised(clinic: EngineUnderTest) {
  return clinic
    .reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000))
    .filter(({ type }) => type === 'v1.RequestRaised')
    .map(({ body }) => JSON.parse(body) as { requestId: string; kind: string; about: Record<string, string> });
}
const waiting = (clinic: EngineUnderTest) =>
  clinic.reading((read) => read.bookingRequests(0)).filter(({ accepted }) => accepted === null);
function answer(
  clinic: EngineUnderTest,
  requestId: string,
  body: { accepted: boolean; code?: string; freeTimes?: number[] },
) {
  feed(clinic, { kind: 'request-answer', id: requestId, body: { requestId, ...body } });
}
function sendAppointment(
  clinic: EngineUnderTest,
  id: string,
  changes: { at?: number; patientId?: string } = {},
): string {
  const { patientId = anId() } = changes;
  const body = { id, patientId, serviceId: consultation, at, minutes: 20, status: 'booked' as const, ...changes };
  feed(
    clinic,
    { kind: 'patient', id: patientId, body: { id: patientId, details: maria } },
    { kind: 'appointment', id, body },
  );
  return patientId;
}

describe('booking where a centre owns the schedule', () => {
  it('is asked of the centre, durable and waiting, and books nothing here', () => {
    const clinic = adopted();
    const { requestId, appointmentId } = ask(clinic);
    clinic.reopen();
    expect(waiting(clinic)).toMatchObject([
      { id: requestId, kind: 'book-appointment', about: { appointmentId, serviceId: consultation, at: String(at) } },
    ]);
    expect(clinic.reading((read) => read.appointmentsBetween(at, at + 1))).toEqual([]);
  });

  it('is there when the centre has sent the appointment, and waits no more', () => {
    const clinic = adopted();
    const { requestId, appointmentId } = ask(clinic);
    sendAppointment(clinic, appointmentId);
    answer(clinic, requestId, { accepted: true });
    expect(waiting(clinic)).toEqual([]);
    expect(clinic.reading((read) => read.appointment(appointmentId))).toMatchObject({ at, status: 'booked' });
    expect(clinic.reading((read) => read.workItems())).toEqual([]);
  });

  it('is a work item with both sides where the centre refuses, with the times that it had free', () => {
    const clinic = adopted();
    const { requestId, appointmentId } = ask(clinic);
    const freeTimes = [at + hourMs, at + 2 * hourMs];
    answer(clinic, requestId, { accepted: false, code: 'slot-full', freeTimes });
    expect(clinic.reading((read) => read.workItems())).toMatchObject([
      {
        id: requestId,
        kind: 'book-appointment',
        code: 'slot-full',
        about: { appointmentId, at: String(at), freeTimes: freeTimes.join() },
      },
    ]);
  });

  it('asks once however often the same request comes, by whatever command', () => {
    const clinic = adopted();
    const requestId = anId();
    const first = ask(clinic, { requestId });
    expect(ask(clinic, { requestId })).toEqual(first);
    expect(raised(clinic)).toHaveLength(1);
  });

  it('takes an answer once, and none to what was never asked', () => {
    const clinic = adopted();
    const { requestId } = ask(clinic);
    answer(clinic, requestId, { accepted: true });
    answer(clinic, requestId, { accepted: false, code: 'slot-taken' });
    expect(clinic.reading((read) => read.workItems())).toEqual([]);
  });

  it('refuses before it asks: an unknown service, a time long over, a patient who is booked there already', () => {
    const clinic = adopted();
    const patientId = sendAppointment(clinic, anId());
    const refusal = (fields: { serviceId?: string; at?: number }) =>
      clinic.refusal('request-appointment', { patientId, serviceId: consultation, at, ...fields }, reception);
    expect(refusal({ serviceId: anId() })).toBe('unknown-service');
    expect(refusal({ at: startOfTests - 2 * dayMs })).toBe('appointment-time-out-of-range');
    expect(refusal({})).toBe('slot-taken');
    expect(raised(clinic)).toEqual([]);
  });
});

describe('moving and cancelling where a centre owns the schedule', () => {
  it('are asked of the centre, with where it stood before', () => {
    const clinic = adopted();
    const appointmentId = anId();
    const patientId = sendAppointment(clinic, appointmentId);
    const to = at + hourMs;
    clinic.result('request-move', { appointmentId, at: to, serviceId: laboratory }, reception);
    clinic.result('request-cancellation', { appointmentId, reason: 'ill' }, reception);
    const [move, cancellation] = raised(clinic);
    const texts = { appointmentId, patientId, serviceId: laboratory, at: String(to) };
    expect(move).toMatchObject({
      kind: 'move-appointment',
      about: { ...texts, fromAt: String(at), fromServiceId: consultation },
    });
    expect(cancellation).toMatchObject({ kind: 'cancel-appointment', about: { appointmentId, at: String(at) } });
    expect(clinic.reading((read) => read.appointment(appointmentId))).toMatchObject({ at, status: 'booked' });
  });

  it('are refused for one that somebody arrived for, that was cancelled, or that nobody knows', () => {
    const clinic = adopted();
    const [arrived, gone] = [anId(), anId()];
    const patientId = sendAppointment(clinic, arrived);
    const body = { id: gone, patientId, serviceId: laboratory, at, minutes: 20, status: 'cancelled' as const };
    feed(clinic, { kind: 'appointment', id: gone, body });
    clinic.result('check-in', { appointmentId: arrived }, reception);
    const refusal = (appointmentId: string) =>
      clinic.refusal('request-move', { appointmentId, at: at + hourMs }, reception);
    expect([refusal(arrived), refusal(gone), refusal(anId())]).toEqual([
      'appointment-used',
      'appointment-cancelled',
      'unknown-appointment',
    ]);
  });
});

describe('withdrawing a request', () => {
  it('is possible while it waits, once, and a late answer says nothing more', () => {
    const clinic = adopted();
    const { requestId } = ask(clinic);
    clinic.result('withdraw-request', { requestId }, reception);
    clinic.result('withdraw-request', { requestId }, reception);
    expect(waiting(clinic)).toEqual([]);
    answer(clinic, requestId, { accepted: false, code: 'slot-full' });
    expect(clinic.reading((read) => read.workItems())).toEqual([]);
  });

  it('is refused once the centre has answered, and for what is no booking', () => {
    const clinic = adopted();
    const { requestId } = ask(clinic);
    answer(clinic, requestId, { accepted: true });
    expect(clinic.refusal('withdraw-request', { requestId }, reception)).toBe('request-answered');
    expect(clinic.refusal('withdraw-request', { requestId: anId() }, reception)).toBe('unknown-request');
  });
});

describe('where no centre has adopted the clinic', () => {
  it('the same commands book, move and cancel at once', () => {
    const clinic = new EngineUnderTest().initialise();
    const { appointmentId } = ask(clinic);
    const read = () => clinic.reading((model) => model.appointment(appointmentId));
    expect(read()).toMatchObject({ at, status: 'booked' });
    clinic.result('request-move', { appointmentId, at: at + hourMs, serviceId: laboratory }, reception);
    expect(read()).toMatchObject({ at: at + hourMs, serviceId: laboratory });
    clinic.result('request-cancellation', { appointmentId, reason: 'asked' }, reception);
    expect(read()).toMatchObject({ status: 'cancelled' });
    expect(raised(clinic)).toEqual([]);
  });

  it('nobody is moved onto a time that is theirs already, and a move to where it stands changes nothing', () => {
    const clinic = new EngineUnderTest().initialise();
    const { appointmentId } = ask(clinic);
    const patientId = clinic.reading((read) => read.appointment(appointmentId))!.patientId;
    ask(clinic, { patientId, at: at + hourMs });
    expect(clinic.refusal('request-move', { appointmentId, at: at + hourMs }, reception)).toBe('slot-taken');
    clinic.result('request-move', { appointmentId, at }, reception);
    expect(clinic.reading((read) => read.appointment(appointmentId))).toMatchObject({ at });
  });
});

describe('a rebuild', () => {
  it('finds the same requests, answers and moved appointments', () => {
    const here = new EngineUnderTest().initialise();
    const { appointmentId } = ask(here);
    here.result('request-move', { appointmentId, at: at + hourMs }, reception);
    const asked = adopted();
    const refused = ask(asked);
    answer(asked, refused.requestId, { accepted: false, code: 'slot-full', freeTimes: [at] });
    asked.result('withdraw-request', { requestId: ask(asked, { at: at + hourMs }).requestId }, reception);
    for (const clinic of [here, asked]) {
      const audit = composeAudit(clinic.settings);
      expect(audit.rebuild().differing).toEqual([]);
      audit.close();
    }
  });
});

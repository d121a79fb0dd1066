import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { EstimatedWait } from '@foyer/contracts/wait-events.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitModelOf } from '../ports/learned-waits.ts';
import { composeAudit } from './compose-audit.ts';
import {
  anId,
  consultation,
  EngineUnderTest,
  laboratory,
  nurseId,
  room1,
  room2,
  startOfTests,
  supervisor,
  system,
} from './testing/a-writer.ts';

let clinic: EngineUnderTest;
beforeEach(() => {
  clinic = new EngineUnderTest().initialise();
});
afterEach(() => clinic.close());

const model = () => waitModelOf(clinic.reading((read) => read.learnedWaits()));
const facts = (type: string) =>
  clinic
    .reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 10_000))
    .filter((row) => row.type === type)
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

function estimate(ticketId: string, from: number, until: number, changes: Partial<EstimatedWait> = {}): EstimatedWait {
  return {
    ticketId,
    serviceId: consultation,
    estimatedAt: clinic.clock.wall(),
    fromMs: from * minuteMs,
    untilMs: until * minuteMs,
    medianMs: ((from + until) / 2) * minuteMs,
    basis: 'configured',
    ...changes,
  };
}
const record = (...estimates: readonly EstimatedWait[]) =>
  clinic.result('record-waits', { estimates: [...estimates] }, system);
const call = (servicePointId = room1) => clinic.result('call-next', { servicePointId, finishCurrent: 'completed' });
const pass = (minutes: number) => clinic.clock.pass(minutes * minuteMs);
/** What differs when it is folded again from the log. */
function afresh(): readonly unknown[] {
  clinic.close();
  const audit = composeAudit(clinic.settings);
  const { differing } = audit.rebuild();
  audit.close();
  return differing;
}
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

describe('what a clinic learns of its waits', () => {
  it('is how long a visit takes, from the call until the next, of the service and of who gives it', () => {
    clinic.result('open-service-point', { servicePointId: room1 }, { ...supervisor, servicePointId: room1 });
    clinic.issue();
    clinic.issue();
    call();
    pass(8);
    call();
    pass(12);
    call();
    const { services, practice } = model();
    expect(services[consultation]!.weight).toBeCloseTo(2, 2);
    expect(services[consultation]!.mean / minuteMs).toBeCloseTo(10, 2);
    expect(Object.keys(practice)).toEqual([`${consultation}/${nurseId}`]);
  });

  it('is how long somebody waited who gave up, and nothing from who waited still when the day ended', () => {
    const { id: gaveUp } = clinic.issue();
    pass(30);
    clinic.result('mark-left', { ticketId: gaveUp, reason: 'went home' });
    const before = model().demand[consultation];
    expect(before).toMatchObject({ left: 1 });
    clinic.issue();
    pass(24 * 60);
    clinic.issue();
    expect(facts('v1.TicketClosed')).toMatchObject([{ outcome: 'left' }, { outcome: 'left', atDayEnd: true }]);
    expect(model().demand[consultation]).toMatchObject({ left: 1, waitedHours: before!.waitedHours });
    clinic.issue();
    pass(30);
    clinic.result('close-day', {});
    expect(model().demand[consultation]).toMatchObject({ left: 1, waitedHours: before!.waitedHours });
    expect(afresh()).toEqual([]);
  });

  it('is nothing from a call that was made by mistake, from paper, or from over a gap', () => {
    clinic.issue();
    const { id: ticketId } = clinic.issue();
    call();
    clinic.clock.pass(10_000);
    call();
    pass(60);
    clinic.reopen();
    clinic.result('finish-service', { ticketId, servicePointId: room1 });
    const at = clinic.clock.wall() - hourMs;
    const times = { arrivedAt: at, calledAt: at, finishedAt: at + 20 * minuteMs, servicePointId: room1 };
    clinic.result('enter-paper-visit', {
      number: 'W1',
      serviceId: consultation,
      outcome: 'completed',
      reason: 'power cut',
      ...times,
    });
    expect(model().services).toEqual({});
  });

  it('is how long a point is free before it calls who waits already, without who came after that', () => {
    const [first, second] = [clinic.issue().id, clinic.issue().id];
    call();
    const arrive = (ticketId: string) => clinic.result('confirm-arrival', { ticketId, servicePointId: room1 });
    const finish = (ticketId: string) => clinic.result('finish-service', { ticketId, servicePointId: room1 });
    arrive(first);
    pass(10);
    finish(first);
    pass(2);
    call();
    pass(1);
    arrive(second);
    expect(model().turnover).toMatchObject({ weight: 1, mean: 2 * minuteMs });
    pass(10);
    finish(second);
    pass(2);
    const { id: third } = clinic.issue();
    pass(1);
    call();
    arrive(third);
    expect(model().turnover?.weight).toBe(1);
    expect(afresh()).toEqual([]);
  });

  it('is no turnover of a point that paused meanwhile, or over a gap', () => {
    const [first, second, third] = [clinic.issue().id, clinic.issue().id, clinic.issue().id];
    const visit = (ticketId: string) => {
      call();
      clinic.result('confirm-arrival', { ticketId, servicePointId: room1 });
      pass(10);
      clinic.result('finish-service', { ticketId, servicePointId: room1 });
    };
    visit(first);
    clinic.result('pause-service-point', { servicePointId: room1 });
    pass(5);
    clinic.result('open-service-point', { servicePointId: room1 });
    visit(second);
    clinic.close();
    pass(20);
    clinic.reopen();
    visit(third);
    expect(model().turnover).toBeNull();
  });

  it('is who was booked and did not come, once their day is over', () => {
    const { id: waiting } = clinic.issue();
    record(estimate(waiting, 0, 10));
    call();
    const at = clinic.clock.wall() + hourMs;
    const patientId = anId();
    const patient = { kind: 'patient', id: patientId, body: { id: patientId, details: { birthDate: '1967-11-07' } } };
    const booked = { patientId, serviceId: consultation, at, minutes: 20, status: 'booked' };
    const changes = [{}, {}, {}, { status: 'cancelled' }, { mode: 'phone' }, { at: at + 24 * hourMs }];
    const ids = changes.map(() => anId());
    const appointments = ids.map((id, index) => ({
      kind: 'appointment',
      id,
      body: { ...booked, id, ...changes[index] },
    }));
    const items = [patient, ...appointments].map((item, index) => ({ ...item, number: index + 1 }) as FeedItem);
    const page = { version: 1, serverTime: startOfTests, items, next: items.length } as const;
    clinic.perform({ kind: 'feed', page });
    clinic.result('check-in', { appointmentId: ids[0]! });
    expect(model().attendance).toEqual({ came: 0, missed: 0 });
    clinic.clock.pass(24 * hourMs);
    clinic.result('grade-waits', { businessDay: dayOf(startOfTests) }, system);
    expect(facts('v1.WaitGraded')).toMatchObject([{ appointments: { booked: 3, came: 1 } }]);
    expect(model().attendance).toEqual({ came: 1, missed: 2 });
    expect(afresh()).toEqual([]);
  });

  it('moves where the interval ends after each wait that was estimated', () => {
    const { id } = clinic.issue();
    record(estimate(id, 0, 5));
    pass(20);
    call();
    const { low, high } = model().calibration[consultation]!;
    expect(low).toBeGreaterThan(0.2);
    expect(high).toBeGreaterThan(0.8);
  });
});

describe('an estimate', () => {
  it('is kept once for each ticket: the first that the patient was told', () => {
    const { id } = clinic.issue();
    record(estimate(id, 10, 20));
    record(estimate(id, 0, 5));
    expect(facts('v1.WaitEstimated')).toEqual([estimate(id, 10, 20)]);
  });

  it('is nobody’s to send but the system’s', () => {
    const { id } = clinic.issue();
    expect(clinic.refusal('record-waits', { estimates: [estimate(id, 1, 2)] })).toBe('not-allowed');
    expect(clinic.refusal('grade-waits', { businessDay: dayOf(startOfTests) })).toBe('not-allowed');
  });
});

describe('a day’s estimates', () => {
  function aDay(): void {
    const [a, b, c] = [clinic.issue().id, clinic.issue().id, clinic.issue().id];
    const blood = clinic.issue({ serviceId: laboratory }).id;
    record(
      estimate(a, 0, 10),
      estimate(b, 0, 10),
      estimate(c, 10, 30),
      estimate(blood, 5, 15, { serviceId: laboratory }),
    );
    pass(5);
    call();
    pass(15);
    call();
    call(room2);
  }

  it('are graded by service once the day is over, and then are gone', () => {
    aDay();
    const today = dayOf(startOfTests);
    expect(clinic.refusal('grade-waits', { businessDay: today }, system)).toBe('day-not-over');
    clinic.clock.pass(24 * hourMs);
    const tomorrow = dayOf(startOfTests + 24 * hourMs);
    expect(clinic.reading((read) => read.ungradedWaitDays(tomorrow))).toEqual([today]);
    clinic.result('grade-waits', { businessDay: today }, system);
    expect(facts('v1.WaitGraded')).toEqual([
      {
        businessDay: today,
        services: [
          { serviceId: consultation, predicted: 2, within: 1, coverage: 0.5, rmseMinutes: 10.6, biasMinutes: -7.5 },
          { serviceId: laboratory, predicted: 1, within: 0, coverage: 0, rmseMinutes: 10, biasMinutes: -10 },
        ],
      },
    ]);
    expect(clinic.reading((read) => read.ungradedWaitDays(tomorrow))).toEqual([]);
    clinic.result('grade-waits', { businessDay: today }, system);
    expect(facts('v1.WaitGraded')).toHaveLength(1);
  });

  it('say nothing of a wait that a call by mistake did not end', () => {
    const { id } = clinic.issue();
    record(estimate(id, 0, 10));
    call();
    const { epoch, seq } = clinic.recordOf(id)!.last;
    clinic.result('undo', { ticketId: id, epoch, seq });
    expect(clinic.reading((read) => read.ungradedWaitDays('9999-12-31'))).toEqual([]);
  });

  it('say nothing of a wait that became another: held, ended, or over a gap', () => {
    const [held, gone, over] = [clinic.issue().id, clinic.issue().id, clinic.issue().id];
    clinic.issue();
    record(estimate(held, 0, 10), estimate(gone, 0, 10), estimate(over, 0, 10));
    clinic.result('hold', { ticketId: held });
    clinic.result('cancel-ticket', { ticketId: gone, reason: 'went home' });
    clinic.close();
    pass(60);
    clinic.reopen();
    call();
    expect(clinic.reading((read) => read.ungradedWaitDays('9999-12-31'))).toEqual([]);
  });

  it('count a ticket that was called while its estimate was on its way', () => {
    const { id } = clinic.issue();
    const said = estimate(id, 0, 10);
    pass(1);
    call();
    record(said);
    clinic.clock.pass(24 * hourMs);
    clinic.result('grade-waits', { businessDay: dayOf(startOfTests) }, system);
    expect(facts('v1.WaitGraded')).toMatchObject([{ services: [{ predicted: 1, within: 1 }] }]);
  });

  it('and what was learned are the same when they are folded again from the log', () => {
    aDay();
    expect(afresh()).toEqual([]);
    expect(Object.keys(model().services)).toEqual([consultation]);
  });
});

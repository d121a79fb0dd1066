import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { composeAudit } from './compose-audit.ts';
import { aConfiguration, clinicId, consultation, EngineUnderTest, kiosk, room1, system } from './testing/a-writer.ts';

function rowsOf(clinic: EngineUnderTest) {
  return clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
}
const lastDay = (clinic: EngineUnderTest) => rowsOf(clinic).at(-1)?.businessDay;

describe('time', () => {
  it('never goes back along the log', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.issue();
    clinic.clock.jump(-10 * minuteMs);
    clinic.issue();
    const times = rowsOf(clinic).map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('changes the business day at the clinic’s hour, and numbers begin again', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.clock.pass(18 * hourMs - 1);
    expect(clinic.issue().number).toBe('A001');
    expect(lastDay(clinic)).toBe('2026-11-23');
    clinic.clock.pass(1);
    expect(clinic.issue().number).toBe('A001');
    expect(lastDay(clinic)).toBe('2026-11-24');
  });

  it('closes at the change of day what is still open, as the system, before anything of the new day', () => {
    const clinic = new EngineUnderTest().initialise();
    const left = clinic.issue();
    clinic.clock.pass(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.recordOf(left.id)?.standing.state).toBe('left');
    const closing = rowsOf(clinic).filter(({ type }) => type === 'v1.DayClosed');
    expect(closing.map(({ actor, body }) => ({ actor, ...(JSON.parse(body) as object) }))).toEqual([
      { actor: 'system', businessDay: '2026-11-23', closed: 1 },
    ]);
  });

  it('does not end the day while an evacuation lasts: who is looked for stays on the list until the all clear', () => {
    const clinic = new EngineUnderTest().initialise();
    const inside = clinic.issue();
    clinic.result('evacuate', {});
    clinic.clock.pass(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    clinic.result('account-for', { ticketId: inside.id, present: true });
    expect(clinic.recordOf(inside.id)?.standing.state).toBe('waiting');
    expect(lastDay(clinic)).toBe('2026-11-23');
    clinic.result('all-clear', {});
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.recordOf(inside.id)?.standing.state).toBe('left');
    const closing = rowsOf(clinic).filter(({ type }) => type === 'v1.DayClosed');
    expect(closing.map(({ body }) => JSON.parse(body) as object)).toEqual([{ businessDay: '2026-11-23', closed: 1 }]);
  });

  it('admits nobody after it was closed by hand, not even after a restart, until it changes', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.result('close-day', {});
    clinic.reopen();
    expect(clinic.refusal('issue-ticket', { serviceId: consultation }, kiosk)).toBe('day-closed');
    clinic.clock.pass(18 * hourMs);
    expect(clinic.issue().number).toBe('A001');
  });

  it('makes work of those whom the change of day found waiting', () => {
    const clinic = new EngineUnderTest().initialise();
    const left = clinic.issue();
    clinic.clock.pass(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.reading((read) => read.workItems())).toMatchObject([
      { kind: 'left-unseen', about: { ticketId: left.id, ticketNumber: left.number } },
    ]);
  });
});

describe('a clinic that is open through the change of day', () => {
  const hours = { from: '00:00', until: '23:59' };

  function neverClosing(weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7]): EngineUnderTest {
    const clinic = new EngineUnderTest().initialise();
    const body = aConfiguration({ openingHours: weekdays.map((weekday) => ({ weekday, ...hours })) });
    const items = [{ number: 1, kind: 'configuration' as const, id: clinicId, body }];
    clinic.perform({ kind: 'feed', page: { version: 1, serverTime: clinic.clock.wall(), items, next: 1 } });
    return clinic;
  }

  it('closes nothing: the queue goes on, its numbers with their own day, and no new one is like theirs', () => {
    const clinic = neverClosing();
    const [first, second] = [clinic.issue(), clinic.issue()];
    clinic.result('call-next', { servicePointId: room1 });
    clinic.clock.pass(18 * hourMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.recordOf(second.id)).toMatchObject({ businessDay: '2026-11-23', standing: { state: 'waiting' } });
    expect(clinic.issue().number).toBe('A003');
    expect(lastDay(clinic)).toBe('2026-11-24');
    clinic.result('confirm-arrival', { servicePointId: room1, ticketId: first.id });
    const { ticket } = clinic.result('call-next', { servicePointId: room1, finishCurrent: true });
    expect(ticket).toMatchObject({ id: second.id, businessDay: '2026-11-23' });
    expect(rowsOf(clinic).filter(({ type }) => type === 'v1.DayClosed')).toEqual([]);
    expect(clinic.reading((read) => read.workItems())).toEqual([]);
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });

  it('ends its day at the first change that finds it closed, however late it is noticed', () => {
    const clinic = neverClosing([1, 2]);
    const left = clinic.issue();
    clinic.clock.pass(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.recordOf(left.id)?.standing.state).toBe('waiting');
    clinic.clock.pass(3 * dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.recordOf(left.id)?.standing.state).toBe('left');
  });
});

describe('a clock that jumps', () => {
  it('freezes the change of day, is told, and numbering goes on', () => {
    const clinic = new EngineUnderTest().initialise();
    expect(clinic.issue().number).toBe('A001');
    clinic.clock.jump(dayMs);
    expect(clinic.issue().number).toBe('A002');
    expect(lastDay(clinic)).toBe('2026-11-23');
    expect(clinic.reading((read) => read.clockFrozen())).toBe(true);
    expect(rowsOf(clinic).filter(({ type }) => type === 'v1.ClockFrozen')).toHaveLength(1);
    expect(clinic.refusal('close-day', {}, system)).toBe('day-frozen');
  });

  it('by less than an hour is no jump', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.clock.jump(hourMs);
    clinic.issue();
    clinic.clock.jump(-hourMs);
    clinic.issue();
    expect(clinic.reading((read) => read.clockFrozen())).toBe(false);
  });

  it('is noticed without any command', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.clock.jump(-2 * hourMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.reading((read) => read.clockFrozen())).toBe(true);
  });

  it('counts again when staff confirm the time, and the day changes', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.clock.jump(dayMs);
    clinic.issue();
    clinic.result('confirm-clock', {});
    expect(clinic.reading((read) => read.clockFrozen())).toBe(false);
    expect(clinic.issue().number).toBe('A001');
    expect(lastDay(clinic)).toBe('2026-11-24');
  });

  it('counts again when the centre’s time agrees, and not when it differs', () => {
    const clinic = new EngineUnderTest().initialise();
    const feed = (serverTime: number) =>
      clinic.perform({ kind: 'feed', page: { version: 1, serverTime, items: [], next: 0 } });
    clinic.clock.jump(2 * hourMs);
    feed(clinic.clock.wall() - 2 * hourMs);
    expect(clinic.reading((read) => read.clockFrozen())).toBe(true);
    feed(clinic.clock.wall() - minuteMs);
    expect(clinic.reading((read) => read.clockFrozen())).toBe(false);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.reading((read) => read.clockFrozen())).toBe(false);
  });

  it('names the day by the clock again after a wrong future was confirmed to be wrong', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.clock.jump(10 * dayMs);
    clinic.issue();
    clinic.clock.jump(-10 * dayMs);
    clinic.result('confirm-clock', {});
    expect(clinic.issue().number).toBe('A002');
    expect(lastDay(clinic)).toBe('2026-11-23');
  });
});

describe('at the start a clock', () => {
  const startedAfter = (jump: number): boolean => {
    const clinic = new EngineUnderTest().initialise();
    clinic.result('issue-ticket', { serviceId: consultation }, kiosk);
    clinic.clock.jump(jump);
    clinic.reopen();
    return clinic.reading((read) => read.clockFrozen());
  };

  it('more than an hour before the last row freezes the day', () => {
    expect(startedAfter(-hourMs - 1)).toBe(true);
    expect(startedAfter(-hourMs)).toBe(false);
  });

  it('more than 14 days after the last row freezes the day', () => {
    expect(startedAfter(14 * dayMs + 1)).toBe(true);
    expect(startedAfter(14 * dayMs)).toBe(false);
  });
});

// The writer's process ends without a word and another one begins, over the same files and a clock that went on.

import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { openForWriting, type Connection } from '../adapters/sqlite/connection.ts';
import { APPEND_ROW } from '../adapters/sqlite/event-log.ts';
import { composeAudit } from './compose-audit.ts';
import { composeWriter } from './compose.ts';
import { anId, EngineUnderTest, room1, room2, startOfTests, supervisor } from './testing/a-writer.ts';

/** One is called to room 1, one waits. */
function aClinicAtWork() {
  const clinic = new EngineUnderTest().initialise();
  const [called, waiting] = [clinic.issue(), clinic.issue()];
  clinic.result('call-next', { servicePointId: room1 });
  return { clinic, called: called.id, waiting: waiting.id };
}
function isOffFor(clinic: EngineUnderTest, ms: number): void {
  clinic.close();
  clinic.clock.pass(ms);
  clinic.reopen();
}
function gapsOf(clinic: EngineUnderTest) {
  const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
  return rows.filter(({ type }) => type === 'v1.GapNoticed').map(({ body }) => JSON.parse(body) as object);
}
const inDoubt = (clinic: EngineUnderTest, ticketId: string) => clinic.recordOf(ticketId)?.inDoubtSince;

/** No row of the log finds room, as long as the disk is full. */
function withoutRoom(db: Connection, isFull: () => boolean): Connection {
  const prepare = db.prepare.bind(db);
  db.prepare = (sql) => {
    const statement = prepare(sql);
    if (sql !== APPEND_ROW) return statement;
    const run = statement.run.bind(statement);
    statement.run = ((...values: Parameters<typeof run>) => {
      if (isFull()) throw Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
      return run(...values);
    }) as typeof statement.run;
    return statement;
  };
  return db;
}

describe('a power cut', () => {
  it('of six minutes is a gap, and puts who was called in doubt', () => {
    const { clinic, called, waiting } = aClinicAtWork();
    isOffFor(clinic, 6 * minuteMs);
    expect(gapsOf(clinic)).toEqual([{ from: startOfTests, until: startOfTests + 6 * minuteMs }]);
    expect(inDoubt(clinic, called)).toBe(startOfTests);
    expect(inDoubt(clinic, waiting)).toBeUndefined();
    expect(clinic.refusal('recall', { servicePointId: room1 })).toBe('call-in-doubt');
    expect(clinic.refusal('call-next', { servicePointId: room1, finishCurrent: true })).toBe('call-in-doubt');
  });

  it('of four minutes is none, and goes on where it was', () => {
    const { clinic, called } = aClinicAtWork();
    isOffFor(clinic, 4 * minuteMs);
    expect(gapsOf(clinic)).toEqual([]);
    expect(inDoubt(clinic, called)).toBeUndefined();
    clinic.result('recall', { servicePointId: room1 });
  });

  it('is noticed once, however often the box starts again after it', () => {
    const { clinic, called } = aClinicAtWork();
    isOffFor(clinic, hourMs);
    for (let starts = 0; starts < 3; starts++) isOffFor(clinic, minuteMs);
    expect(gapsOf(clinic)).toHaveLength(1);
    expect(inDoubt(clinic, called)).toBe(startOfTests);
    clinic.result('confirm-still-here', { servicePointId: room1, ticketId: called });
    isOffFor(clinic, minuteMs);
    expect(inDoubt(clinic, called)).toBeUndefined();
  });

  it('after hours in which nobody did anything begins with the last beat, and not with the last row', () => {
    const { clinic } = aClinicAtWork();
    clinic.clock.pass(3 * hourMs);
    clinic.perform({ kind: 'beat' });
    isOffFor(clinic, 4 * minuteMs);
    expect(gapsOf(clinic)).toEqual([]);
    const from = clinic.clock.wall();
    clinic.perform({ kind: 'beat' });
    isOffFor(clinic, 7 * minuteMs);
    expect(gapsOf(clinic)).toEqual([{ from, until: from + 7 * minuteMs }]);
  });

  it('writes no row for a beat', () => {
    const { clinic } = aClinicAtWork();
    const position = () => clinic.reading((read) => read.position());
    const before = position();
    clinic.perform({ kind: 'beat' });
    expect(position()).toEqual(before);
    expect(clinic.lastOutcome?.committed).toBeUndefined();
  });

  it('through the change of the day ends that day first: nobody is left to ask for', () => {
    const { clinic, called } = aClinicAtWork();
    isOffFor(clinic, dayMs);
    expect(gapsOf(clinic)).toHaveLength(1);
    expect(clinic.recordOf(called)).toMatchObject({ standing: { state: 'left' } });
    expect(inDoubt(clinic, called)).toBeUndefined();
  });
});

describe('a clock that is wrong after a power cut', () => {
  it('measures no gap when it went back', () => {
    const { clinic, called } = aClinicAtWork();
    clinic.clock.jump(-3 * hourMs);
    isOffFor(clinic, hourMs);
    expect(gapsOf(clinic)).toEqual([]);
    expect(inDoubt(clinic, called)).toBeUndefined();
  });

  it('measures none when it is weeks ahead: the change of day freezes instead', () => {
    const { clinic } = aClinicAtWork();
    isOffFor(clinic, 30 * dayMs);
    expect(gapsOf(clinic)).toEqual([]);
    expect(clinic.reading((read) => read.clockFrozen())).toBe(true);
  });

  it('that jumps while the box runs is no gap: it was there all the time', () => {
    const { clinic } = aClinicAtWork();
    clinic.clock.pass(2 * hourMs);
    clinic.perform({ kind: 'beat' });
    clinic.clock.jump(40 * minuteMs);
    clinic.perform({ kind: 'beat' });
    isOffFor(clinic, minuteMs);
    expect(gapsOf(clinic)).toEqual([]);
  });
});

describe('a clock that the network sets after the start', () => {
  /** Off for so long, by a clock that stood still meanwhile, as that of a box without a battery. */
  function isOffUnknowingly(clinic: EngineUnderTest): void {
    clinic.close();
    clinic.reopen();
    clinic.clock.pass(minuteMs);
    clinic.perform({ kind: 'beat' });
  }

  it('tells of the gap then, once, from the last sign of life to the start', () => {
    const { clinic, called } = aClinicAtWork();
    isOffUnknowingly(clinic);
    expect(gapsOf(clinic)).toEqual([]);
    clinic.clock.jump(40 * minuteMs);
    clinic.perform({ kind: 'beat' });
    expect(gapsOf(clinic)).toEqual([{ from: startOfTests, until: startOfTests + 40 * minuteMs }]);
    expect(inDoubt(clinic, called)).toBe(startOfTests);
    clinic.clock.jump(20 * minuteMs);
    clinic.perform({ kind: 'beat' });
    isOffFor(clinic, minuteMs);
    expect(gapsOf(clinic)).toHaveLength(1);
  });

  it('that was hours behind tells of it when the time is confirmed', () => {
    const { clinic } = aClinicAtWork();
    isOffUnknowingly(clinic);
    clinic.clock.jump(3 * hourMs);
    clinic.perform({ kind: 'beat' });
    expect(gapsOf(clinic)).toEqual([]);
    clinic.result('confirm-clock', {}, supervisor);
    clinic.perform({ kind: 'beat' });
    expect(gapsOf(clinic)).toEqual([{ from: startOfTests, until: startOfTests + 3 * hourMs }]);
  });

  it('tells of none when it is set by little, or long after the start', () => {
    const { clinic } = aClinicAtWork();
    isOffUnknowingly(clinic);
    clinic.clock.jump(4 * minuteMs);
    clinic.clock.pass(2 * hourMs);
    clinic.perform({ kind: 'beat' });
    clinic.clock.jump(40 * minuteMs);
    clinic.perform({ kind: 'beat' });
    expect(gapsOf(clinic)).toEqual([]);
  });
});

describe('a full disk at the start', () => {
  it('keeps the gap until there is room, and then asks before anything else is done', () => {
    const { clinic, called } = aClinicAtWork();
    clinic.close();
    clinic.clock.pass(hourMs);
    let isFull = true;
    const open = (path: string) => withoutRoom(openForWriting(path), () => isFull);
    const { engine, close } = composeWriter(clinic.settings, () => undefined, { clock: clinic.clock, open });
    engine.load();
    expect(engine.noticeGap()).toMatchObject({ full: true });
    isFull = false;
    const command = { commandId: anId(clinic.clock.wall()), type: 'recall' as const, servicePointId: room1 };
    const job = { kind: 'submit' as const, id: 1, submission: { command, sender: supervisor } };
    expect(engine.run(job, () => undefined).answers).toMatchObject([
      { answer: { refusal: { code: 'call-in-doubt', ticketId: called } } },
    ]);
    close();
    clinic.reopen();
    expect(gapsOf(clinic)).toEqual([{ from: startOfTests, until: startOfTests + hourMs }]);
  });
});

describe('the log alone', () => {
  it('gives the same tables after a gap and its answers', () => {
    const { clinic, called } = aClinicAtWork();
    clinic.result('call-next', { servicePointId: room2 });
    isOffFor(clinic, hourMs);
    clinic.result('confirm-still-here', { servicePointId: room1, ticketId: called });
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});

import { describe, expect, it } from 'vitest';
import { DayJudge, type DayRow } from './day-judge.ts';

const noon = Date.UTC(2026, 10, 24, 11);
const dayMs = 24 * 3_600_000;

/** Facts of one day, a second apart, and one of the next morning. */
function judged(facts: readonly (readonly [type: string, body: object, businessDay?: string])[]) {
  const judge = new DayJudge();
  [...facts, ['v1.DocumentPrinted', {}, '2026-11-25'] as const].forEach(([type, body, businessDay], index) => {
    const at = businessDay === undefined ? noon + index * 1_000 : noon + dayMs;
    const day = businessDay ?? '2026-11-24';
    judge.read(aRow(index + 1, { type, at, businessDay: day, body: JSON.stringify(body) }));
  });
  judge.endOfDay();
  return judge.verdict();
}
function aRow(seq: number, changes: Partial<DayRow>): DayRow {
  const row = { epoch: 1, seq, at: noon, businessDay: '2026-11-24', commandId: `c${seq}`, body: '{}' };
  return { ...row, type: 'v1.DocumentPrinted', ...changes };
}

const issued = (ticketId: string, changes: object = {}) =>
  ['v1.TicketIssued', { ticketId, number: `A00${ticketId}`, serviceId: 'consultation', ...changes }] as const;
const called = (ticketId: string, servicePointId = 'room 1') =>
  ['v1.TicketCalled', { ticketId, servicePointId }] as const;
const gap = ['v1.GapNoticed', { from: 1, until: 2 }] as const;
const stillHere = (ticketId: string) => ['v1.StillHereConfirmed', { ticketId, servicePointId: 'room 1' }] as const;
const finished = (ticketId: string) => ['v1.ServiceFinished', { ticketId }] as const;
const undone = (ticketId: string, state: string) =>
  ['v1.StepUndone', { ticketId, standing: { state, serviceId: 'consultation', servicePointId: 'room 1' } }] as const;

describe('the judge of a day', () => {
  it('finds nothing wrong with one outcome for everybody', () => {
    const rows = [issued('1'), issued('2'), called('1'), finished('1'), called('2'), finished('2')];
    expect(judged(rows)).toMatchObject({ duplicated: 0, violations: [] });
  });

  it('finds nothing wrong with a call again once it was said that the patient is there', () => {
    const recalled = ['v1.TicketRecalled', { ticketId: '1', servicePointId: 'room 1' }] as const;
    const rows = [issued('1'), called('1'), gap, stillHere('1'), recalled, finished('1')];
    expect(judged(rows)).toMatchObject({ violations: [] });
  });

  it('knows of whom nothing may be announced, by how far the log was heard, until it is said that they are there', () => {
    const judge = new DayJudge();
    const read = (seq: number, [type, body]: readonly [string, object]) =>
      judge.read(aRow(seq, { type, body: JSON.stringify(body) }));
    [issued('1'), issued('2'), called('1'), gap].forEach((fact, index) => read(index + 1, fact));
    expect([judge.inDoubtBy(3), judge.inDoubtBy(4)]).toEqual([new Set(), new Set(['1'])]);
    read(5, stillHere('1'));
    expect(judge.inDoubtBy(4)).toEqual(new Set());
  });

  it.each([
    ['a ticket that nobody closed', [issued('1'), called('1')], 'no outcome'],
    ['two outcomes', [issued('1'), called('1'), finished('1'), finished('1')], 'was completed before'],
    ['a number twice', [issued('1'), finished('1'), issued('2', { number: 'A001' }), finished('2')], 'given twice'],
    [
      'a call before the answer after a power cut',
      [
        issued('1'),
        called('1'),
        gap,
        ['v1.TicketRecalled', { ticketId: '1', servicePointId: 'room 1' }],
        finished('1'),
      ],
      'a call went out over A001',
    ],
    [
      'somebody called to a room that was asked who is there',
      [issued('1'), issued('2'), called('1'), gap, called('2'), finished('1'), finished('2')],
      'a call went out over A001',
    ],
    [
      'two patients in one room',
      [issued('1'), issued('2'), called('1'), called('2'), finished('1')],
      'one service point',
    ],
    [
      'one patient twice in one queue',
      [issued('1', { patientId: 'p' }), issued('2', { patientId: 'p' }), finished('1'), finished('2')],
      'one patient in one queue',
    ],
    ['an alarm that nobody took', [['v1.HelpRequested', { helpId: 'h' }]], 'alarm h'],
    ['a row of another day', [['v1.DocumentPrinted', {}, '2026-11-26']], 'is of 2026-11-26'],
  ] as const)('sees %s', (_what, rows, said) => {
    expect(judged(rows).violations.join()).toContain(said);
  });

  it('counts a call while somebody is called already, but not one that was undone between', () => {
    expect(judged([issued('1'), called('1'), called('1'), finished('1')]).duplicated).toBe(1);
    const again = [issued('1'), called('1'), undone('1', 'waiting'), called('1'), finished('1')];
    expect(judged(again)).toMatchObject({ duplicated: 0, violations: [] });
  });

  it('lets an outcome be taken back and said anew', () => {
    const rows = [issued('1'), called('1'), finished('1'), undone('1', 'called'), finished('1')];
    expect(judged(rows).violations).toEqual([]);
  });

  it('is content with an alarm that was taken in time, or heard to grow louder', () => {
    const asked = ['v1.HelpRequested', { helpId: 'h' }] as const;
    expect(judged([asked, ['v1.HelpAcknowledged', { helpId: 'h' }]]).violations).toEqual([]);
    const judge = new DayJudge();
    judge.read(aRow(1, { type: 'v1.HelpRequested', body: '{"helpId":"h"}' }));
    judge.sawEscalated('h');
    judge.endOfDay();
    expect(judge.verdict().violations).toEqual([]);
  });

  it('misses what a sender was told and is not there, or elsewhere, or was told otherwise', () => {
    const judge = new DayJudge();
    const told = { commandId: 'c1', epoch: 1, seq: 1, ticketId: '1' };
    judge.tell(told);
    expect(judge.verdict().lost).toBe(1);
    const body = JSON.stringify(issued('1')[1]);
    judge.read(aRow(1, { type: 'v1.TicketIssued', body }));
    expect(judge.verdict()).toMatchObject({ lost: 0, violations: [] });
    judge.tell({ ...told, seq: 2 });
    expect(judge.verdict().violations).toEqual(['c1 was answered in two ways', 'c1 is not at 1.2, as was said']);
  });

  it.each([
    ['2026-10-25T01:30:00Z', '2026-10-24'],
    ['2026-10-25T02:59:59Z', '2026-10-24'],
    ['2026-10-25T03:00:00Z', '2026-10-25'],
    ['2027-03-28T01:59:59Z', '2027-03-27'],
    ['2027-03-28T02:00:00Z', '2027-03-28'],
  ])('knows the business day of %s, where clocks change that night', (at, day) => {
    const judge = new DayJudge();
    judge.read(aRow(1, { at: Date.parse(at), businessDay: day }));
    expect(judge.verdict().violations).toEqual([]);
  });
});

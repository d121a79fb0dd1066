import { describe, expect, it } from 'vitest';
import { aPatient, aTypicalDesk, now } from '../../testing/a-staff-view.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import type { FoundPatient } from '@foyer/contracts/people-at-the-desk.ts';
import { countIn, deskRows, findRows, namesakes, nowIndex, rowToCheckIn, withNothingToday } from './desk-list.ts';

const view = aTypicalDesk();
const rows = deskRows(view, now);
const state = (name: string) => rows.find((row) => row.patient?.displayName.includes(name))?.state;

describe("today's people at the desk", () => {
  it('stand by time, numbers without an appointment among them', () => {
    expect(rows.map((row) => row.at)).toEqual(rows.map((row) => row.at).toSorted((a, b) => a - b));
    expect(rows.some((row) => row.ticket?.number === 'R017' && !row.appointment)).toBe(true);
  });

  it('say what became of each', () => {
    expect(state('María')).toBe('with-staff');
    expect(state('Nguyễn')).toBe('waiting');
    expect(state('Somchai')).toBe('expected');
    expect(state('Ana')).toBe('done');
    expect(rows.find((row) => row.state === 'late')).toMatchObject({
      lateMinutes: 12,
      patient: { displayName: 'محمد عبد الرحمن الهاشمي' },
    });
  });

  it('are found in every state while typing', () => {
    expect(findRows(rows, 'ana duarte', 'waiting', []).map((row) => row.state)).toEqual(['done']);
    expect(findRows(rows, '', 'waiting', []).every((row) => row.state === 'waiting')).toBe(true);
  });

  it('are counted per filter', () => {
    expect(countIn(rows, 'all')).toBe(rows.length);
    expect(countIn(rows, 'expected')).toBe(6);
    expect(countIn(rows, 'waiting')).toBe(3);
  });

  it('are found too by what the edge alone understands', () => {
    const margaret = found(Object.values(view.patients).find(({ displayName }) => displayName.startsWith('Margaret'))!);
    expect(findRows(rows, 'osullivan', 'all', [])).toEqual([]);
    expect(findRows(rows, 'osullivan', 'all', [margaret]).map(({ patient }) => patient?.id)).toEqual([margaret.id]);
  });

  it('are not among those who have nothing today, whichever id the ticket knows them by', () => {
    const [ana] = rows.flatMap(({ patient }) => (patient?.displayName === 'Ana Duarte' ? [patient] : []));
    const other = found(aPatient(90, 'Ana Duarte', '2001-01-01'));
    const linked = found(aPatient(91, 'Ana Duarte', '1999-02-28'), [ana!.id]);
    expect(withNothingToday([found(ana!), other, linked], rows)).toEqual([other]);
  });

  it('open at the present hour', () => {
    expect(rows[nowIndex(rows, now)]!.at).toBeGreaterThanOrEqual(now - 1_200_000);
  });
});

describe('whom Enter checks in', () => {
  const expected = rows.filter(({ state: stands }) => stands === 'expected');
  const somchai = expected.find(({ patient }) => patient?.displayName === 'Somchai Srisuwan')!;
  const done = rows.filter(({ state: stands }) => stands === 'done');

  it('is the first who can be checked in', () => {
    expect(rowToCheckIn([...done, somchai], [])).toBe(somchai);
    expect(rowToCheckIn(done, [])).toBeUndefined();
  });

  it('is nobody where somebody else has the same name, here today or not', () => {
    const namesake = found(aPatient(92, 'SOMCHAI Srisuwan', '1990-01-01'));
    expect(rowToCheckIn([somchai], [namesake])).toBeUndefined();
    expect(rowToCheckIn([somchai, { ...somchai, id: 'x', patient: namesake }], [])).toBeUndefined();
    expect(rowToCheckIn([somchai], [found(aPatient(93, 'Somchai Sri'))])).toBe(somchai);
  });

  it('is still somebody who is there twice', () => {
    expect(rowToCheckIn([somchai, { ...somchai, id: 'x' }], [])).toBe(somchai);
    expect([...namesakes([somchai.patient, somchai.patient, undefined])]).toEqual([]);
  });
});

function found(patient: PatientView, earlierIds: readonly string[] = []): FoundPatient {
  return { ...patient, earlierIds };
}

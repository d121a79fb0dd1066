import { describe, expect, it } from 'vitest';
import { aPatient, aTypicalDesk, now } from '../../testing/a-staff-view.ts';
import { countIn, deskRows, findPatients, findRows, nowIndex } from './desk-list.ts';

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
    expect(findRows(rows, 'ana duarte', 'waiting').map((row) => row.state)).toEqual(['done']);
    expect(findRows(rows, '', 'waiting').every((row) => row.state === 'waiting')).toBe(true);
  });

  it('are counted per filter', () => {
    expect(countIn(rows, 'all')).toBe(rows.length);
    expect(countIn(rows, 'expected')).toBe(6);
    expect(countIn(rows, 'waiting')).toBe(3);
  });

  it('give patients without anything today only when they are looked for', () => {
    const other = aPatient(90, 'Zuzanna Zielińska', '2001-01-01');
    const more = aTypicalDesk({ patients: [...Object.values(view.patients), other] });
    expect(findPatients(more, deskRows(more, now), '')).toEqual([]);
    expect(findPatients(more, deskRows(more, now), 'zielinska')).toEqual([other]);
  });

  it('open at the present hour', () => {
    expect(rows[nowIndex(rows, now)]!.at).toBeGreaterThanOrEqual(now - 1_200_000);
  });
});

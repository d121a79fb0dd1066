import { describe, expect, it } from 'vitest';
import { numberAfter, paperVisit, type PaperRow } from './paper-row.ts';

const zone = 'Europe/Madrid';
const row: PaperRow = {
  date: '2026-11-24',
  number: 'w7',
  arrived: '9.10',
  serviceId: 'service',
  patientId: '',
  called: '',
  servicePointId: '',
  started: '',
  until: '',
  outcome: 'waiting',
};
const seen: PaperRow = { ...row, called: '930', servicePointId: 'room', until: '9:50', outcome: 'completed' };
const at = (time: string): number => Date.parse(`2026-11-24T${time}:00+01:00`);
const of = (changes: Partial<PaperRow>, base: PaperRow = seen) =>
  paperVisit({ ...base, ...changes }, zone, 'power cut');

describe('a row of paper', () => {
  it('is a visit with the times of the clinic', () => {
    expect(of({ started: '09:35', patientId: 'patient' })).toEqual({
      visit: {
        type: 'enter-paper-visit',
        number: 'W7',
        serviceId: 'service',
        patientId: 'patient',
        arrivedAt: at('09:10'),
        calledAt: at('09:30'),
        servicePointId: 'room',
        startedAt: at('09:35'),
        finishedAt: at('09:50'),
        outcome: 'completed',
        reason: 'power cut',
      },
    });
  });

  it('of somebody who waits says nothing of a room, whatever stood there before', () => {
    expect(of({ outcome: 'waiting' })).toEqual({
      visit: {
        type: 'enter-paper-visit',
        number: 'W7',
        serviceId: 'service',
        arrivedAt: at('09:10'),
        reason: 'power cut',
      },
    });
  });

  it('of somebody who left needs no more than the arrival', () => {
    expect(of({ outcome: 'left' }, row)).toMatchObject({ visit: { outcome: 'left' } });
  });

  it.each([
    [{ number: '7' }, 'number'],
    [{ arrived: '25' }, 'arrived'],
    [{ serviceId: '' }, 'service'],
    [{ called: '' }, 'called'],
    [{ servicePointId: '' }, 'room'],
    [{ started: 'x' }, 'started'],
    [{ until: '' }, 'until'],
    [{ until: '9:20' }, 'order'],
  ] as const)('with %j is stopped at its %s', (changes, fault) => {
    expect(of(changes)).toEqual({ fault });
  });
});

describe('the next number', () => {
  it.each([
    ['w7', 'W008'],
    ['W099', 'W100'],
    ['', ''],
  ])('after %j is %j', (number, next) => expect(numberAfter(number)).toBe(next));
});

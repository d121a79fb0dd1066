import { describe, expect, it } from 'vitest';
import { grade, type WaitPrediction } from './grade.ts';
import { doctor, minute, nurse } from './testing.ts';

function said(ticketId: string, from: number, until: number, serviceId: string = nurse): WaitPrediction {
  const medianMs = ((from + until) / 2) * minute;
  return { ticketId, serviceId, said: { fromMs: from * minute, untilMs: until * minute, medianMs } };
}

describe('the grade of a day’s estimates', () => {
  it('says for each service how often they held, how far they were off, and to which side', () => {
    const predictions = [said('a', 10, 20), said('b', 10, 20), said('c', 0, 8, doctor)];
    const waited = new Map([
      ['a', 12 * minute],
      ['b', 24 * minute],
      ['c', 1 * minute],
    ]);
    expect(grade(predictions, waited)).toEqual([
      {
        ...{ serviceId: nurse, predicted: 2, within: 1, coverage: 0.5 },
        ...{ rmseMs: Math.sqrt((3 ** 2 + 9 ** 2) / 2) * minute, biasMs: -3 * minute },
      },
      { serviceId: doctor, predicted: 1, within: 1, coverage: 1, rmseMs: 3 * minute, biasMs: 3 * minute },
    ]);
  });

  it('takes the ends as within, and leaves out who was never called', () => {
    const ends = new Map([
      ['a', 10 * minute],
      ['b', 20 * minute],
    ]);
    expect(grade([said('a', 10, 20), said('b', 10, 20), said('gone', 0, 5)], ends)).toMatchObject([
      { predicted: 2, within: 2 },
    ]);
    expect(grade([said('gone', 0, 5)], new Map())).toEqual([]);
  });
});

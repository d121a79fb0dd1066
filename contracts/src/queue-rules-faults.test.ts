import { describe, expect, it } from 'vitest';
import { queueRulesFaults } from './queue-rules-faults.ts';

describe('what a queue does by itself', () => {
  it('is nothing, or numbers that fit', () => {
    expect(queueRulesFaults({ notAnswered: null, stranded: null })).toEqual([]);
    expect(
      queueRulesFaults({
        notAnswered: { afterRecalls: 1, graceMinutes: 0 },
        stranded: { afterMinutes: 480, role: 'reception' },
      }),
    ).toEqual([]);
  });

  it('has each number that does not fit by its place', () => {
    expect(
      queueRulesFaults({
        notAnswered: { afterRecalls: 21, afterMinutes: 0, graceMinutes: -1 },
        stranded: { afterMinutes: 481, role: 'reception', escalateAfterMinutes: 0 },
      }).map(({ path }) => path),
    ).toEqual([
      '/notAnswered/afterRecalls',
      '/notAnswered/afterMinutes',
      '/notAnswered/graceMinutes',
      '/stranded/afterMinutes',
      '/stranded/escalateAfterMinutes',
    ]);
  });
});

import type { LogRow } from '@foyer/contracts/log-row.ts';
import { describe, expect, it } from 'vitest';
import { factsOf, rowsFrom, type LogHistory } from './log-facts.ts';

const days = ['2026-11-21', '2026-11-21', '2026-11-22', '2026-11-22', '2026-11-23', '2026-11-24'];
const log = days.map((businessDay, at) => ({
  seq: at + 1,
  epoch: 1,
  businessDay,
  at,
  type: 'v1.ClockConfirmed',
  body: '{}',
})) as unknown as readonly LogRow[];

/** What is left where so many rows went. */
function without(gone: number): LogHistory {
  const left = log.slice(gone);
  return {
    position: () => ({ epoch: 1, seq: log.length, at: 0 }),
    logAfter: ({ seq }, limit) => left.filter((row) => row.seq > seq).slice(0, limit),
  };
}
const seqsFrom = (day: string, gone: number) => [...rowsFrom(day, without(gone))].map(({ seq }) => seq);
const seqsOf = (day: string, gone: number) => [...factsOf(day, without(gone))].map(({ seq }) => seq);

describe('the facts of a day', () => {
  it('are all that were written on it', () => {
    expect(seqsOf('2026-11-21', 0)).toEqual([1, 2]);
    expect(seqsFrom('2026-11-22', 0)).toEqual([3, 4, 5, 6]);
  });

  it('are not told by halves where the log was pruned: none of a day whose beginning may be gone', () => {
    expect(seqsOf('2026-11-22', 1)).toEqual([3, 4]);
    expect(seqsOf('2026-11-22', 2)).toEqual([]);
    expect(seqsOf('2026-11-22', 3)).toEqual([]);
    expect(seqsFrom('2026-11-21', 3)).toEqual([]);
    expect(seqsFrom('2026-11-23', 3)).toEqual([5, 6]);
  });
});

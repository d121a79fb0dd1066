// The log of a queue in memory, as the read model would give it.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { TestQueue } from '@foyer/domain/queue/testing.ts';
import type { DayHistory } from '../views/day-fold.ts';

export function historyOf({ rows }: TestQueue): DayHistory {
  const asLog = rows.map((row) => ({ ...row, body: JSON.stringify(row.body) }) as unknown as LogRow);
  const isSetUp = ({ type }: LogRow) => type === 'v1.ConfigurationApplied' || type === 'v1.ClinicChanged';
  return {
    position: () => ({ epoch: 1, seq: rows.length, at: rows.at(-1)?.at ?? 0 }),
    logAfter: ({ seq }, limit) => asLog.slice(seq, seq + limit),
    setUpUntil: (seq) => asLog.filter((row) => row.seq <= seq && isSetUp(row)),
  };
}

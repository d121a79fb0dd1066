import type { LogCheckpoint } from '@foyer/contracts/log-checkpoint.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../ports/log.ts';
import type { Committed } from '../ports/writer.ts';
import { PruneLog } from './prune-log.ts';

const now = 100 * dayMs;
const signed: LogCheckpoint = { epoch: 1, seq: 700, hash: 'AQID', signature: 'BAUG' };

function aNight({ checkpoint = signed as LogCheckpoint | null, age = 40, acknowledged = 900, kept = 0 } = {}) {
  const begin = { first: 1, checkpoint: kept };
  const steps: string[] = [];
  const pauses: number[] = [];
  let tell: (committed: Committed) => void = () => undefined;
  const night = new PruneLog({
    centre: {
      async checkpoint(days) {
        steps.push(`ask ${days}`);
        return { checkpoint };
      },
    },
    async makeBase({ seq }) {
      steps.push(`make ${seq}`);
      return { parts: [Uint8Array.of(1), Uint8Array.of(2)], asOf: 950 };
    },
    writer: {
      onCommitted: (listener) => (tell = listener),
      async keepBasePart({ part, asOf }) {
        steps.push(`part ${part} as of ${asOf}`);
      },
      async keepCheckpoint({ seq, parts }) {
        steps.push(`keep ${seq} with ${parts}`);
        if (parts > 0) begin.checkpoint = seq;
      },
      async prune({ rows }) {
        if (begin.checkpoint > 0) begin.first = Math.min(begin.checkpoint - 50, begin.first + rows);
        steps.push(`prune to ${begin.first}`);
      },
    },
    readModel: {
      logBegin: () => ({ ...begin }),
      logAfter: ({ seq }) => [{ seq: seq + 1, at: now - (age + (700 - seq - 1) / 10) * dayMs } as LogRow],
      acknowledged: () => ({ epoch: 1, seq: acknowledged }),
      checkInPublicKey: () => new Uint8Array(32),
    },
    log: silentLog,
    days: 30,
    now: () => now,
    async sleep(ms) {
      pauses.push(ms);
    },
    msUntilNight: () => 1,
  });
  return { night, steps, pauses, committed: () => tell({ rows: [{}] } as unknown as Committed) };
}

describe('a night', () => {
  it('keeps the base before its checkpoint, and takes rows a few at a time behind both', async () => {
    const { night, steps } = aNight();
    await night.once();
    const before = ['ask 30', 'keep 700 with 0', 'make 700', 'part 0 as of 950', 'part 1 as of 950', 'keep 700 with 2'];
    expect(steps).toEqual([...before, 'prune to 201', 'prune to 401', 'prune to 601', 'prune to 650', 'prune to 650']);
  });

  it('makes no base of what is too young or not acknowledged, nor where the centre signs nothing', async () => {
    const nonsense = { ...signed, seq: 'all of it' } as unknown as LogCheckpoint;
    for (const change of [{ age: 29 }, { acknowledged: 699 }, { checkpoint: null }, { checkpoint: nonsense }]) {
      const { night, steps } = aNight(change);
      await night.once();
      expect(steps.filter((step) => step.startsWith('make'))).toEqual([]);
      expect(steps.at(-1)).toBe('prune to 1');
    }
  });

  it('makes a base anew once a week of the log may go more, and prunes behind the one it has meanwhile', async () => {
    const isMade = async (kept: number) => {
      const { night, steps } = aNight({ kept });
      await night.once();
      return steps.includes('make 700');
    };
    expect([await isMade(630), await isMade(631), await isMade(700)]).toEqual([true, false, false]);
    const { night, steps } = aNight({ kept: 660 });
    await night.once();
    expect(steps.at(-1)).toBe('prune to 610');
  });

  it('waits longer between two steps while somebody writes', async () => {
    const { night, pauses } = aNight();
    await night.once();
    expect(new Set(pauses)).toEqual(new Set([200]));
    const busy = aNight();
    await busy.night.start();
    busy.committed();
    await busy.night.stop();
    busy.pauses.length = 0;
    await busy.night.once();
    expect(new Set(busy.pauses)).toEqual(new Set([10_000]));
  });
});

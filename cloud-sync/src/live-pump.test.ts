import { describe, expect, it } from 'vitest';
import type { LiveReport } from '@foyer/contracts/live-report.ts';
import { LivePump, fewWaitingRows, liveEveryMs } from './live-pump.ts';

interface Turn {
  readonly seq: number;
  readonly waiting?: number;
  readonly away?: true;
  /** How long the report takes on its way. */
  readonly tookMs?: number;
}

/** Runs it turn by turn: which rows were reported, and how long it slept after each turn. */
async function reportsOf(turns: readonly Turn[]) {
  const [heard, slept]: [number[], number[]] = [[], []];
  let turn = 0;
  let now = 0;
  const report = (): LiveReport => ({ at: 1_000, epoch: 1, seq: turns[turn]!.seq, tickets: [], day: {} as never });
  const pump: LivePump = new LivePump({
    report,
    waitingRows: () => turns[turn]!.waiting ?? fewWaitingRows,
    transport: {
      async live({ seq }) {
        now += turns[turn]!.tookMs ?? 0;
        if (turns[turn]!.away) throw new Error('away');
        heard.push(seq);
      },
    },
    clock: {
      monotonic: () => now,
      async sleep(ms, signal) {
        slept.push(ms);
        turn += 1;
        if (turn >= turns.length && !signal.aborted) void pump.stop();
      },
    },
  });
  await pump.start();
  while (turn < turns.length) await Promise.resolve();
  await pump.stop();
  return { heard, slept };
}

describe('the live report', () => {
  it('is told while rows wait, and not while few do', async () => {
    const { heard } = await reportsOf([{ seq: 1, waiting: 3 }, { seq: 2 }, { seq: 3 }, { seq: 4, waiting: 0 }]);
    expect(heard).toEqual([2, 3]);
  });

  it('is not told again where nothing changed, and again where it did not arrive', async () => {
    const { heard } = await reportsOf([{ seq: 5 }, { seq: 5 }, { seq: 6, away: true }, { seq: 6 }]);
    expect(heard).toEqual([5, 6]);
  });

  it('takes no more than a fifth of the line', async () => {
    const { slept } = await reportsOf([{ seq: 1 }, { seq: 2, tookMs: 6_000 }]);
    expect(slept).toEqual([liveEveryMs, 24_000]);
  });
});

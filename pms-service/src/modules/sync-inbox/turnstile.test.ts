import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Turnstile, type Arrival, type Entry } from './turnstile.ts';

const limits = { rowsUnderWay: 10_000, batchesUnderWay: 3, waiting: 400, longestWaitMs: 15_000 };
const forever = new AbortController().signal;
const much = (clinicId: string): Arrival => ({ clinicId, rows: 2_000, behind: 50_000 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets arrivals in as far as there is room; who was let in, in order, each with how to end its batch. */
function aDoor(limit: Partial<typeof limits> = {}) {
  const turnstile = new Turnstile({ ...limits, ...limit }, Date.now);
  const inside: { readonly clinicId: string; readonly release: () => void }[] = [];
  const answers: Entry[] = [];
  const come = (arrival: Arrival, signal = forever): Promise<void> =>
    turnstile.enter(arrival, signal).then((entry) => {
      answers.push(entry);
      if (entry.ok) inside.push({ clinicId: arrival.clinicId, release: entry.release });
    });
  return { turnstile, inside, answers, come };
}
const settled = () => vi.advanceTimersByTimeAsync(0);

describe('the turnstile', () => {
  it('lets in as many batches as there is room for, and the next when one is done', async () => {
    const { turnstile, inside, come } = aDoor();
    for (const clinicId of ['a', 'b', 'c', 'd']) void come(much(clinicId));
    await settled();
    expect(inside.map(({ clinicId }) => clinicId)).toEqual(['a', 'b', 'c']);
    expect(turnstile.state).toEqual({ underWay: 3, rows: 6_000, waiting: 1 });
    inside[0]?.release();
    await settled();
    expect(inside.map(({ clinicId }) => clinicId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps what is under way within its rows, but for a batch that is alone', async () => {
    const { inside, come } = aDoor({ rowsUnderWay: 3_000 });
    void come({ ...much('a'), rows: 5_000 });
    void come(much('b'));
    await settled();
    expect(inside).toHaveLength(1);
  });

  it('has one batch of a clinic at a time', async () => {
    const { answers, come } = aDoor();
    void come(much('a'));
    void come(much('a'));
    await settled();
    expect(answers[1] ?? answers[0]).toBeDefined();
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'one-at-a-time', retryAfterMs: 1_000 });
  });

  it('takes an edge with little backlog before those with much', async () => {
    const { inside, come } = aDoor({ batchesUnderWay: 1 });
    for (const clinicId of ['a', 'b']) void come(much(clinicId));
    void come({ clinicId: 'little', rows: 3, behind: 0 });
    await settled();
    inside[0]?.release();
    await settled();
    expect(inside.map(({ clinicId }) => clinicId)).toEqual(['a', 'little']);
  });

  it('takes the one row of a clinic at work before the crowd of those that return, and again', async () => {
    const { inside, come } = aDoor({ batchesUnderWay: 1 });
    for (let clinic = 0; clinic < 100; clinic += 1) void come({ clinicId: `back-${clinic}`, rows: 20, behind: 180 });
    for (let row = 0; row < 5; row += 1) {
      void come({ clinicId: 'at-work', rows: 1, behind: 0 });
      await settled();
      inside.at(-1)?.release();
      await settled();
      expect(inside.at(-1)?.clinicId).toBe('at-work');
      inside.at(-1)?.release();
      await settled();
    }
  });

  it('takes a clinic at work first even when it has sent more by now than any of those that return', async () => {
    const { inside, come } = aDoor({ batchesUnderWay: 1 });
    for (let clinic = 0; clinic < 12; clinic += 1) void come({ clinicId: `back-${clinic}`, rows: 20, behind: 180 });
    for (let turn = 0; turn < 10; turn += 1) {
      void come({ clinicId: 'at-work', rows: 40, behind: 0 });
      await settled();
      inside.at(-1)?.release();
      await settled();
      expect(inside.at(-1)?.clinicId).toBe('at-work');
      inside.at(-1)?.release();
      await settled();
    }
  });

  it('takes those with little alike turn by turn, by their rows', async () => {
    const { inside, come } = aDoor({ batchesUnderWay: 1 });
    const little = (clinicId: string, rows: number): Arrival => ({ clinicId, rows, behind: 1 });
    void come(little('first', 20));
    await settled();
    for (const one of [little('a', 60), little('b', 20), little('c', 40)]) void come(one);
    for (let taken = 0; taken < 4; taken += 1) {
      inside[taken]?.release();
      await settled();
    }
    expect(inside.map(({ clinicId }) => clinicId)).toEqual(['first', 'b', 'c', 'a']);
  });

  it('says how long to wait and how much to send, when nobody more can wait here and when waiting was too long', async () => {
    const { answers, come } = aDoor({ batchesUnderWay: 1, waiting: 5 });
    for (const clinicId of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) void come(much(clinicId));
    await settled();
    const busy = { ok: false, code: 'centre-busy', retryAfterMs: 3_000, rows: 833 };
    expect(answers.slice(1)).toEqual([busy]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(answers).toHaveLength(7);
    expect(answers.at(-1)).toMatchObject({ code: 'centre-busy' });
  });

  it('forgets who went away while it waited', async () => {
    const { turnstile, come } = aDoor({ batchesUnderWay: 1 });
    const gone = new AbortController();
    void come(much('a'));
    void come(much('b'), gone.signal);
    gone.abort();
    await settled();
    expect(turnstile.state).toMatchObject({ underWay: 1, waiting: 0 });
  });

  it('is fair: of 150 edges with the same backlog the last ends at most twice as late as the first', async () => {
    const { inside, come } = aDoor();
    const left = new Map(Array.from({ length: 150 }, (_, index) => [`clinic-${index}`, 8]));
    const ended: number[] = [];
    for (const clinicId of left.keys()) void come(much(clinicId));
    let taken = 0;
    for (await settled(); inside.length > 0; await settled()) {
      const { clinicId, release } = inside.shift()!;
      taken += 1;
      const rest = (left.get(clinicId) ?? 0) - 1;
      left.set(clinicId, rest);
      release();
      if (rest === 0) ended.push(taken);
      else void come(much(clinicId));
    }
    expect(ended).toHaveLength(150);
    expect(Math.max(...ended)).toBeLessThanOrEqual(2 * Math.min(...ended));
  });
});

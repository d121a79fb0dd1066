import { describe, expect, it } from 'vitest';
import { aCall } from '../testing/a-call.ts';
import { CROWD, LONGEST_SOUND_MS, paceOf, QUEUE } from './pace.ts';

describe('the pace of calls', () => {
  const call = aCall('a');
  const slow = aCall('b', { manner: { longer: true } });

  it('says each in full while few wait, for as long as the layout says', () => {
    const inFull = { dwellMs: 12_000, voices: 'all', soundMs: LONGEST_SOUND_MS };
    expect([paceOf(call, 0, 12_000), paceOf(call, QUEUE - 1, 12_000)]).toEqual([inFull, inFull]);
  });
  it('is quicker and in one language while some wait, and shows a crowd with the chime alone', () => {
    expect(paceOf(call, QUEUE, 12_000)).toMatchObject({ dwellMs: 6_000, voices: 'first' });
    expect(paceOf(call, CROWD, 12_000)).toMatchObject({ dwellMs: 4_000, voices: 'none' });
    expect(paceOf(call, QUEUE, 5_000).dwellMs).toBe(5_000);
  });
  it('always gives who needs it half as long again', () => {
    for (const waiting of [0, QUEUE, CROWD]) {
      expect(paceOf(slow, waiting, 8_000).dwellMs).toBe(paceOf(call, waiting, 8_000).dwellMs * 1.5);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { gapAtStart } from './gap-at-start.ts';

const now = Date.UTC(2026, 10, 24, 9);
const ago = (minutes: number) => now - minutes * minuteMs;
const row = { seq: 7, type: 'v1.TicketIssued', at: ago(60) };

describe('a gap', () => {
  it('is what lies between the last sign of life and the start, when that is more than five minutes', () => {
    expect(gapAtStart(row, { at: ago(6), seq: 7 }, now)).toEqual({ from: ago(6), until: now });
    expect(gapAtStart(row, { at: ago(5), seq: 7 }, now)).toBeUndefined();
  });

  it('begins with the newest row where that came after the last beat', () => {
    expect(gapAtStart({ ...row, at: ago(8) }, { at: ago(9), seq: 6 }, now)).toEqual({ from: ago(8), until: now });
    expect(gapAtStart({ ...row, at: ago(4) }, { at: ago(9), seq: 6 }, now)).toBeUndefined();
  });

  it('begins with the newest row on a box that never beat', () => {
    expect(gapAtStart(row, undefined, now)).toEqual({ from: ago(60), until: now });
  });

  it('is none where there is no row', () => {
    expect(gapAtStart(undefined, { at: ago(60), seq: 0 }, now)).toBeUndefined();
  });

  it('is none when the clock went back', () => {
    expect(gapAtStart({ ...row, at: now + hourMs }, { at: now + hourMs, seq: 7 }, now)).toBeUndefined();
  });

  it('is measured from a beat that came after rows of a future that was wrong', () => {
    const from = ago(20);
    expect(gapAtStart({ ...row, at: now + hourMs }, { at: from, seq: 7 }, now)).toEqual({ from, until: now });
  });

  it('is not ended by the epoch that a restored box begins beside it', () => {
    const epoch = { seq: 8, type: 'v1.EpochBegun', at: ago(1) };
    expect(gapAtStart(epoch, { at: ago(60), seq: 7 }, now)).toEqual({ from: ago(60), until: now });
  });
});

import { dayMs } from '@foyer/contracts/time.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckpointEvidence, judgeCheckpoint } from './judge-checkpoint.ts';

const hash = Uint8Array.of(1, 2, 3);
const row = { epoch: 2, seq: 10, at: 5 * dayMs, commandId: 'c1', hash } as unknown as LogRow;
const next = { ...row, seq: 11, commandId: 'c2' } as LogRow;
const checkpoint = { epoch: 2, seq: 10, hash };
const good: CheckpointEvidence = {
  isSigned: true,
  keptSeq: 9,
  row,
  next,
  acknowledged: { epoch: 2, seq: 10 },
  now: 35 * dayMs,
  days: 30,
};
const judged = (change: Partial<CheckpointEvidence>) => judgeCheckpoint(checkpoint, { ...good, ...change });

describe('a checkpoint', () => {
  it('counts where it is signed, of a row that is here, acknowledged, and 30 days old', () => {
    expect(judged({})).toBe('good');
  });
  it('is wrong where nobody signed it for this clinic, or its row is not this log’s', () => {
    expect(judged({ isSigned: false })).toBe('wrong');
    expect(judged({ row: undefined })).toBe('wrong');
    expect(judged({ row: { ...row, epoch: 1 } })).toBe('wrong');
    expect(judged({ row: { ...row, hash: Uint8Array.of(1, 2, 4) } })).toBe('wrong');
  });
  it('is older where the log may go as far already', () => {
    expect(judged({ keptSeq: 10 })).toBe('older');
    expect(judged({ keptSeq: 400, row: undefined })).toBe('older');
  });
  it('is early before the box was told that the row arrived, before its days are over, and within a command', () => {
    expect(judged({ acknowledged: { epoch: 2, seq: 9 } })).toBe('early');
    expect(judged({ acknowledged: { epoch: 1, seq: 99 } })).toBe('early');
    expect(judged({ now: 35 * dayMs - 1 })).toBe('early');
    expect(judged({ next: { ...next, commandId: row.commandId } })).toBe('early');
    expect(judged({ next: undefined })).toBe('early');
    expect(judged({ row: { ...row, commandId: null }, next: { ...next, commandId: null } })).toBe('good');
  });
  it('is never good without all of it', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat(20),
        fc.nat(20),
        fc.nat(40),
        fc.nat(3),
        (isSigned, keptSeq, acked, day, epoch) => {
          const acknowledged = { epoch, seq: acked };
          const verdict = judged({ isSigned, keptSeq, acknowledged, now: day * dayMs });
          if (verdict !== 'good') return;
          expect(isSigned && keptSeq < 10 && acked >= 10 && day >= 35 && epoch >= 2).toBe(true);
        },
      ),
    );
  });
});

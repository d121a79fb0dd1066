// Whether a checkpoint moves how far this box may let go of its log. One that is not the centre's word on this very log is
// wrong, whoever sent it; one that is right and too early, or is there already, moves nothing and harms nobody.

import type { CheckpointPlace } from '@foyer/contracts/log-checkpoint.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';

export const CheckpointVerdict = {
  good: 'good',
  /** The log may go as far already. */
  older: 'older',
  /** The centre's acknowledgement, the days, or the rest of the command are still to come. */
  early: 'early',
  /** Its signature, or the row that it names, is not that of this log. */
  wrong: 'wrong',
} as const;
export type CheckpointVerdict = (typeof CheckpointVerdict)[keyof typeof CheckpointVerdict];

export interface CheckpointEvidence {
  /** By the clinic's key at the centre, for this clinic. */
  readonly isSigned: boolean;
  /** The number up to which the log may go already. */
  readonly keptSeq: number;
  /** The row of its number, and the one behind that. */
  readonly row: LogRow | undefined;
  readonly next: LogRow | undefined;
  readonly acknowledged: { readonly epoch: number; readonly seq: number };
  readonly now: EpochMs;
  /** For how long rows are kept. */
  readonly days: number;
}

export function judgeCheckpoint(checkpoint: CheckpointPlace, evidence: CheckpointEvidence): CheckpointVerdict {
  const { isSigned, keptSeq, row, next, acknowledged, now, days } = evidence;
  if (!isSigned) return CheckpointVerdict.wrong;
  if (checkpoint.seq <= keptSeq) return CheckpointVerdict.older;
  if (row === undefined || row.epoch !== checkpoint.epoch || !isSame(row.hash, checkpoint.hash)) {
    return CheckpointVerdict.wrong;
  }
  const isAcknowledged = acknowledged.epoch >= row.epoch && acknowledged.seq >= row.seq;
  const isOld = row.at <= now - days * dayMs;
  const isEndOfCommand = next !== undefined && (row.commandId === null || row.commandId !== next.commandId);
  return isAcknowledged && isOld && isEndOfCommand ? CheckpointVerdict.good : CheckpointVerdict.early;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

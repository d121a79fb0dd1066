// Whether a log is whole: numbers without a gap, epochs that only rise, times that never go back, every hash that of its
// row and the one before, and everything there that the centre has acknowledged. Stops at the first fault.

import { genesisHash, type LogRow } from '@foyer/contracts/log-row.ts';
import type { Checkpoint } from '../ports/event-log.ts';
import type { Sealer } from '../ports/sealer.ts';
import { chained } from './row-text.ts';

export type ChainVerdict =
  | {
      readonly ok: true;
      readonly rows: number;
      readonly last: { readonly epoch: number; readonly seq: number } | null;
    }
  | {
      readonly ok: false;
      readonly at: { readonly epoch: number; readonly seq: number };
      readonly why: ChainFault;
    };

export const ChainFault = {
  gap: 'a row is missing before it',
  clinic: 'it belongs to another clinic',
  epoch: 'its epoch goes back',
  time: 'its time goes back',
  previous: 'it does not follow the row before it',
  hash: 'its hash is not that of its content',
  start: 'the log does not begin with the first row',
  checkpoint: 'a checkpoint stands before it, and nothing here can tell a signature of the centre from a forged one',
  truncated: 'the centre has acknowledged it, and the log ends before',
} as const;
export type ChainFault = (typeof ChainFault)[keyof typeof ChainFault];

/** What the database says beside the rows. */
export interface LogBounds {
  /** Where a pruned prefix would end. */
  readonly checkpoint: Checkpoint | undefined;
  readonly acknowledged: { readonly epoch: number; readonly seq: number };
}

export function verifyChain(
  rows: Iterable<LogRow>,
  { checkpoint, acknowledged }: LogBounds,
  sealer: Pick<Sealer, 'hash'>,
): ChainVerdict {
  if (checkpoint !== undefined) {
    return { ok: false, at: { epoch: checkpoint.epoch, seq: checkpoint.seq }, why: ChainFault.checkpoint };
  }
  let before: LogRow | undefined;
  let count = 0;
  for (const row of rows) {
    const why = before === undefined ? faultOfFirst(row) : faultAfter(before, row);
    const found = why ?? (isEqual(chained(row, row.prevHash, sealer).hash, row.hash) ? undefined : ChainFault.hash);
    if (found !== undefined) return { ok: false, at: { epoch: row.epoch, seq: row.seq }, why: found };
    before = row;
    count += 1;
  }
  const isCutOff = acknowledged.seq > (before?.seq ?? 0) || acknowledged.epoch > (before?.epoch ?? 0);
  if (isCutOff) return { ok: false, at: acknowledged, why: ChainFault.truncated };
  return {
    ok: true,
    rows: count,
    last: before === undefined ? null : { epoch: before.epoch, seq: before.seq },
  };
}

function faultOfFirst(row: LogRow): ChainFault | undefined {
  if (row.seq !== 1) return ChainFault.start;
  return isEqual(row.prevHash, genesisHash) ? undefined : ChainFault.previous;
}

function faultAfter(before: LogRow, row: LogRow): ChainFault | undefined {
  if (row.seq !== before.seq + 1) return ChainFault.gap;
  if (row.clinicId !== before.clinicId) return ChainFault.clinic;
  if (row.epoch < before.epoch) return ChainFault.epoch;
  if (row.at < before.at) return ChainFault.time;
  return isEqual(row.prevHash, before.hash) ? undefined : ChainFault.previous;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

// Whether a log is whole: numbers without a gap, epochs that only rise, times that never go back, every hash that of its
// row and the one before, and everything there that the centre has acknowledged.

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

interface FaultyPlace {
  readonly at: { readonly epoch: number; readonly seq: number };
  readonly why: ChainFault;
}

/** The first fault, or that there is none. */
export function verifyChain(rows: Iterable<LogRow>, bounds: LogBounds, sealer: Pick<Sealer, 'hash'>): ChainVerdict {
  const seen: { rows: number; last: { epoch: number; seq: number } | null } = { rows: 0, last: null };
  const counted = function* (): Generator<LogRow> {
    for (const row of rows) {
      seen.rows += 1;
      seen.last = { epoch: row.epoch, seq: row.seq };
      yield row;
    }
  };
  const first = chainFaults(counted(), bounds, sealer).next();
  return first.done === true ? { ok: true, ...seen } : { ok: false, ...first.value };
}

/** Every fault: behind one the chain is judged from the row that has it. */
export function* chainFaults(
  rows: Iterable<LogRow>,
  { checkpoint, acknowledged }: LogBounds,
  sealer: Pick<Sealer, 'hash'>,
): Generator<FaultyPlace> {
  if (checkpoint !== undefined) {
    yield { at: { epoch: checkpoint.epoch, seq: checkpoint.seq }, why: ChainFault.checkpoint };
  }
  let before: LogRow | undefined;
  for (const row of rows) {
    const why = faultOf(row, before, sealer);
    if (why !== undefined) yield { at: { epoch: row.epoch, seq: row.seq }, why };
    before = row;
  }
  const isCutOff = acknowledged.seq > (before?.seq ?? 0) || acknowledged.epoch > (before?.epoch ?? 0);
  if (isCutOff) yield { at: acknowledged, why: ChainFault.truncated };
}

/** What is wrong with a row behind the one before it; undefined: it is proven by that one. */
export function faultOf(row: LogRow, before: LogRow | undefined, sealer: Pick<Sealer, 'hash'>): ChainFault | undefined {
  const why = before === undefined ? faultOfFirst(row) : faultAfter(before, row);
  return why ?? (isEqual(chained(row, row.prevHash, sealer).hash, row.hash) ? undefined : ChainFault.hash);
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

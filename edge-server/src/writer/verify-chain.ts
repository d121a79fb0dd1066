// Whether a log is whole: numbers without a gap, epochs that only rise, times that never go back, every hash that of its
// row and the one before, and everything there that the centre has acknowledged.

import type { CheckpointPlace } from '@foyer/contracts/log-checkpoint.ts';
import { genesisHash, type LogRow } from '@foyer/contracts/log-row.ts';
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
  checkpoint: 'a checkpoint stands before it that is not proven: its signature, its base, or the row that it is of',
  truncated: 'the centre has acknowledged it, and the log ends before',
} as const;
export type ChainFault = (typeof ChainFault)[keyof typeof ChainFault];

/** What the database says beside the rows. */
export interface LogBounds {
  /** Behind which rows may be gone, and whether its signature and its base were proven. */
  readonly checkpoint: (CheckpointPlace & { readonly isProven: boolean }) | undefined;
  readonly acknowledged: { readonly epoch: number; readonly seq: number };
}

/** What is before the first row of a log that begins behind a checkpoint. */
export type ChainStart = Pick<LogRow, 'clinicId' | 'epoch' | 'seq' | 'at' | 'hash'>;

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
  const proven = checkpoint?.isProven === true ? checkpoint : undefined;
  if (checkpoint !== undefined && proven === undefined) yield { at: placeOf(checkpoint), why: ChainFault.checkpoint };
  let before: LogRow | undefined;
  for (const row of rows) {
    const why = before === undefined ? faultAtStart(row, proven, sealer) : faultOf(row, before, sealer);
    if (why !== undefined) yield { at: placeOf(row), why };
    if (proven !== undefined && row.seq === proven.seq && !isSamePlace(row, proven)) {
      yield { at: placeOf(row), why: ChainFault.checkpoint };
    }
    before = row;
  }
  const isCutOff = acknowledged.seq > (before?.seq ?? 0) || acknowledged.epoch > (before?.epoch ?? 0);
  if (isCutOff) yield { at: acknowledged, why: ChainFault.truncated };
  else if (proven !== undefined && proven.seq > (before?.seq ?? 0)) {
    yield { at: placeOf(proven), why: ChainFault.truncated };
  }
}

/** What is wrong with a row behind the one before it; undefined: it is proven by that one. */
export function faultOf(
  row: LogRow,
  before: ChainStart | undefined,
  sealer: Pick<Sealer, 'hash'>,
): ChainFault | undefined {
  const why = before === undefined ? faultOfFirst(row) : faultAfter(before, row);
  return why ?? faultOfHash(row, sealer);
}

/** The first row that is there: up to a checkpoint those behind it prove it, as its hash is in theirs. */
function faultAtStart(
  row: LogRow,
  proven: CheckpointPlace | undefined,
  sealer: Pick<Sealer, 'hash'>,
): ChainFault | undefined {
  if (proven === undefined || row.seq > proven.seq + 1) return faultOf(row, undefined, sealer);
  if (row.seq <= proven.seq) return faultOfHash(row, sealer);
  return isEqual(row.prevHash, proven.hash) ? faultOfHash(row, sealer) : ChainFault.previous;
}

function faultOfHash(row: LogRow, sealer: Pick<Sealer, 'hash'>): ChainFault | undefined {
  return isEqual(chained(row, row.prevHash, sealer).hash, row.hash) ? undefined : ChainFault.hash;
}

function placeOf({ epoch, seq }: { readonly epoch: number; readonly seq: number }): FaultyPlace['at'] {
  return { epoch, seq };
}

function isSamePlace(row: LogRow, { epoch, hash }: CheckpointPlace): boolean {
  return row.epoch === epoch && isEqual(row.hash, hash);
}

function faultOfFirst(row: LogRow): ChainFault | undefined {
  if (row.seq !== 1) return ChainFault.start;
  return isEqual(row.prevHash, genesisHash) ? undefined : ChainFault.previous;
}

function faultAfter(before: ChainStart, row: LogRow): ChainFault | undefined {
  if (row.seq !== before.seq + 1) return ChainFault.gap;
  if (row.clinicId !== before.clinicId) return ChainFault.clinic;
  if (row.epoch < before.epoch) return ChainFault.epoch;
  if (row.at < before.at) return ChainFault.time;
  return isEqual(row.prevHash, before.hash) ? undefined : ChainFault.previous;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

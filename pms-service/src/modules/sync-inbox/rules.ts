// Where a batch stands against what the centre holds. Pure; the hashes of rows in question come in as an argument.
// 1. Rows are taken in order: what would leave a gap is refused with the number that is expected.
// 2. A row that is held already is the same row or a fork.
// 3. A later epoch begins with `v1.EpochBegun` behind a row that is held; an ended epoch takes no new rows.

import type { InboxHead } from './types.ts';

export interface LogPlace {
  readonly epoch: number;
  readonly seq: number;
}

export interface OfferedBatch {
  readonly epoch: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The epoch that a first row `v1.EpochBegun` names. */
  readonly previousEpoch: number | undefined;
}

export type Placement =
  | { readonly kind: 'gap'; readonly expected: LogPlace }
  | { readonly kind: 'ended-epoch'; readonly at: LogPlace }
  /** Follows `after`, whose hash must be the batch's `prevHash`; null when nothing is before it. */
  | { readonly kind: 'follows'; readonly after: LogPlace | null }
  /** The rows up to `heldUntil` are held; the rest, if any, follows them. */
  | { readonly kind: 'overlaps'; readonly heldUntil: number };

export function placeBatch(head: InboxHead, batch: OfferedBatch): Placement {
  const isEmpty = head.seq === 0;
  const expected = { epoch: Math.max(head.epoch, 1), seq: head.seq + 1 };
  if (isEmpty) {
    return batch.epoch === 1 && batch.firstSeq === 1 ? { kind: 'follows', after: null } : { kind: 'gap', expected };
  }
  if (batch.epoch < head.epoch) return { kind: 'ended-epoch', at: { epoch: batch.epoch, seq: batch.firstSeq } };
  if (batch.epoch > head.epoch) {
    if (batch.previousEpoch === undefined) return { kind: 'gap', expected };
    return { kind: 'follows', after: { epoch: batch.previousEpoch, seq: batch.firstSeq - 1 } };
  }
  if (batch.firstSeq > head.seq + 1) return { kind: 'gap', expected };
  if (batch.firstSeq === head.seq + 1) return { kind: 'follows', after: { epoch: head.epoch, seq: head.seq } };
  return { kind: 'overlaps', heldUntil: Math.min(head.seq, batch.lastSeq) };
}

export function isAtMost(a: LogPlace, b: LogPlace): boolean {
  return a.epoch < b.epoch || (a.epoch === b.epoch && a.seq <= b.seq);
}

/** The epoch whose row of this number is the clinic's: the last of those that had begun by then. `begun` are their first rows. */
export function ownerOf(begun: readonly LogPlace[], seq: number): number {
  return begun.filter((first) => first.seq <= seq).at(-1)?.epoch ?? 0;
}

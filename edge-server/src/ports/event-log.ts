// The append-only log, over the writer's own connection: synchronous, inside the transaction that is open.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface EventLog {
  /** The newest row; undefined before the first. */
  last(): LogRow | undefined;
  append(row: LogRow): void;
  /** Rows after this number, in order. */
  after(seq: number, limit: number): readonly LogRow[];
}

/** Wrapped keys of subjects. A key that was destroyed is gone for good: its subject never gets another. */
export interface SubjectKeys {
  find(subjectId: string): Uint8Array | 'destroyed' | undefined;
  /** At most so many of those that were not destroyed. */
  some(limit: number): readonly { readonly subjectId: string; readonly wrapped: Uint8Array }[];
  add(subjectId: string, wrapped: Uint8Array): void;
  destroy(subjectId: string): void;
}

/** The end of a prefix that may be gone, signed by the centre that holds it. */
export interface Checkpoint {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly signature: Uint8Array;
  /** Of its base: what the log said up to there. */
  readonly parts: number;
  /** By this box's clock. */
  readonly keptAt: EpochMs;
}

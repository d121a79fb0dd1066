// What it takes to let go of the log behind a checkpoint: a base that is made beside the writer, and the writer, which
// keeps it part by part, judges the checkpoint, and takes rows away.

import type { CheckpointPlace } from '@foyer/contracts/log-checkpoint.ts';

/** A part of a base that has no checkpoint yet. */
export interface BasePart {
  /** Of its checkpoint. */
  readonly seq: number;
  readonly part: number;
  readonly sealed: Uint8Array;
  /** The last row of the log when it was made. */
  readonly asOf: number;
}

/** A checkpoint as the centre gave it, once its base is there. */
export interface OfferedCheckpoint extends CheckpointPlace {
  readonly signature: Uint8Array;
  /** Of its base; 0: none was made. */
  readonly parts: number;
  readonly asOf: number;
  /** For how long rows are kept. */
  readonly days: number;
}

export interface PruneOrder {
  /** So many at most. */
  readonly rows: number;
  readonly days: number;
}

export interface LogPruner {
  keepBasePart(part: BasePart): Promise<void>;
  /** Rejects with `checkpoint-refused`, and a person is told, where it is not the centre's word on this log. */
  keepCheckpoint(offered: OfferedCheckpoint): Promise<void>;
  prune(order: PruneOrder): Promise<void>;
}

/** A base that was made beside the edge. */
export interface MadeBase {
  readonly parts: readonly Uint8Array[];
  readonly asOf: number;
}

// What was answered before, so that a repeated command is a repeat. Answers of accepted commands are a projection of the
// log; refusals are kept beside it.

import type { EpochMs } from '@foyer/contracts/time.ts';

export interface RememberedAnswer {
  readonly actor: string;
  /** Absent after a rebuild: then the actor alone tells. */
  readonly bodyHash: Uint8Array | null;
  readonly status: number;
  /** The answer as JSON. */
  readonly answer: string;
}

export interface RefusalRow {
  readonly at: EpochMs;
  readonly actor: string;
  readonly command: string;
  readonly commandId: string;
  readonly code: string;
  readonly status: number;
  readonly bodyHash: Uint8Array;
  readonly answer: string;
}

export interface CommandMemory {
  /** The first answer that this id got, accepted before refused. */
  recall(commandId: string): RememberedAnswer | undefined;
  refused(refusal: RefusalRow): void;
}

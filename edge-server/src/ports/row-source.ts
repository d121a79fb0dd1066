// Where rows of the clinic's own log are had again: the centre, or a copy. What it gives is believed as far as the chain
// proves it.

import type { LogRow } from '@foyer/contracts/log-row.ts';

export interface RowPlace {
  readonly epoch: number;
  readonly seq: number;
}

export interface WrappedKey {
  readonly subjectId: string;
  readonly wrapped: Uint8Array;
}

export interface RowSource {
  /** Behind this row, in the order of the log and over epochs, as far as there are any. */
  rowsAfter(place: RowPlace): AsyncIterable<LogRow>;
  /** Those that it has of these subjects; a key that was destroyed is none. */
  keysOf(subjectIds: readonly string[]): Promise<readonly WrappedKey[]>;
}

/** Nobody else has any of it. */
export const noRowSource: RowSource = {
  async *rowsAfter() {},
  keysOf: async () => [],
};

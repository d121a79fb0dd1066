// The end of a prefix of a clinic's log that the centre holds whole, and has held for 30 days by its own clock: behind it
// an edge may let go of its rows. The signature is by the clinic's key at the centre, whose public half the feed brings.
// What is signed begins with a length, so that it is no check-in code (01 to 03). Source: docs/protocol.md, ADR 0023.

import Type, { type Static } from 'typebox';
import { frames } from './log-row.ts';

const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' });

export const LogCheckpoint = Type.Object({
  epoch: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  /** Of that row. */
  hash: Base64,
  /** Ed25519, 64 bytes. */
  signature: Base64,
});
export type LogCheckpoint = Static<typeof LogCheckpoint>;

/** `GET /sync/v1/checkpoint?days=D`: of rows that were received so many days ago; null: there is none yet. */
export interface CheckpointAnswer {
  readonly checkpoint: LogCheckpoint | null;
}

/** The fewest days for which the centre has held what may go. */
export const fewestDaysHeld = 30;
export const mostDaysHeld = 36_500;

export interface CheckpointPlace {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** The bytes that are signed: one clinic's, one epoch's, one row's. */
export function checkpointMessage(clinicId: string, { epoch, seq, hash }: CheckpointPlace): Uint8Array {
  return frames(['foyer log checkpoint 1', clinicId, epoch, seq, hash]);
}

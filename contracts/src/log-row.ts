// One row of the sealed log, and the bytes its hash and its seal are made over. Frozen by the first row a clinic
// writes. A frame is a 4-byte big-endian length and the bytes; NULL is FFFFFFFF alone. Source: docs/protocol.md, ADR 0002.

import type { ClinicId, CommandId, EventId, SubjectId } from './ids.ts';
import type { Actor } from './roles.ts';
import type { BusinessDay, EpochMs } from './time.ts';

export interface LogRow {
  readonly clinicId: ClinicId;
  readonly epoch: number;
  readonly seq: number;
  readonly id: EventId;
  /** A versioned fact in the past tense, such as `v1.TicketIssued`. */
  readonly type: string;
  /** Never goes back along the log. */
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
  readonly actor: Actor;
  /** Null for what the system itself found out. */
  readonly commandId: CommandId | null;
  /** JSON text, hashed and stored exactly as written; names nobody. */
  readonly body: string;
  readonly subjectId: SubjectId | null;
  /** Version byte 01, 12-byte nonce, ciphertext, 16-byte tag. */
  readonly sealed: Uint8Array | null;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** A row before it is chained. */
export type UnchainedRow = Omit<LogRow, 'prevHash' | 'hash'>;

/** What the first row of epoch 1 has before it. */
export const genesisHash: Uint8Array = new Uint8Array(32);

declare const TextEncoder: new () => { encodeInto(text: string, into: Uint8Array): { readonly written: number } };
const encoder = new TextEncoder();

type FrameValue = string | number | Uint8Array | null;

/** The bytes whose SHA-256 is the row's hash. */
export function hashInput(row: UnchainedRow, prevHash: Uint8Array): Uint8Array {
  return frames([
    prevHash,
    row.clinicId,
    row.epoch,
    row.seq,
    row.id,
    row.type,
    row.at,
    row.businessDay,
    row.actor,
    row.commandId,
    row.body,
    row.subjectId,
    row.sealed,
  ]);
}

/** The associated data of a row's seal: a ciphertext moved to another row does not open. */
export function sealAssociatedData(
  row: Pick<LogRow, 'clinicId' | 'epoch' | 'seq' | 'id' | 'type' | 'subjectId'>,
): Uint8Array {
  return frames([row.clinicId, row.epoch, row.seq, row.id, row.type, row.subjectId]);
}

/** The associated data of a subject's wrapped key: one subject's key does not open as another's. */
export function keyAssociatedData(clinicId: ClinicId, subjectId: SubjectId): Uint8Array {
  return frames([clinicId, subjectId]);
}

/** Frames one after the other: integers as decimal ASCII, texts as UTF-8, bytes as they are. */
export function frames(values: readonly FrameValue[]): Uint8Array {
  const parts = values.map((value) => (typeof value === 'number' ? String(value) : value));
  // A UTF-16 unit becomes at most three bytes.
  const room = parts.reduce(
    (sum, part) => sum + 4 + (typeof part === 'string' ? 3 * part.length : (part?.length ?? 0)),
    0,
  );
  const out = new Uint8Array(room);
  const view = new DataView(out.buffer);
  let at = 0;
  for (const part of parts) {
    const begin = at + 4;
    if (part === null) {
      view.setUint32(at, 0xffff_ffff);
      at = begin;
      continue;
    }
    const length = typeof part === 'string' ? encoder.encodeInto(part, out.subarray(begin)).written : part.length;
    if (typeof part !== 'string') out.set(part, begin);
    view.setUint32(at, length);
    at = begin + length;
  }
  return out.subarray(0, at);
}

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

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

type FrameValue = string | number | Uint8Array | null;

/** The bytes whose SHA-256 is the row's hash. */
export function hashInput(row: UnchainedRow, prevHash: Uint8Array): Uint8Array {
  return frames([
    prevHash, row.clinicId, row.epoch, row.seq, row.id, row.type, row.at, row.businessDay, row.actor,
    row.commandId, row.body, row.subjectId, row.sealed,
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
  const encoder = new TextEncoder();
  const parts = values.map((value) =>
    value === null || value instanceof Uint8Array ? value : encoder.encode(String(value)),
  );
  const out = new Uint8Array(parts.reduce((sum, part) => sum + 4 + (part?.length ?? 0), 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part === null ? 0xffff_ffff : part.length);
    at += 4;
    if (part === null) continue;
    out.set(part, at);
    at += part.length;
  }
  return out;
}

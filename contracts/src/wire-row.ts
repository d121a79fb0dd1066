// A row of the log as it goes over the wire and into a copy, and back. Each side brings its own base64.

import type { LogRow } from './log-row.ts';
import type { Actor } from './roles.ts';
import type { WireRow } from './sync-protocol.ts';

/** Rows of one epoch, contiguous. */
export interface WireRun {
  readonly clinicId: string;
  readonly epoch: number;
  /** Of the row before the first one. */
  readonly prevHash: string;
  readonly rows: readonly WireRow[];
}

export function toWire(row: LogRow, base64: (bytes: Uint8Array) => string): WireRow {
  return [
    row.seq,
    row.id,
    row.type,
    row.at,
    row.businessDay,
    row.actor,
    row.commandId,
    row.body,
    row.subjectId,
    row.sealed === null ? null : base64(row.sealed),
    base64(row.hash),
  ];
}

/** Each with the hash of the one before it; nothing is checked. */
export function fromWire(run: WireRun, bytes: (base64: string) => Uint8Array): readonly LogRow[] {
  let prevHash = bytes(run.prevHash);
  return run.rows.map(([seq, id, type, at, businessDay, actor, commandId, body, subjectId, sealed, hash]) => {
    const row: LogRow = {
      clinicId: run.clinicId,
      epoch: run.epoch,
      seq,
      id,
      type,
      at,
      businessDay,
      actor: actor as Actor,
      commandId,
      body,
      subjectId,
      sealed: sealed === null ? null : bytes(sealed),
      prevHash,
      hash: bytes(hash),
    };
    prevHash = row.hash;
    return row;
  });
}

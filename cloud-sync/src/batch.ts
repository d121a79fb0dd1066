// A run of log rows as one batch on the wire, and back.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import { protocolVersion } from '@foyer/contracts/relay-line.ts';
import type { UpBatch, WireKey, WireRow } from '@foyer/contracts/sync-protocol.ts';
import type { Actor } from '@foyer/contracts/roles.ts';

/** Rows of one epoch, contiguous; the caller cuts at the first row of another epoch (`sameEpoch`). */
export function toBatch(rows: readonly LogRow[], keys: readonly WireKey[]): UpBatch {
  const [first] = rows;
  if (first === undefined) throw new Error('a batch has at least one row');
  return {
    version: protocolVersion,
    clinicId: first.clinicId,
    epoch: first.epoch,
    prevHash: base64(first.prevHash),
    rows: rows.map(toWire),
    keys: [...keys],
  };
}

/** The rows from the first one on that are of its epoch. */
export function sameEpoch(rows: readonly LogRow[]): readonly LogRow[] {
  const end = rows.findIndex((row) => row.epoch !== rows[0]?.epoch);
  return end === -1 ? rows : rows.slice(0, end);
}

export function toWire(row: LogRow): WireRow {
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

/** The rows of a batch, each with the hash of the one before it. */
export function fromBatch(batch: UpBatch): readonly LogRow[] {
  let prevHash = bytes(batch.prevHash);
  return batch.rows.map(([seq, id, type, at, businessDay, actor, commandId, body, subjectId, sealed, hash]) => {
    const row: LogRow = {
      clinicId: batch.clinicId,
      epoch: batch.epoch,
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

export function base64(value: Uint8Array): string {
  let text = '';
  for (let at = 0; at < value.length; at += 8192) text += String.fromCharCode(...value.subarray(at, at + 8192));
  return btoa(text);
}

export function bytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

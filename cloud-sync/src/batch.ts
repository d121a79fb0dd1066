// A run of log rows as one batch on the wire, and back.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import { protocolVersion } from '@foyer/contracts/relay-line.ts';
import type { UpBatch, WireKey } from '@foyer/contracts/sync-protocol.ts';
import { fromWire, toWire } from '@foyer/contracts/wire-row.ts';

/** Rows of one epoch, contiguous; the caller cuts at the first row of another epoch (`sameEpoch`). */
export function toBatch(rows: readonly LogRow[], keys: readonly WireKey[]): UpBatch {
  const [first] = rows;
  if (first === undefined) throw new Error('a batch has at least one row');
  return {
    version: protocolVersion,
    clinicId: first.clinicId,
    epoch: first.epoch,
    prevHash: base64(first.prevHash),
    rows: rows.map((row) => toWire(row, base64)),
    keys: [...keys],
  };
}

/** The rows from the first one on that are of its epoch. */
export function sameEpoch(rows: readonly LogRow[]): readonly LogRow[] {
  const end = rows.findIndex((row) => row.epoch !== rows[0]?.epoch);
  return end === -1 ? rows : rows.slice(0, end);
}

/** The rows of a batch, each with the hash of the one before it. */
export function fromBatch(batch: UpBatch): readonly LogRow[] {
  return fromWire(batch, bytes);
}

export function base64(value: Uint8Array): string {
  let text = '';
  for (let at = 0; at < value.length; at += 8192) text += String.fromCharCode(...value.subarray(at, at + 8192));
  return btoa(text);
}

export function bytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

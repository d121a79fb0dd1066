/** The hash of a row, made anew from what a side holds of it. Source: docs/protocol.md, "The log". */
import { createHash } from 'node:crypto';
import type { HeldRow } from './sides.ts';

export function hashOf(row: HeldRow): Buffer {
  const hash = createHash('sha256');
  for (const value of [
    row.prevHash,
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
  ])
    hash.update(frame(value));
  return hash.digest();
}

function frame(value: string | number | Uint8Array | null): Buffer {
  if (value === null) return Buffer.from('ffffffff', 'hex');
  const bytes = Buffer.from(typeof value === 'number' ? String(value) : value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

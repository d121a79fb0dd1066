// From rows to facts: the chain is checked, the body read, the seal opened. A row that does not read is a dead letter;
// a chain that does not hold stops the whole batch.

import { readEventBody, readSealedContent } from '@foyer/contracts/event-reader.ts';
import type { SealedContent } from '@foyer/contracts/events.ts';
import { hashInput, sealAssociatedData, type LogRow } from '@foyer/contracts/log-row.ts';
import type { UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { fromWire } from '@foyer/contracts/wire-row.ts';
import type { DeadLetter, InboxFact } from '../facts/types.ts';
import { open, sha256 } from '../seal.ts';
import { storable } from './storable.ts';

/** The rows of a batch, each with the hash of the one before it. */
export function readRows(batch: UpBatch): readonly LogRow[] {
  return fromWire(batch, (base64) => Buffer.from(base64, 'base64'));
}

/** The number of the first row whose hash or number does not follow; undefined when all do. */
export function findBrokenLink(rows: readonly LogRow[]): number | undefined {
  const [first] = rows;
  return rows.find((row, index) => {
    const follows = row.seq === (first?.seq ?? 0) + index;
    return !follows || !sha256(hashInput(row, row.prevHash)).equals(row.hash);
  })?.seq;
}

export type ReadBody = ReturnType<typeof readEventBody>;

/** What the rows say in the clear, each in its place. */
export function readBodies(rows: readonly LogRow[]): readonly ReadBody[] {
  return rows.map(({ type, body }) => readEventBody(type, body));
}

/** `bodies`: where they were read already. */
export function readFacts(
  rows: readonly LogRow[],
  keys: ReadonlyMap<string, Uint8Array>,
  bodies: readonly ReadBody[] = readBodies(rows),
): { readonly facts: readonly InboxFact[]; readonly dead: readonly DeadLetter[] } {
  const facts: InboxFact[] = [];
  const dead: DeadLetter[] = [];
  for (const [index, row] of rows.entries()) {
    const read = bodies[index]!;
    const sealed = openSeal(row, keys);
    if (!read.ok) dead.push({ epoch: row.epoch, seq: row.seq, reason: read.code });
    else if (sealed === 'does-not-open') dead.push({ epoch: row.epoch, seq: row.seq, reason: 'seal-does-not-open' });
    else {
      const { epoch, seq, id, at, businessDay, actor, subjectId } = row;
      facts.push({
        epoch,
        seq,
        id,
        at,
        businessDay,
        actor,
        subjectId,
        type: read.type,
        body: read.body,
        sealed,
      } as InboxFact);
    }
  }
  return { facts, dead };
}

function openSeal(
  row: LogRow,
  keys: ReadonlyMap<string, Uint8Array>,
): SealedContent | null | undefined | 'does-not-open' {
  if (row.sealed === null) return undefined;
  const key = keys.get(row.subjectId ?? '');
  if (key === undefined) return null;
  const plain = open(key, row.sealed, sealAssociatedData(row));
  const content = plain && readSealedContent(Buffer.from(plain).toString('utf8'));
  return content === undefined ? 'does-not-open' : storable(content);
}

// A fact as a row and back: the body and the seal as text, the seal closed and opened in its place.

import type { EventType, Fact, SealedContent } from '@foyer/contracts/events.ts';
import { hashInput, sealAssociatedData, type LogRow, type UnchainedRow } from '@foyer/contracts/log-row.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { FoldedRow } from './fold.ts';
import type { SubjectKeyring } from './subject-keyring.ts';

export function chained(row: UnchainedRow, prevHash: Uint8Array, sealer: Pick<Sealer, 'hash'>): LogRow {
  return { ...row, prevHash, hash: sealer.hash(hashInput(row, prevHash)) };
}

export function sealedContent(
  content: SealedContent,
  place: Pick<LogRow, 'clinicId' | 'epoch' | 'seq' | 'id' | 'type' | 'subjectId'>,
  key: Uint8Array,
  sealer: Pick<Sealer, 'seal'>,
): Uint8Array {
  return sealer.seal(key, sealAssociatedData(place), JSON.stringify(content));
}

/** The row as the fold takes it; `keyIsGone` when it is sealed and nothing opens it any more. */
export function toFoldedRow(row: LogRow, keyring: SubjectKeyring, sealer: Pick<Sealer, 'open'>): FoldedRow {
  const { clinicId, epoch, seq, at, businessDay, actor, sealed, subjectId } = row;
  const key = sealed === null || subjectId === null ? undefined : keyring.find(clinicId, subjectId);
  const opened = key === undefined || sealed === null ? undefined : sealer.open(key, sealAssociatedData(row), sealed);
  return {
    clinicId,
    epoch,
    seq,
    at,
    businessDay,
    actor,
    body: JSON.parse(row.body) as Fact['body'],
    type: row.type as EventType,
    ...(subjectId === null ? {} : { subjectId }),
    ...(opened === undefined ? {} : { sealed: JSON.parse(opened) as SealedContent }),
    keyIsGone: sealed !== null && key === undefined,
  } as FoldedRow;
}

// Where a repair has rows from: the centre, over the relay's line and credential, or a copy of the log in a folder.

import { readFileSync } from 'node:fs';
import { AppError } from '@foyer/contracts/app-error.ts';
import { bytes, fromBatch } from '@foyer/cloud-sync/batch.ts';
import { HttpTransport } from '@foyer/cloud-sync/transport/http-transport.ts';
import type { HeldRows } from '@foyer/contracts/sync-protocol.ts';
import { forgetNotes, type LogEnd, notedLogEnd } from './adapters/box-files/log-notes.ts';
import { FolderStore } from './adapters/copies/folder-store.ts';
import { CopyReader } from './adapters/copies/read-copy.ts';
import { readRecoveryKey } from './adapters/copies/recovery-seal.ts';
import type { dataFiles } from './config/data-files.ts';
import { noRowSource, type RowPlace, type RowSource, type WrappedKey } from './ports/row-source.ts';

/** What the centre gives back; a page of it tells where the next epoch begins. */
export interface RowsOfCentre {
  heldRows(from: RowPlace, signal: AbortSignal): Promise<HeldRows>;
}

type Files = ReturnType<typeof dataFiles>;

/** `centre`, the folder of a copy, whose recovery key is read from the standard input, or nothing. */
export function sourceNamed(
  from: string | undefined,
  { url, tokenFile }: { readonly url: string; readonly tokenFile: string },
): RowSource {
  if (from === undefined) return noRowSource;
  if (from === 'centre') {
    if (url === '' || tokenFile === '') throw new AppError('configuration-invalid', { setting: 'FOYER_PMS_URL' });
    return rowsOfCentre(new HttpTransport({ url, token: () => readFileSync(tokenFile, 'utf8').trim() }));
  }
  const key = readRecoveryKey(readFileSync(0, 'utf8'));
  if (key === undefined) throw new AppError('configuration-invalid', { setting: 'recovery key' });
  return rowsOfCopy(from, key);
}

/** How far the log was once. */
export function endBeside({ logEnd }: Files): LogEnd | undefined {
  return notedLogEnd(logEnd);
}

/** Another log is in its place now. */
export function forgetBeside({ logEnd, found }: Files): void {
  forgetNotes(logEnd, found);
}

/** Page by page, over epochs: of an epoch that another went on from, what it wrote behind that is not the clinic's. */
export async function* heldPages(centre: RowsOfCentre, { epoch, seq }: RowPlace): AsyncGenerator<HeldRows> {
  const { signal } = new AbortController();
  let from = { epoch, seq: seq + 1 };
  for (;;) {
    const page = await centre.heldRows(from, signal);
    const { next } = page;
    const rows = page.rows.filter(([number]) => next === undefined || number < next.seq);
    if (rows.length > 0) yield { ...page, rows };
    const last = page.rows.at(-1)?.[0];
    if (last !== undefined && rows.length === page.rows.length) from = { epoch: from.epoch, seq: last + 1 };
    else if (next !== undefined) from = { ...next };
    else return;
  }
}

export function rowsOfCentre(centre: RowsOfCentre): RowSource {
  return {
    async *rowsAfter(place) {
      for await (const page of heldPages(centre, place)) yield* fromBatch(page);
    },
    async keysOf(subjectIds) {
      const wanted = new Set(subjectIds);
      const keys = new Map<string, WrappedKey>();
      for await (const page of heldPages(centre, { epoch: 1, seq: 0 })) {
        for (const { subjectId, wrapped } of page.keys) {
          if (wanted.has(subjectId)) keys.set(subjectId, { subjectId, wrapped: bytes(wrapped) });
        }
        if (keys.size === wanted.size) break;
      }
      return [...keys.values()];
    },
  };
}

function rowsOfCopy(folder: string, recoveryKey: Uint8Array): RowSource {
  const copy = new CopyReader(new FolderStore({ folder }), recoveryKey);
  return {
    rowsAfter: ({ seq }) => copy.rowsAfter(seq),
    async keysOf(subjectIds) {
      const wanted = new Set(subjectIds);
      const keys = new Map<string, Uint8Array | null>();
      for await (const { keys: copied } of copy.beside()) {
        for (const { subjectId, wrapped } of copied) if (wanted.has(subjectId)) keys.set(subjectId, wrapped);
      }
      return [...keys].flatMap(([subjectId, wrapped]) => (wrapped === null ? [] : [{ subjectId, wrapped }]));
    },
  };
}

// A copy of the log outside this machine's disk: its rows as they were written, and beside them what no row holds. All of
// it is sealed for the recovery key before it leaves; whoever keeps it sees numbers and lengths. Source: ADR 0019.

import type { CopyPlace } from '@foyer/contracts/box-health.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { StoredRecordView } from './read-model.ts';

/** The last row that a copy has. */
export interface CopyEnd {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** `wrapped` is null where the key was destroyed. */
export interface CopiedKey {
  readonly subjectId: string;
  readonly wrapped: Uint8Array | null;
}

/** What grows beside the log, row by row. */
export interface Beside {
  readonly keys: readonly CopiedKey[];
  readonly views: readonly StoredRecordView[];
}

/** What is kept whole beside the log, and copied anew when it has changed. */
export const copiedParts = ['box', 'reference'] as const;
export type CopiedPart = (typeof copiedParts)[number];

/** A row of a table: blobs as bytes. */
export type CopiedValue = string | number | null | Uint8Array;
export type CopiedLine =
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly values: readonly CopiedValue[] }
  /** A file of the data folder, kept in the copy under another name. */
  | { readonly file: string; readonly mode: number; readonly stored: string };

/** A file of the data folder that goes with the log. */
export interface CopiedFile {
  readonly path: string;
  readonly mode: number;
  readonly bytes: number;
  /** Another one where its content is another. */
  readonly mark: string;
}

/**
 * One copy. Whatever resolves is on the disk of its place. Throws `copy-not-reached` where that is away, `edge-replaced`
 * where another box has gone on in a later epoch than this one's.
 */
export interface LogCopy {
  readonly place: CopyPlace;
  /** Looks anew at what is there; undefined: nothing yet. */
  end(): Promise<CopyEnd | undefined>;
  /** Throws `edge-replaced` where the copy goes on in an epoch behind this one. */
  look(epoch: number): Promise<void>;
  /** Of one epoch, contiguous. */
  appendRows(rows: readonly LogRow[]): Promise<void>;
  appendBeside(beside: Beside): Promise<void>;
  /** All of it, in the place of all that was there. */
  putBeside(all: AsyncIterable<Beside>): Promise<void>;
  putPart(part: CopiedPart, lines: AsyncIterable<readonly CopiedLine[]>): Promise<void>;
  /** Under which name a file is or will be kept; `content` is asked for where it is not there yet. */
  putFile(file: CopiedFile, content: () => AsyncIterable<Uint8Array>): Promise<string>;
  /** Lets go of files that are not named. */
  keepFiles(stored: readonly string[]): Promise<void>;
}

/** What lies beside the log, read while the edge writes. */
export interface CopySource {
  /** Another one after each commit of whoever writes. */
  version(): number;
  keysOf(subjectIds: readonly string[]): readonly CopiedKey[];
  viewsAfter(number: number, limit: number): readonly StoredRecordView[];
  /** All of it as of one moment, in pieces. */
  beside(): AsyncGenerator<Beside>;
  part(part: CopiedPart): AsyncGenerator<readonly CopiedLine[]>;
  files(): readonly CopiedFile[];
  content(file: CopiedFile): AsyncIterable<Uint8Array>;
}

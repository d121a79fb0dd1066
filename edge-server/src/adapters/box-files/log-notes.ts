// Two notes beside the database, each a small file: the last row that was committed, and what a check found. A log that was
// cut off at a row's end is whole in itself; only what is kept elsewhere tells. One that cannot be read says nothing.

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export interface LogEnd {
  readonly epoch: number;
  readonly seq: number;
}

/** Not synced: it is never ahead of what was, and a power cut may take it back. */
export function noteLogEnd(path: string, { epoch, seq }: LogEnd): void {
  writeNote(path, { epoch, seq });
}

export function notedLogEnd(path: string): LogEnd | undefined {
  const { epoch, seq } = (readNote(path) ?? {}) as { readonly [name: string]: unknown };
  return isCount(epoch) && isCount(seq) ? { epoch, seq } : undefined;
}

export function noteFound(path: string, codes: readonly string[]): void {
  if (codes.length === 0) forgetNotes(path);
  else writeNote(path, { codes });
}

export function notedFound(path: string): readonly string[] {
  const { codes } = (readNote(path) ?? {}) as { readonly codes?: unknown };
  return Array.isArray(codes) ? codes.map(String) : [];
}

/** After a person has brought another log into its place. */
export function forgetNotes(...paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true });
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function writeNote(path: string, note: object): void {
  writeFileSync(`${path}.part`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

function readNote(path: string): object | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof note === 'object' && note !== null ? note : undefined;
  } catch {
    return undefined;
  }
}

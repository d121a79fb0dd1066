// What a copy calls its files. Names alone say which epoch is the latest, so that a place that can read nothing can still
// refuse a box that was replaced.

import { randomBytes } from 'node:crypto';

const suffix = '.foyer-copy';
const name = /^(rows-\d{10}-\d{16}|beside-\d{16}|(box|reference)-\d{16}|file-[0-9a-f]{32})(-[0-9a-f]{8})?\.foyer-copy$/;

export type CopyFileKind = 'rows' | 'beside' | 'box' | 'reference' | 'file';

/** A path, and anything else that is no name of ours, is none. */
export function isCopyName(text: string): boolean {
  return name.test(text);
}

export function kindOf(file: string): CopyFileKind {
  return file.slice(0, file.indexOf('-')) as CopyFileKind;
}

/** By which rows sort in the order of the log, and the others by age. */
export function rowsName(epoch: number, firstSeq: number): string {
  return `rows-${String(epoch).padStart(10, '0')}-${String(firstSeq).padStart(16, '0')}-${unique()}${suffix}`;
}
export function datedName(kind: 'beside' | 'box' | 'reference', at: number): string {
  return `${kind}-${String(at).padStart(16, '0')}-${unique()}${suffix}`;
}
export function fileName(digest: string): string {
  return `file-${digest.slice(0, 32)}${suffix}`;
}

/** Undefined of a file that holds no rows. */
export function epochOf(file: string): number | undefined {
  return kindOf(file) === 'rows' ? Number(file.split('-')[1]) : undefined;
}

/** Of all names of a copy; 0 where it has no row. */
export function latestEpoch(files: readonly string[]): number {
  return Math.max(0, ...files.map((file) => epochOf(file) ?? 0));
}

function unique(): string {
  return randomBytes(4).toString('hex');
}

// What the frames of a copy hold, as JSON: rows as the relay sends them, what lies beside the log, and lines of tables.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import { fromWire, toWire, type WireRun } from '@foyer/contracts/wire-row.ts';
import type { Beside, CopiedLine, CopiedValue } from '../../ports/log-copy.ts';
import type { StoredRecordView } from '../../ports/read-model.ts';

/** The epoch is its frame's. */
type RowsContent = Omit<WireRun, 'epoch'>;

/** Rows of one epoch, contiguous. */
export function rowsContent(rows: readonly LogRow[]): Buffer {
  const content: RowsContent = {
    clinicId: rows[0]!.clinicId,
    prevHash: text(rows[0]!.prevHash),
    rows: rows.map((row) => toWire(row, text)),
  };
  return Buffer.from(JSON.stringify(content));
}

export function rowsOf(plain: Buffer, epoch: number): readonly LogRow[] {
  const content = JSON.parse(plain.toString()) as RowsContent;
  return fromWire({ ...content, epoch }, bytes);
}

interface BesideContent {
  readonly keys: readonly (readonly [string, string | null])[];
  readonly views: readonly StoredRecordView[];
}

export function besideContent({ keys, views }: Beside): Buffer {
  const content: BesideContent = {
    keys: keys.map(({ subjectId, wrapped }) => [subjectId, wrapped === null ? null : text(wrapped)]),
    views,
  };
  return Buffer.from(JSON.stringify(content));
}

export function besideOf(plain: Buffer): Beside {
  const { keys, views } = JSON.parse(plain.toString()) as BesideContent;
  const opened = keys.map(([subjectId, wrapped]) => ({ subjectId, wrapped: wrapped === null ? null : bytes(wrapped) }));
  return { keys: opened, views };
}

type WrittenValue = string | number | null | { readonly blob: string };

export function linesContent(lines: readonly CopiedLine[]): Buffer {
  const written = lines.map((line) => ('values' in line ? { values: line.values.map(writtenValue) } : line));
  return Buffer.from(JSON.stringify(written));
}

export function linesOf(plain: Buffer): readonly CopiedLine[] {
  type Written = Exclude<CopiedLine, { readonly values: unknown }> | { readonly values: readonly WrittenValue[] };
  const written = JSON.parse(plain.toString()) as readonly Written[];
  return written.map((line) => ('values' in line ? { values: line.values.map(readValue) } : line));
}

function writtenValue(value: CopiedValue): WrittenValue {
  return value instanceof Uint8Array ? { blob: text(value) } : value;
}

function readValue(value: WrittenValue): CopiedValue {
  return typeof value === 'object' && value !== null ? bytes(value.blob) : value;
}

function text(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64');
}

function bytes(value: string): Uint8Array {
  return new Uint8Array(Buffer.from(value, 'base64'));
}

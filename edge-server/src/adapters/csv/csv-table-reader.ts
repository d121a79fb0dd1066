// A table from separated values. It is read in pieces, and others have their turn between them: a million rows are
// refused by the first too many, and nobody at a kiosk has noticed.

import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadTable, TableReader } from '../../ports/table-reader.ts';
import { decodeText } from './decode-text.ts';
import { findDelimiter } from './find-delimiter.ts';

const pieceBytes = 64 * 1024;
/** One whose quote is never closed would be the rest of the file. */
const mostRowBytes = 16 * 1024;
/** Spreadsheets write rows of nothing but separators behind what is filled in. */
const emptyRowsToOne = 10;

export class CsvTableReader implements TableReader {
  async read(table: Uint8Array | string, mostRows: number): Promise<ReadTable> {
    const text = typeof table === 'string' ? table : decodeText(table);
    if (text === undefined) return { ok: false, code: 'table-unreadable' };
    const rows: { line: number; cells: string[] }[] = [];
    let seen = 0;
    try {
      for await (const { record, info } of await recordsOf(text.replace(/^\ufeff/, ''))) {
        seen += 1;
        if (seen > mostRows * emptyRowsToOne) return { ok: false, code: 'too-many-rows' };
        const cells = record.map((cell) => cell.trim());
        if (cells.every((cell) => cell === '')) continue;
        if (rows.length === mostRows) return { ok: false, code: 'too-many-rows' };
        rows.push({ line: info.lines, cells });
      }
    } catch (cause) {
      if (isMalformed(cause)) return { ok: false, code: 'table-unreadable' };
      throw cause;
    }
    return { ok: true, rows };
  }
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The parser comes with the first table. */
async function recordsOf(text: string): Promise<AsyncIterable<ParsedRecord>> {
  const { parse } = await import('csv-parse');
  const [heads = ''] = text.split(/\r?\n|\r/, 1);
  const parser = parse({
    delimiter: findDelimiter(heads),
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostRowBytes,
  });
  return Readable.from(inPieces(Buffer.from(text))).pipe(parser) as AsyncIterable<ParsedRecord>;
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes);
    await nextTurn();
  }
}

/** What the parser says of the table, and not of us. */
function isMalformed(cause: unknown): boolean {
  const { code } = cause as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('CSV_');
}

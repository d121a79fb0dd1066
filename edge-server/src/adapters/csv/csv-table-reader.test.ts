import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvTableReader } from './csv-table-reader.ts';

const reader = new CsvTableReader();
const most = 5_001;
const cellsOf = async (table: Uint8Array | string) => {
  const read = await reader.read(table, most);
  return read.ok ? read.rows.map(({ cells }) => cells) : read.code;
};
const heads = ['Nombre', 'Añadido'];
const table = `Nombre;Añadido\nPeña;09:00\n`;
const bytesOf = (text: string, encoding: 'utf8' | 'utf16le' | 'latin1', ...mark: number[]) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe('a table', () => {
  it.each([
    ['UTF-8', bytesOf(table, 'utf8')],
    ['UTF-8 with a mark', bytesOf(table, 'utf8', 0xef, 0xbb, 0xbf)],
    ['UTF-16 with a mark', bytesOf(table, 'utf16le', 0xff, 0xfe)],
    ['UTF-16 without a mark', bytesOf(table, 'utf16le')],
    ['UTF-16 the other way round', swapped(bytesOf(table, 'utf16le', 0xff, 0xfe))],
    ['UTF-16 the other way round without a mark', swapped(bytesOf(table, 'utf16le'))],
    ['Windows-1252', bytesOf(table, 'latin1')],
  ])('is read as %s', async (_encoding, bytes) => {
    expect(await cellsOf(bytes)).toEqual([heads, ['Peña', '09:00']]);
  });

  it('keeps the letters that Windows-1252 has and Latin-1 has not', async () => {
    expect(await cellsOf(Buffer.from([0x93, 0x41, 0x94, 0x2c, 0x80]))).toEqual([['“A”', '€']]);
  });

  it.each([
    ['a,b\n1,2', ','],
    ['a;b\n1;2', ';'],
    ['a\tb\n1\t2', 'tab'],
    ['a|b\n1|2', '|'],
  ])('is parted where %j says', async (text) => {
    expect(await cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('is parted by what is outside the quotes of its heads', async () => {
    expect(await cellsOf('"Name, given";Time\nAna;9:00')).toEqual([
      ['Name, given', 'Time'],
      ['Ana', '9:00'],
    ]);
  });

  it('may hold quoted separators, quotes and line breaks, and rows of any length', async () => {
    expect(await cellsOf('a,b\r\n"Ruiz, ""Ana""","two\nlines"\r\nonly')).toEqual([
      ['a', 'b'],
      ['Ruiz, "Ana"', 'two\nlines'],
      ['only'],
    ]);
  });

  it('has no empty rows, and says the line of the others', async () => {
    const read = await reader.read('a,b\n\n , \n1,2\n', most);
    expect(read).toEqual({
      ok: true,
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 4, cells: ['1', '2'] },
      ],
    });
  });

  it.each([
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00])],
    ['a quote that is never closed', Buffer.from(`a,b\n"Ana,${'x'.repeat(20_000)}\n`)],
    ['a quote that is never closed, of a short file', Buffer.from('a,b\n"Ana,9:00\n')],
  ])('is not read from %s', async (_what, bytes) => {
    expect(await cellsOf(bytes)).toBe('table-unreadable');
  });

  it('of a million rows is refused at the first too many, and others have their turn meanwhile', async () => {
    let turns = 0;
    let isRead = false;
    const turn = (): void => {
      turns += 1;
      if (!isRead) setImmediate(turn);
    };
    setImmediate(turn);
    expect(await cellsOf('a,b\n'.repeat(1_000_000))).toBe('too-many-rows');
    expect(await cellsOf('\n'.repeat(1_000_000))).toEqual([]);
    expect(await cellsOf(',\n'.repeat(1_000_000))).toBe('too-many-rows');
    isRead = true;
    expect(turns).toBeGreaterThan(8);
  });

  it('always comes back as it was written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('A', 'ñ', '王', '😀', ',', ';', '"', '\n', ' ') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const quoted = [['x', 'y'], ...cells].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`));
        const trimmed = cells.map((row) => row.map((text) => text.trim())).filter((row) => row.some((text) => text));
        expect(await cellsOf(quoted.map((row) => row.join()).join('\n'))).toEqual([['x', 'y'], ...trimmed]);
      }),
      { numRuns: 50 },
    );
  });
});

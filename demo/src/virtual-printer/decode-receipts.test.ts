import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeReceipts } from './decode-receipts.ts';
import { bytes, cut, esc, gs, qr, raster, text } from './escpos-samples.ts';
import type { GlyphMark, Receipt } from './receipt.ts';

const decode = (...parts: readonly Uint8Array[]): readonly Receipt[] => decodeReceipts([Buffer.concat(parts)]);
const only = (...parts: readonly Uint8Array[]): Receipt => {
  const receipts = decode(...parts);
  expect(receipts).toHaveLength(1);
  return receipts[0]!;
};
const glyphs = (receipt: Receipt): GlyphMark[] =>
  receipt.marks.map(({ mark }) => mark).filter((mark) => mark.kind === 'glyph');

describe('receipts', () => {
  it('are torn off at each cut, blank paper giving none', () => {
    const receipts = decode(text('one\n'), cut(), cut(), text('two\n'), gs('V', 66, 10), esc('p', 0, 60, 120));
    expect(receipts.map((receipt) => receipt.text)).toEqual(['one', 'two']);
  });

  it('hold the uncut rest as the last one', () => {
    expect(decode(text('one\n'), cut(), text('two')).map((receipt) => receipt.text)).toEqual(['one', 'two']);
  });

  it('wrap where the print area ends and align inside it', () => {
    const receipt = only(gs('L', 24, 0), gs('W', 48, 0), esc('a', 2), text('abcdef\n'));
    expect(receipt.text).toBe('abcd\nef');
    expect(receipt.marks.map(({ x }) => x)).toEqual([24, 36, 48, 60, 48, 60]);
  });

  it('print the characters of the code page that was chosen', () => {
    const page = (n: number, ...codes: number[]): string => only(esc('t', n), bytes(...codes)).text;
    expect(page(0, 0x82)).toBe('é');
    expect(page(2, 0xd5)).toBe('ı');
    expect(page(19, 0xd5)).toBe('€');
    expect(page(18, 0x88)).toBe('ł');
    expect(page(17, 0x80)).toBe('А');
    expect(page(16, 0x80)).toBe('€');
    expect(page(1, 0xb6)).toBe('ｶ');
    expect(only(esc('t', 99), bytes(0x82)).notes).toEqual(['code page 99 is not known']);
  });

  it('keep the looks that the modes ask for', () => {
    const [a, b, c, d] = glyphs(
      only(
        esc('E', 1),
        text('a'),
        esc('E', 0),
        gs('!', 0x71),
        text('b'),
        esc('!', 0x80),
        text('c'),
        gs('B', 1),
        esc('V', 1),
        text('d'),
      ),
    );
    expect(a).toMatchObject({ bold: true, scaleX: 1, scaleY: 1 });
    expect(b).toMatchObject({ bold: false, scaleX: 8, scaleY: 2 });
    expect(c).toMatchObject({ underlineDots: 1, scaleX: 1, scaleY: 1 });
    expect(d).toMatchObject({ invert: true, turn: 90 });
  });

  it('carry what their codes say', () => {
    const receipt = only(qr('https://clinic.example/t/1'), gs('k', 4), text('ABC\0'), gs('k', 73, 6), text('{B1234'));
    expect(receipt.qr).toEqual(['https://clinic.example/t/1']);
    expect(receipt.codes).toEqual(['ABC', '1234']);
  });

  it('print the text of a bar code with its check digit', () => {
    expect(only(gs('H', 2), gs('k', 67, 12), text('012345678901')).text).toBe('0123456789012');
  });

  it('place pictures at their size, scaled as asked', () => {
    const { marks } = only(raster(2, 10, 0xff), gs('v', 0x30, 3, 1, 0, 1, 0, 0xff));
    expect(marks.map(({ width, height, y }) => [width, height, y])).toEqual([
      [16, 10, 0],
      [16, 2, 10],
    ]);
  });

  it('skip an unknown command with a note, and go on', () => {
    const receipt = only(text('before'), bytes(0x1b, 0x01), text('after'));
    expect(receipt.text).toBe('beforeafter');
    expect(receipt.notes).toEqual(['skipped ESC 01']);
  });

  it('read two-byte characters between FS & and FS .', () => {
    expect(only(bytes(0x1c, 0x26, 0xb5, 0xc8, 0xba, 0xf2, 0x1c, 0x2e)).text).toBe('等候');
  });
});

const piece = fc.oneof(
  fc.string({ maxLength: 20 }).map((words) => Buffer.from(`${words}\n`)),
  fc.uint8Array({ maxLength: 12 }),
  fc.constantFrom(
    cut(),
    esc('@'),
    esc('E', 1),
    gs('!', 0x33),
    esc('a', 1),
    esc('t', 16),
    gs('L', 40, 0),
    gs('k', 4, 65, 66, 0),
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.nat(255))
    .map(([width, height, fill]) => raster(width, height, fill)),
  fc.string({ minLength: 1, maxLength: 20 }).map((payload) => qr(payload)),
);

describe('decoding', () => {
  it('always gives the same receipts, wherever the stream is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(40), { maxLength: 30 }), (pieces, sizes) => {
        const stream = Buffer.concat(pieces);
        const chunks: Uint8Array[] = [];
        let at = 0;
        for (const size of sizes) {
          chunks.push(stream.subarray(at, at + size));
          at += size;
        }
        chunks.push(stream.subarray(Math.min(at, stream.length)));
        expect(decodeReceipts(chunks)).toEqual(decodeReceipts([stream]));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same receipts byte by byte', () => {
    const stream = Buffer.concat([
      esc('@'),
      text('Number\n'),
      gs('!', 0x77),
      text('A047\n'),
      qr('x'),
      raster(4, 9, 0x81),
      gs('V', 66, 0),
    ]);
    expect(decodeReceipts([...stream].map((byte) => Uint8Array.of(byte)))).toEqual(decodeReceipts([stream]));
  });

  it('never fails, whatever arrives', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (stream) => {
        expect(() => decodeReceipts([stream])).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

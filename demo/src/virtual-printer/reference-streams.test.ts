// Byte streams of another project's test suite, which lie beside the repository where they are available.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';

import { decodeReceipts } from './decode-receipts.ts';
import { paintReceipt } from './paint-receipt.ts';
import type { Receipt } from './receipt.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/escpos/', import.meta.url));
const present = existsSync(folder);
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.bin')) : [];
const receiptOf = (file: string): Receipt => decodeReceipts([readFileSync(`${folder}${file}`)])[0]!;

describe.skipIf(!present)(
  'reference streams (skipped where ../shared/data/escpos is not beside the repository)',
  () => {
    it.each(files.length > 0 ? files.map((file) => [file]) : [['no stream: the folder is absent']])(
      '%s becomes one picture, with nothing skipped',
      async (file) => {
        const receipts = decodeReceipts([readFileSync(`${folder}${file}`)]);
        expect(receipts).toHaveLength(1);
        const [receipt] = receipts as [Receipt];
        expect(receipt.notes.filter((note) => /skipped|ignored|unfinished/.test(note))).toEqual([]);
        const picture = await loadImage(paintReceipt(receipt));
        expect(picture.width).toBe(576);
        expect(picture.height).toBeGreaterThanOrEqual(receipt.heightDots);
      },
    );

    it('reads a dozen languages in their code pages', () => {
      const { text } = receiptOf('character-encodings.bin');
      for (const words of [
        'jordbær med fløde',
        'jeden größ',
        'Ξεσκεπάζω',
        'pingüino',
        'Árvíztűrő',
        'Pchnąć w tę',
        'жил бы цитрус',
        'yağız şoföre',
        'ｲﾛﾊﾆﾎﾍﾄ',
      ]) {
        expect(text).toContain(words);
      }
    });

    it('reads every QR code and bar code', () => {
      expect(receiptOf('qr-code.bin').qr.filter((payload) => payload === 'Testing 123')).toHaveLength(16);
      expect(receiptOf('pdf417-code.bin').codes.every((payload) => payload === 'Testing 123')).toBe(true);
      const { codes } = receiptOf('barcode.bin');
      for (const payload of [
        'ABC',
        '012345678905',
        '0123456789012',
        '*TEXT*'.slice(1, 5),
        'A012$+-./:A',
        '012abcd',
        '213243',
      ]) {
        expect(codes).toContain(payload);
      }
    });
  },
);

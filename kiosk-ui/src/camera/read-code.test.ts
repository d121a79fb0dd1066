import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { beforeAll, describe, expect, it } from 'vitest';
import { asImageData, drawCode } from '../../test/drawn-code.ts';
import { readCode } from './read-code.ts';

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
});

describe('the camera', () => {
  it.each([
    ['the code of an appointment', 'QRCode', 'qr', 'FOYER1.eyJjbGluaWMiOiIxIn0.c2lnbmF0dXJl'],
    [
      'a driver’s card, with its separators',
      'PDF417',
      'pdf417',
      '@\n\x1e\rANSI 636000100002DL00410278DLDAQT64235789\nDCSSAMPLE\r',
    ],
    ['a wristband', 'Code128', 'code128', '04127A90'],
  ] as const)('reads %s', async (_what, symbology, format, text) => {
    const picture = await drawCode(text, symbology, { scale: 2, width: 800, height: 600 });
    expect(await readCode(asImageData(picture))).toEqual({ format, text });
  });

  it('reads nothing where there is none', async () => {
    const picture = { width: 320, height: 240, grey: new Uint8Array(320 * 240).fill(200) };
    expect(await readCode(asImageData(picture))).toBeUndefined();
  });
});

// The code in a picture, by zxing-cpp.

import { formatOfAim } from '@foyer/contracts/scan-format.ts';
import { readBarcodes } from 'zxing-wasm/reader';
import type { Scan } from '../session/acts.ts';

export type Picture = Pick<ImageData, 'data' | 'width' | 'height'>;

/** Undefined where there is none, or where its check characters do not hold. */
export async function readCode(picture: Picture): Promise<Scan | undefined> {
  const [found] = await readBarcodes(picture as ImageData, {
    formats: ['QRCode', 'PDF417', 'Code128', 'DataMatrix', 'Aztec'],
    maxNumberOfSymbols: 1,
    // As it is, control characters too.
    textMode: 'Plain',
  });
  if (!found?.isValid) return undefined;
  const { text, symbologyIdentifier: aim } = found;
  const format = formatOfAim[aim.slice(1)] ?? formatOfAim[aim.charAt(1)];
  return format === undefined ? { text } : { format, text };
}

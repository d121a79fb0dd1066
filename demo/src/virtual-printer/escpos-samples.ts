// Small ESC/POS streams for tests: each call gives the bytes of one command or text.

export const text = (words: string): Uint8Array => Buffer.from(words, 'latin1');
export const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
export const esc = (letter: string, ...args: readonly number[]): Uint8Array =>
  bytes(0x1b, letter.charCodeAt(0), ...args);
export const gs = (letter: string, ...args: readonly number[]): Uint8Array =>
  bytes(0x1d, letter.charCodeAt(0), ...args);

export const cut = (): Uint8Array => gs('V', 0);
export const statusRequest = (n: number): Uint8Array => bytes(0x10, 0x04, n);

export function qr(payload: string, moduleDots = 6): Uint8Array {
  const data = Buffer.from(payload);
  const size = data.length + 3;
  return Buffer.concat([
    gs('(', 0x6b, 3, 0, 49, 67, moduleDots),
    gs('(', 0x6b, 3, 0, 49, 69, 49),
    gs('(', 0x6b, size % 256, size >> 8, 49, 80, 48),
    data,
    gs('(', 0x6b, 3, 0, 49, 81, 48),
  ]);
}

export function raster(bytesPerRow: number, height: number, fill: number): Uint8Array {
  const data = new Uint8Array(bytesPerRow * height).fill(fill);
  return Buffer.concat([gs('v', 0x30, 0, bytesPerRow, 0, height % 256, height >> 8), data]);
}

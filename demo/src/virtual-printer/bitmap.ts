// Black and white pictures, one byte a dot (1 is black), and the ways ESC/POS packs them.

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** Rows from the top, each of `bytesPerRow` bytes, the leftmost dot in the highest bit (GS v 0, GS ( L). */
export function bitmapFromRows(data: Uint8Array, bytesPerRow: number, height: number, width = bytesPerRow * 8): Bitmap {
  return draw(width, height, (x, y) => bit(data[y * bytesPerRow + (x >> 3)], 7 - (x & 7)));
}

/** Columns from the left, each of `bytesPerColumn` bytes, the topmost dot in the highest bit (ESC *, ESC &, GS *). */
export function bitmapFromColumns(data: Uint8Array, bytesPerColumn: number, width: number): Bitmap {
  return draw(width, bytesPerColumn * 8, (x, y) => bit(data[x * bytesPerColumn + (y >> 3)], 7 - (y & 7)));
}

/** A matrix of modules, row by row, each `scaleX` by `scaleY` dots. */
export function bitmapFromModules(
  modules: ArrayLike<number | boolean>,
  columns: number,
  scaleX: number,
  scaleY: number,
): Bitmap {
  const rows = Math.floor(modules.length / columns);
  return draw(columns * scaleX, rows * scaleY, (x, y) => {
    const module = modules[Math.floor(y / scaleY) * columns + Math.floor(x / scaleX)];
    return module ? 1 : 0;
  });
}

/** Bars from the left: widths in modules, black and white in turn, black first. */
export function bitmapFromBars(widths: readonly number[], moduleDots: number, height: number): Bitmap {
  const row: number[] = [];
  widths.forEach((width, index) => {
    for (let module = 0; module < width; module += 1) row.push(index % 2 === 0 ? 1 : 0);
  });
  return bitmapFromModules(row, row.length, moduleDots, height);
}

export function enlarge(bitmap: Bitmap, scaleX: number, scaleY: number): Bitmap {
  return scaleX === 1 && scaleY === 1 ? bitmap : bitmapFromModules(bitmap.dots, bitmap.width, scaleX, scaleY);
}

/** One picture over another of the same place: what either prints is black. Sizes may differ. */
export function overlay(below: Bitmap | undefined, above: Bitmap): Bitmap {
  if (below === undefined) return above;
  const width = Math.max(below.width, above.width);
  return draw(width, Math.max(below.height, above.height), (x, y) => dotAt(below, x, y) | dotAt(above, x, y));
}

function dotAt(bitmap: Bitmap, x: number, y: number): number {
  return x < bitmap.width && y < bitmap.height ? bitmap.dots[y * bitmap.width + x]! : 0;
}

function draw(width: number, height: number, dot: (x: number, y: number) => number): Bitmap {
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) dots[y * width + x] = dot(x, y);
  }
  return { width, height, dots };
}

function bit(byte: number | undefined, position: number): number {
  return ((byte ?? 0) >> position) & 1;
}

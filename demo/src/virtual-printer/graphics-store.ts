// GS ( L, GS 8 L, GS *, FS q: pictures that wait in the printer's memory until a command prints them.
// Source: Epson's reference, "GS ( L", functions 050, 067, 069, 083, 085, 112, 113.

import { bitmapFromColumns, bitmapFromRows, enlarge, overlay, type Bitmap } from './bitmap.ts';

export class GraphicsStore {
  #waiting: Bitmap | undefined;
  #kept = new Map<string, Bitmap>();

  keep(key: string, bitmap: Bitmap): void {
    this.#kept.set(key, bitmap);
  }

  kept(key: string): Bitmap | undefined {
    return this.#kept.get(key);
  }

  /** Takes one function; a picture comes back when it is to be printed now. `args` begin behind fn. */
  apply(fn: number, args: Uint8Array): Bitmap | undefined {
    if (fn === 2 || fn === 50) return this.#takeWaiting();
    if (fn === 112 || fn === 113) {
      this.#store(fn, args);
      return undefined;
    }
    if (fn === 67 || fn === 83) {
      const [, first, second] = args;
      this.#kept.set(`graphics ${first} ${second}`, raster(args.subarray(4), u16(args, 4), u16(args, 6), 5));
      return undefined;
    }
    if (fn === 69 || fn === 85) {
      const [first, second, scaleX, scaleY] = args;
      const kept = this.#kept.get(`graphics ${first} ${second}`);
      return kept === undefined ? undefined : enlarge(kept, scaleX ?? 1, scaleY ?? 1);
    }
    return undefined;
  }

  /** a bx by c xL xH yL yH data: several colours of one picture print over each other. */
  #store(fn: number, args: Uint8Array): void {
    const width = u16(args, 4);
    const height = u16(args, 6);
    const data = args.subarray(8);
    const picture =
      fn === 112
        ? bitmapFromRows(data, Math.ceil(width / 8), height, width)
        : cropped(bitmapFromColumns(data, Math.ceil(height / 8), width), height);
    this.#waiting = overlay(this.#waiting, enlarge(picture, args[1] === 2 ? 2 : 1, args[2] === 2 ? 2 : 1));
  }

  #takeWaiting(): Bitmap | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }
}

function raster(args: Uint8Array, width: number, height: number, dataAt: number): Bitmap {
  return bitmapFromRows(args.subarray(dataAt), Math.ceil(width / 8), height, width);
}

function cropped(bitmap: Bitmap, height: number): Bitmap {
  return { width: bitmap.width, height, dots: bitmap.dots.slice(0, bitmap.width * height) };
}

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
}

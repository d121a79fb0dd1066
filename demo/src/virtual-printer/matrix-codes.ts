// GS ( k: QR (models 1 and 2 print alike here, micro QR apart) and PDF417, kept as the printer keeps them:
// settings and data are stored until "print". Source: Epson's reference, "GS ( k", functions 065 to 082 and 165 to 181.

import bwip from 'bwip-js';
import { create, type QRCodeErrorCorrectionLevel } from 'qrcode';

import { bitmapFromModules, type Bitmap } from './bitmap.ts';

const CORRECTION: readonly QRCodeErrorCorrectionLevel[] = ['L', 'M', 'Q', 'H'];

export interface PrintedCode {
  readonly bitmap: Bitmap;
  readonly payload: string;
}

export class QrStore {
  #micro = false;
  #moduleDots = 3;
  #correction: QRCodeErrorCorrectionLevel = 'L';
  #data: Uint8Array = new Uint8Array(0);

  /** Takes one function of symbol 49; a symbol comes back only from "print" with data that fits. */
  apply(fn: number, args: Uint8Array): PrintedCode | undefined {
    if (fn === 65) this.#micro = args[0] === 51;
    else if (fn === 67) this.#moduleDots = Math.min(16, Math.max(1, args[0] ?? 3));
    else if (fn === 69) this.#correction = CORRECTION[(args[0] ?? 48) - 48] ?? 'L';
    else if (fn === 80) this.#data = args.slice(1);
    else if (fn === 81 && this.#data.length > 0) return this.#print();
    return undefined;
  }

  #print(): PrintedCode | undefined {
    const payload = payloadText(this.#data);
    const bitmap = this.#micro ? matrix('microqrcode', payload, this.#moduleDots, this.#moduleDots) : this.#qr(payload);
    return bitmap === undefined ? undefined : { bitmap, payload };
  }

  #qr(payload: string): Bitmap | undefined {
    const plain = this.#data.every((byte) => byte >= 0x20 && byte < 0x7f);
    try {
      const { modules } = create(plain ? payload : [{ data: Buffer.from(this.#data), mode: 'byte' }], {
        errorCorrectionLevel: this.#correction,
      });
      return bitmapFromModules(modules.data, modules.size, this.#moduleDots, this.#moduleDots);
    } catch {
      return undefined;
    }
  }
}

export class Pdf417Store {
  #columns = 0;
  #rows = 0;
  #moduleDots = 3;
  #rowHeight = 3;
  #level: number | undefined;
  #ratio = 1;
  #compact = false;
  #data: Uint8Array = new Uint8Array(0);

  /** Takes one function of symbol 48; a symbol comes back only from "print" with data that fits. */
  apply(fn: number, args: Uint8Array): PrintedCode | undefined {
    const value = args[0] ?? 0;
    if (fn === 65) this.#columns = value;
    else if (fn === 66) this.#rows = value;
    else if (fn === 67) this.#moduleDots = Math.min(8, Math.max(2, value));
    else if (fn === 68) this.#rowHeight = Math.min(8, Math.max(2, value));
    else if (fn === 69) this.#setCorrection(value, args[1] ?? 1);
    else if (fn === 70) this.#compact = value === 1;
    else if (fn === 80) this.#data = args.slice(1);
    else if (fn === 81 && this.#data.length > 0) return this.#print();
    return undefined;
  }

  #setCorrection(mode: number, value: number): void {
    if (mode === 48) this.#level = Math.min(8, Math.max(0, value - 48));
    else {
      this.#level = undefined;
      this.#ratio = value;
    }
  }

  #print(): PrintedCode | undefined {
    const payload = payloadText(this.#data);
    const bitmap = matrix(
      this.#compact ? 'pdf417compact' : 'pdf417',
      payload,
      this.#moduleDots,
      this.#moduleDots * this.#rowHeight,
      {
        eclevel: this.#level ?? levelForRatio(this.#ratio, this.#data.length),
        ...(this.#columns > 0 ? { columns: this.#columns } : {}),
        ...(this.#rows > 0 ? { rows: this.#rows } : {}),
      },
    );
    return bitmap === undefined ? undefined : { bitmap, payload };
  }
}

/** The level whose 2^(level+1) codewords are nearest above ratio * 10 % of the data's codewords (about 0.6 a character). */
function levelForRatio(ratio: number, characters: number): number {
  const wanted = Math.max(4, characters * 0.6 * ratio * 0.1);
  return Math.min(8, Math.max(1, Math.ceil(Math.log2(wanted)) - 1));
}

function matrix(
  bcid: string,
  text: string,
  moduleDots: number,
  rowDots: number,
  options: Record<string, number> = {},
): Bitmap | undefined {
  try {
    const [symbol] = bwip.raw({ bcid, text, ...options }) as unknown as readonly {
      pixs: readonly number[];
      pixx: number;
    }[];
    return symbol === undefined ? undefined : bitmapFromModules(symbol.pixs, symbol.pixx, moduleDots, rowDots);
  } catch {
    return undefined;
  }
}

function payloadText(data: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return Buffer.from(data).toString('latin1');
  }
}

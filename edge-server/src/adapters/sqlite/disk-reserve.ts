// The reserve as a file beside the database: bytes that no file system leaves out, because they repeat nothing.

import { randomFillSync } from 'node:crypto';
import { close, closeSync, fsync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reserve } from '../../ports/reserve.ts';

/** More than a thousand commands, once the write-ahead log has its size. */
const usualBytes = 4 * 1024 * 1024;
const pieceBytes = 256 * 1024;

export class DiskReserve implements Reserve {
  readonly #path: string;
  readonly #bytes: number;
  #isInUse = false;

  constructor(databasePath: string, bytes = usualBytes) {
    this.#path = `${databasePath}-reserve`;
    this.#bytes = bytes;
  }

  get isInUse(): boolean {
    return this.#isInUse;
  }

  hasRoom(): boolean {
    const { bavail, bsize } = statfsSync(dirname(this.#path));
    return bavail * bsize >= 2 * this.#bytes;
  }

  hold(): void {
    if (this.#isHeld || this.#fill()) {
      this.#isInUse = false;
      return;
    }
    rmSync(this.#path, { force: true });
    this.#isInUse = true;
  }

  release(): boolean {
    if (!this.#isHeld) return false;
    rmSync(this.#path);
    this.#isInUse = true;
    return true;
  }

  get #isHeld(): boolean {
    return statSync(this.#path, { throwIfNoEntry: false })?.size === this.#bytes;
  }

  /** False where the disk has no room for it. What else its disk says, the database is told as well. */
  #fill(): boolean {
    let file: number | undefined;
    try {
      file = openSync(this.#path, 'w', 0o600);
      const piece = new Uint8Array(pieceBytes);
      for (let at = 0; at < this.#bytes;) {
        at += writeSync(file, randomFillSync(piece), 0, Math.min(pieceBytes, this.#bytes - at));
      }
    } catch {
      if (file !== undefined) closeSync(file);
      return false;
    }
    const filled = file;
    fsync(filled, () => close(filled));
    return true;
  }
}

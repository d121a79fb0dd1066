// A clinic's pictures and videos in a folder of the edge's data. A file's name is made of what it holds, so that it never
// changes under its name; a file has its name only once all of it is on the disk.

import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isVideo,
  mediaFilePattern,
  mostImageBytes,
  mostMediaBytes,
  mostPixels,
  mostVideoBytes,
  type MediaFile,
  type MediaKind,
  type MediaList,
} from '@foyer/contracts/media.ts';
import type { Media, MediaAdded } from '../../ports/media.ts';
import { contentName } from './content-name.ts';
import { failedWrite } from './failed-write.ts';
import { mediaKindOf } from './file-kinds.ts';
import { pixelsOf } from './picture-size.ts';

const isMediaFile = new RegExp(mediaFilePattern);

export class MediaFolder implements Media {
  readonly #folder: string;
  readonly #mostBytes: number;
  readonly #files = new Map<string, MediaFile>();
  readonly #writing = new Map<string, Promise<void>>();
  /** Of what is being written. */
  #reservedBytes = 0;

  constructor(folder: string, mostBytes = mostMediaBytes) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  start(): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const file of readdirSync(this.#folder)) {
      if (isMediaFile.test(file)) this.#know(file);
      else rmSync(join(this.#folder, file), { force: true });
    }
  }

  list(): MediaList {
    const files = [...this.#files.values()].toSorted((a, b) => b.addedAt - a.addedAt || (a.file < b.file ? -1 : 1));
    return { files, bytesLeft: Math.max(0, this.#bytesLeft) };
  }

  async add(bytes: Uint8Array): Promise<MediaAdded> {
    const kind = mediaKindOf(bytes);
    if (kind === undefined) return { ok: false, code: 'file-type-unknown' };
    if (isTooLarge(bytes, kind)) return { ok: false, code: 'file-too-large' };
    const file = `${await contentName(bytes)}.${kind}`;
    if (this.#files.has(file)) return { ok: true, file };
    const sameNow = this.#writing.get(file);
    if (sameNow === undefined && bytes.length > this.#bytesLeft) return { ok: false, code: 'media-full' };
    await (sameNow ?? this.#keep(file, bytes));
    return { ok: true, file };
  }

  open(file: string): AsyncIterable<Uint8Array> | undefined {
    return this.#files.has(file) ? createReadStream(join(this.#folder, file)) : undefined;
  }

  async remove(file: string): Promise<boolean> {
    if (!this.#files.delete(file)) return false;
    await rm(join(this.#folder, file), { force: true });
    return true;
  }

  get #bytesLeft(): number {
    const held = [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    return this.#mostBytes - held - this.#reservedBytes;
  }

  /** Brought twice at once, it is written once. */
  #keep(file: string, bytes: Uint8Array): Promise<void> {
    this.#reservedBytes += bytes.length;
    const writing = this.#write(file, bytes).finally(() => {
      this.#reservedBytes -= bytes.length;
      this.#writing.delete(file);
    });
    this.#writing.set(file, writing);
    return writing;
  }

  async #write(file: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, file);
    const draft = `${path}.part`;
    try {
      await writeFile(draft, bytes, { flush: true });
      await rename(draft, path);
    } catch (cause) {
      await rm(draft, { force: true });
      throw failedWrite(cause);
    }
    this.#know(file);
  }

  #know(file: string): void {
    const { size, mtimeMs } = statSync(join(this.#folder, file));
    this.#files.set(file, { file, bytes: size, addedAt: Math.floor(mtimeMs) });
  }
}

function isTooLarge(bytes: Uint8Array, kind: MediaKind): boolean {
  const most = isVideo(`.${kind}`) ? mostVideoBytes : mostImageBytes;
  return bytes.length > most || (pixelsOf(bytes, kind) ?? 0) > mostPixels;
}

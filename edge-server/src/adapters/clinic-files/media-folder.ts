// A clinic's pictures and videos in a folder of the edge's data. A file's name is made of what it holds, so that it never
// changes under its name; a file has its name only once all of it is on the disk.

import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaFilePattern, mostMediaBytes, type MediaFile, type MediaList } from '@foyer/contracts/media.ts';
import type { ByteSpan, Media, MediaAdded } from '../../ports/media.ts';
import { failedWrite } from './failed-write.ts';
import { writeDraft, type Draft } from './incoming-file.ts';

const isMediaFile = new RegExp(mediaFilePattern);
/** Each may take a video's room on the disk before it is known whether there is room for it. */
const mostAtOnce = 4;

export class MediaFolder implements Media {
  readonly #folder: string;
  readonly #mostBytes: number;
  readonly #files = new Map<string, MediaFile>();
  /** Being brought now. */
  #coming = 0;
  #drafts = 0;

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

  async add(content: AsyncIterable<Uint8Array>): Promise<MediaAdded> {
    if (this.#coming >= mostAtOnce) return { ok: false, code: 'rate-limited' };
    this.#coming += 1;
    this.#drafts += 1;
    const path = join(this.#folder, `${this.#drafts}.part`);
    try {
      const draft = await writeDraft(path, content);
      return draft.ok ? this.#keep(path, draft) : draft;
    } catch (cause) {
      throw failedWrite(cause);
    } finally {
      this.#coming -= 1;
      await rm(path, { force: true });
    }
  }

  open(file: string, span?: ByteSpan): AsyncIterable<Uint8Array> | undefined {
    if (!this.#files.has(file)) return undefined;
    return createReadStream(join(this.#folder, file), span === undefined ? {} : { start: span.from, end: span.to });
  }

  bytesOf(file: string): number | undefined {
    return this.#files.get(file)?.bytes;
  }

  async remove(file: string): Promise<boolean> {
    if (!this.#files.delete(file)) return false;
    await rm(join(this.#folder, file), { force: true });
    return true;
  }

  get #bytesLeft(): number {
    const held = [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    return this.#mostBytes - held;
  }

  /** In one turn, so that of two that are brought at once the second finds the first. */
  #keep(path: string, { name, kind, bytes }: Draft): MediaAdded {
    const file = `${name}.${kind}`;
    if (this.#files.has(file)) return { ok: true, file };
    if (bytes > this.#bytesLeft) return { ok: false, code: 'media-full' };
    renameSync(path, join(this.#folder, file));
    syncFolder(this.#folder);
    this.#know(file);
    return { ok: true, file };
  }

  #know(file: string): void {
    const { size, mtimeMs } = statSync(join(this.#folder, file));
    this.#files.set(file, { file, bytes: size, addedAt: Math.floor(mtimeMs) });
  }
}

/** A name counts once it is on the disk. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

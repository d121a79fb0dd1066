// Copies in a folder of another disk. A disk that is not mounted would leave them on the box's own, where they outlive
// nothing: then the place counts as away.

import { createReadStream, statSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { CopyPlace } from '@foyer/contracts/box-health.ts';
import type { CopyStore, StoredFile } from '../../ports/copy-store.ts';
import { epochOf, isCopyName, latestEpoch } from './copy-names.ts';

export interface FolderStoreParts {
  readonly folder: string;
  /** Whether what is mounted there is the place that is meant. */
  readonly isThere?: (folder: string) => boolean;
  readonly place?: CopyPlace;
}

export class FolderStore implements CopyStore {
  readonly place: CopyPlace;
  readonly #folder: string;
  readonly #isThere: (folder: string) => boolean;

  constructor({ folder, isThere = () => true, place = 'disk' }: FolderStoreParts) {
    this.#folder = folder;
    this.#isThere = isThere;
    this.place = place;
  }

  list(): Promise<readonly StoredFile[]> {
    return this.#onDisk(async () => {
      const names = (await readdir(this.#folder)).filter(isCopyName).toSorted();
      return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(this.#path(name))).size })));
    });
  }

  async *read(name: string): AsyncGenerator<Uint8Array> {
    try {
      yield* createReadStream(this.#path(name)) as AsyncIterable<Uint8Array>;
    } catch (cause) {
      throw this.#away(cause);
    }
  }

  append(name: string, at: number, bytes: Uint8Array): Promise<void> {
    return this.#onDisk(async () => {
      const epoch = latestEpoch((await readdir(this.#folder)).filter(isCopyName));
      if (epoch > (epochOf(name) ?? epoch)) throw new AppError('edge-replaced', { epoch });
      const file = await open(this.#path(name), at === 0 ? 'w' : 'r+', 0o600);
      try {
        await writeAll(file, bytes, at);
        // What a torn write left behind this place is nobody's.
        await file.truncate(at + bytes.length);
        await file.sync();
      } finally {
        await file.close();
      }
      if (at === 0) await syncFolder(this.#folder);
    });
  }

  put(name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#onDisk(async () => {
      const path = this.#path(name);
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        for await (const bytes of content) await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
      await syncFolder(this.#folder);
    });
  }

  remove(names: readonly string[]): Promise<void> {
    return this.#onDisk(async () => {
      for (const name of names) await rm(this.#path(name), { force: true });
      await syncFolder(this.#folder);
    });
  }

  async #onDisk<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#isThere(this.#folder)) throw this.#away();
    try {
      return await work();
    } catch (cause) {
      throw cause instanceof AppError ? cause : this.#away(cause);
    }
  }

  #path(name: string): string {
    if (!isCopyName(name)) throw new AppError('invalid-request', { path: 'name' });
    return join(this.#folder, name);
  }

  #away(cause?: unknown): AppError {
    return cause instanceof AppError ? cause : new AppError('copy-not-reached', { place: this.place }, { cause });
  }
}

/** Whether a folder lies on another disk than this one. */
export function isOnAnotherDisk(folder: string, than: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.dev !== statSync(than).dev;
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const file = await open(folder, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

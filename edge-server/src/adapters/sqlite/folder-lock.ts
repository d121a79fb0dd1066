// One process for a data folder. The lock is the system's own, on a small empty file: it is let go of with the process,
// however that ends, and taking it needs no room on the disk.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { isLocked, openForLocking, type Connection } from './connection.ts';

export class FolderLock {
  readonly name = 'data-folder';
  readonly #path: string;
  #held: Connection | undefined;

  /** The path of the file; who holds it is noted beside it. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Throws `data-folder-in-use` while another one holds it. */
  async start(): Promise<void> {
    const db = openForLocking(this.#path);
    try {
      db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      db.close();
      if (!isLocked(error)) throw error;
      throw new AppError('data-folder-in-use', { folder: dirname(this.#path), pid: this.#holder() });
    }
    this.#held = db;
    this.#noteHolder();
  }

  async stop(): Promise<void> {
    this.#held?.close();
    this.#held = undefined;
  }

  get #pidFile(): string {
    return `${this.#path}.pid`;
  }

  #noteHolder(): void {
    try {
      writeFileSync(this.#pidFile, `${process.pid}\n`);
    } catch {
      // A courtesy to who finds it locked: a full disk keeps nobody from starting.
    }
  }

  #holder(): number | undefined {
    try {
      return Number(readFileSync(this.#pidFile, 'utf8'));
    } catch {
      return undefined;
    }
  }
}

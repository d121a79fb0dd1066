// A copy of a whole running server, as PostgreSQL's own replication protocol sends it: its files as tar, with the log that
// makes them one moment, and a manifest with the SHA-256 of each. No tool of PostgreSQL's is needed.
// Source: https://www.postgresql.org/docs/18/protocol-replication.html, BASE_BACKUP

import { createWriteStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';

export const manifestFile = 'backup_manifest';
const command = `BASE_BACKUP (LABEL 'foyer', CHECKPOINT 'fast', WAL true, WAIT false, MANIFEST 'yes',
  MANIFEST_CHECKSUMS 'SHA256')`;

/** Where the copy begins. */
export interface BaseBackupPlace {
  readonly place: string;
  readonly timeline: number;
}

/** Fills the empty folder with `base.tar.gz` and the manifest, both on the disk when it resolves. */
export async function takeBaseBackup(connectionUrl: string, dir: string): Promise<BaseBackupPlace> {
  const url = `${connectionUrl}${connectionUrl.includes('?') ? '&' : '?'}replication=true`;
  const client = new pg.Client({ connectionString: url, application_name: 'foyer-backup' });
  await client.connect();
  const query = new BaseBackupQuery(dir);
  // A line that is cut ends the query too.
  client.on('error', (error) => query.handleError(error));
  try {
    client.query(query);
    const place = await query.whole();
    for (const file of await readdir(dir)) await syncPath(join(dir, file));
    return place;
  } finally {
    await client.end();
  }
}

interface CopyConnection {
  readonly stream: Duplex;
  query(text: string): void;
}

/** What `pg` calls while the answer comes: two tables, the files, and a table. */
class BaseBackupQuery implements pg.Submittable {
  readonly #dir: string;
  readonly #ended = Promise.withResolvers<void>();
  readonly #written: Promise<void>[] = [];
  #place: BaseBackupPlace | undefined;
  #into: Writable | undefined;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Resolves when all of it is written. */
  async whole(): Promise<BaseBackupPlace> {
    await this.#ended.promise;
    await Promise.all(this.#written);
    return this.#place as BaseBackupPlace;
  }

  submit(connection: CopyConnection): void {
    connection.query(command);
  }

  /** The first row says where the copy begins. */
  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#place ??= { place: fields[0] ?? '', timeline: Number(fields[1]) };
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }, { stream }: CopyConnection): void {
    const kind = String.fromCharCode(chunk[0] ?? 0);
    if (kind === 'n') this.#begin(`${chunk.toString('utf8', 1, chunk.indexOf(0, 1))}.gz`, stream);
    if (kind === 'm') this.#begin(manifestFile, stream);
    if (kind !== 'd') return;
    // The parser uses its buffer again.
    const takesMore = this.#into?.write(Buffer.from(chunk.subarray(1)));
    // What was read already comes all the same, while the rest waits.
    if (takesMore !== false || stream.isPaused()) return;
    stream.pause();
    this.#into?.once('drain', () => stream.resume());
  }

  handleError(error: Error): void {
    this.#into?.destroy(error);
    this.#ended.reject(error);
  }

  handleReadyForQuery(): void {
    this.#into?.end();
    this.#ended.resolve();
  }

  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}

  #begin(name: string, stream: Duplex): void {
    this.#into?.end();
    const out = createWriteStream(join(this.#dir, name), { mode: 0o600 });
    const packed = name.endsWith('.gz') ? createGzip({ level: 1 }) : undefined;
    const written = packed === undefined ? ended(out) : pipeline(packed, out);
    // A disk that is full ends the whole.
    written.catch((error: unknown) => this.#ended.reject(error));
    this.#written.push(written);
    this.#into = packed ?? out;
    // A file whose end was read while the rest waits never drains: it closes.
    this.#into.once('close', () => stream.resume());
  }
}

function ended(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('close', resolve);
    stream.once('error', reject);
  });
}

/** Of a file or a folder, so that it is there after a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// Files one after the other: a line of JSON that says which and how long, then its bytes. The last line names none.

import { chmodSync, closeSync, createReadStream, fsyncSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';

interface Entry {
  /** Within the archive, `/` between. */
  readonly path: string;
  readonly bytes: number;
  readonly mode: number;
}
const end = '{}\n';
const longestLine = 4_096;

/** `files`: where each lies, by its path in the archive. */
export async function* packFiles(files: ReadonlyMap<string, string>): AsyncGenerator<Uint8Array> {
  for (const [path, at] of files) {
    const { size, mode } = statSync(at);
    const entry: Entry = { path, bytes: size, mode: mode & 0o777 };
    yield Buffer.from(`${JSON.stringify(entry)}\n`);
    // One that grows meanwhile is as long as it was.
    if (size > 0) yield* createReadStream(at, { end: size - 1 });
  }
  yield Buffer.from(end);
}

/** Into a folder that is empty; every file is on the disk when it resolves. Throws `backup-broken`. */
export async function unpackFiles(content: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
  let line = Buffer.alloc(0);
  let left = 0;
  let file: number | undefined;
  let hasEnded = false;
  const close = (): void => {
    if (file === undefined) return;
    fsyncSync(file);
    closeSync(file);
    file = undefined;
  };
  for await (const bytes of content) {
    let rest = Buffer.from(bytes);
    while (rest.length > 0) {
      if (file === undefined) {
        const at = rest.indexOf('\n');
        line = Buffer.concat([line, at === -1 ? rest : rest.subarray(0, at)]);
        rest = at === -1 ? Buffer.alloc(0) : rest.subarray(at + 1);
        if (line.length > longestLine || hasEnded) throw new AppError('backup-broken');
        if (at === -1) continue;
        const entry = readEntry(line);
        line = Buffer.alloc(0);
        if (entry === undefined) {
          hasEnded = true;
          continue;
        }
        const path = join(folder, entry.path);
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        file = openSync(path, 'wx', entry.mode);
        chmodSync(path, entry.mode);
        left = entry.bytes;
      } else {
        const part = rest.subarray(0, left);
        for (let at = 0; at < part.length;) at += writeSync(file, part, at);
        left -= part.length;
        rest = rest.subarray(part.length);
      }
      if (left === 0) close();
    }
  }
  if (!hasEnded || file !== undefined) throw new AppError('backup-broken');
}

/** Undefined: it is the end. */
function readEntry(line: Buffer): Entry | undefined {
  if (`${line.toString()}\n` === end) return undefined;
  const { path, bytes, mode } = JSON.parse(line.toString()) as Entry;
  const isInner = path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isInner || !Number.isSafeInteger(bytes) || !Number.isSafeInteger(mode)) throw new AppError('backup-broken');
  return { path, bytes, mode };
}

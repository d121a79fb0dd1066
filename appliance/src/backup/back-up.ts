// A clinic's data folder in one sealed file on a stick or another machine, and back. Taken while the edge runs.

import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { localDisk } from '../disk/local-disk.ts';
import { SqliteDatabase } from '../processes/sqlite-database.ts';
import { packFiles, unpackFiles } from './archive.ts';
import { open, seal } from './sealed-stream.ts';

/** Beside the database: its keys, what identifies the box to its screens, and what the clinic brought. */
const kept = ['clinic.key', 'box.key', 'certificates', 'media', 'clips', 'broker'];
const suffix = '.foyer-backup';
/** As many are left in the folder. */
const mostKept = 14;

export interface BackupOrder {
  readonly dataDir: string;
  readonly to: string;
  /** Raw; its private half is the recovery key. */
  readonly publicKey: Uint8Array;
  readonly now: number;
}

/** Resolves with the file's path once it is whole and on its disk. Throws `not-ready` where there is no database. */
export async function backUp({ dataDir, to, publicKey, now }: BackupOrder): Promise<string> {
  const copy = join(dataDir, 'backup.part.db');
  const path = join(to, `${new Date(now).toISOString().slice(0, 19).replace(/:/g, '-')}${suffix}`);
  try {
    if (!existsSync(join(dataDir, 'edge.db'))) throw new AppError('not-ready', { dataDir });
    new SqliteDatabase(join(dataDir, 'edge.db')).copyTo(copy);
    const files = new Map([['edge.db', copy]]);
    for (const name of kept) for (const file of filesBelow(dataDir, name)) files.set(file, join(dataDir, file));
    const draft = await openFile(`${path}.part`, 'w', 0o600);
    try {
      for await (const bytes of seal(packFiles(files), publicKey)) await draft.writeFile(bytes);
      await draft.sync();
    } finally {
      await draft.close();
    }
  } finally {
    rmSync(copy, { force: true });
  }
  renameSync(`${path}.part`, path);
  localDisk.syncFolder(to);
  for (const name of backupsIn(to).slice(0, -mostKept)) rmSync(join(to, name));
  return path;
}

export interface RestoreOrder {
  readonly file: string;
  /** A data folder that is not there yet. */
  readonly into: string;
  readonly recoveryKey: Uint8Array;
}

/** `into` has its name once all of it is whole. Throws `backup-broken`. */
export async function restore({ file, into, recoveryKey }: RestoreOrder): Promise<void> {
  if (existsSync(into) && readdirSync(into).length > 0) throw new AppError('data-folder-in-use', { folder: into });
  const draft = `${into}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    await unpackFiles(open(createReadStream(file), recoveryKey), draft);
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true });
    throw fault;
  }
  renameSync(draft, into);
  localDisk.syncFolder(dirname(into));
}

/** The oldest first. */
function backupsIn(folder: string): readonly string[] {
  return localDisk
    .list(folder)
    .filter((name) => name.endsWith(suffix))
    .toSorted();
}

function filesBelow(folder: string, path: string): readonly string[] {
  const at = join(folder, path);
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [path];
  return readdirSync(at)
    .toSorted()
    .flatMap((name) => filesBelow(folder, `${path}/${name}`));
}

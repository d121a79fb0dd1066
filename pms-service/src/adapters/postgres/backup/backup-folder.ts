// Where backups lie: `base/<name>/` with what one moment was, and `wal/` with all that came after the first of them.
// `archive.json` says of which database, so that two never share a folder; a restored one counts as another.

import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { syncPath } from './base-backup.ts';
import { superfluousBases, superfluousSegments, type BaseBackup } from './rules.ts';

export interface BackupFolder {
  readonly folder: string;
  readonly baseDir: string;
  readonly walDir: string;
}

/** What a database is called by PostgreSQL itself; its timeline is another after each restore. */
export interface DatabaseIdentity {
  readonly system: string;
  readonly timeline: number;
}

const partSuffix = '.part';

export function folderAt(path: string): BackupFolder {
  const folder = resolve(path);
  return { folder, baseDir: join(folder, 'base'), walDir: join(folder, 'wal') };
}

/** Throws `backup-folder-of-another` where another database has been kept. */
export async function claimFolder({ folder }: BackupFolder, mine: DatabaseIdentity): Promise<void> {
  const file = join(folder, 'archive.json');
  const written = JSON.stringify(mine);
  await writeFile(file, written, { mode: 0o600, flag: 'wx', flush: true }).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if ((await readFile(file, 'utf8')) !== written) throw new AppError('backup-folder-of-another', { folder });
}

/** Those that are whole. */
export async function readBases({ baseDir }: BackupFolder): Promise<readonly BaseBackup[]> {
  const names = await readdir(baseDir).catch((): string[] => []);
  const whole = names.filter((name) => !name.endsWith(partSuffix));
  return Promise.all(
    whole.map(async (name) => JSON.parse(await readFile(join(baseDir, name, 'base.json'), 'utf8')) as BaseBackup),
  );
}

/** An empty place for a base backup; what was left half made goes. */
export async function beginBase({ baseDir }: BackupFolder, name: string): Promise<string> {
  for (const left of (await readdir(baseDir)).filter((each) => each.endsWith(partSuffix))) {
    await rm(join(baseDir, left), { recursive: true });
  }
  const part = join(baseDir, `${name}${partSuffix}`);
  await mkdir(part, { mode: 0o700 });
  return part;
}

/** It is whole from here on, also after a power cut. */
export async function endBase({ baseDir }: BackupFolder, part: string, base: BaseBackup): Promise<void> {
  await writeFile(join(part, 'base.json'), JSON.stringify(base), { mode: 0o600, flush: true });
  await syncPath(part);
  await rename(part, join(baseDir, base.name));
  await syncPath(baseDir);
}

/** Keeps so many backups, and the log that they need. */
export async function tidy(folder: BackupFolder, kept: number): Promise<void> {
  const bases = await readBases(folder);
  const gone = superfluousBases(bases, kept);
  const staying = bases.filter((base) => !gone.includes(base));
  for (const { name } of gone) await rm(join(folder.baseDir, name), { recursive: true });
  for (const file of superfluousSegments(await readdir(folder.walDir), staying)) {
    await rm(join(folder.walDir, file), { force: true });
  }
}

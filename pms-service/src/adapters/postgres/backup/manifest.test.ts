import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChanged } from './manifest.ts';

let dir: string;
let manifest: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'foyer-manifest-'));
  manifest = join(dir, 'backup_manifest');
  await writeFile(join(dir, 'one'), 'first');
  await writeFile(join(dir, 'twö'), 'second');
  const files = [
    { Path: 'one', Checksum: sha256('first') },
    { 'Encoded-Path': Buffer.from('twö').toString('hex'), Checksum: sha256('second') },
  ];
  const listed = `{ "PostgreSQL-Backup-Manifest-Version": 2,\n"Files": ${JSON.stringify(files)},\n`;
  await writeFile(manifest, `${listed}"Manifest-Checksum": "${sha256(listed)}"}\n`);
});
afterEach(() => rm(dir, { recursive: true }));

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('a backup’s manifest', () => {
  it('holds for the files that it lists', async () => {
    expect(await findChanged(manifest, dir)).toBeUndefined();
  });

  it('names a file that is another or away', async () => {
    await writeFile(join(dir, 'twö'), 'Second');
    expect(await findChanged(manifest, dir)).toBe('twö');
    await rm(join(dir, 'one'));
    expect(await findChanged(manifest, dir)).toBe('one');
  });

  it.each([
    ['is cut off', (text: string) => text.slice(0, -20)],
    ['lists another hash', (text: string) => text.replace(sha256('first'), sha256('other'))],
    ['is empty', () => ''],
  ])('names itself where it %s', async (_, change) => {
    await writeFile(manifest, change(await readFile(manifest, 'utf8')));
    expect(await findChanged(manifest, dir)).toBe('backup_manifest');
  });
});

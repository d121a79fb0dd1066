import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FolderLock } from './folder-lock.ts';

const aPath = (): string => join(mkdtempSync(join(tmpdir(), 'foyer-lock-')), 'edge.lock');

/** Another process that holds the lock until it is killed. */
async function anotherHolder(path: string) {
  const module = pathToFileURL(join(import.meta.dirname, 'folder-lock.ts')).href;
  const script = `
    const { FolderLock } = await import(${JSON.stringify(module)});
    const lock = new FolderLock(${JSON.stringify(path)});
    await lock.start();
    console.log('held');
    setInterval(() => lock, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the lock of a data folder', () => {
  it('is held once, and names who holds it', async () => {
    const path = aPath();
    const first = new FolderLock(path);
    await first.start();
    await expect(new FolderLock(path).start()).rejects.toMatchObject({
      code: 'data-folder-in-use',
      facts: { pid: process.pid },
    });
    await first.stop();
    const second = new FolderLock(path);
    await second.start();
    await second.stop();
  });

  it('keeps other processes out, and ends with the one that holds it, also by kill -9', async () => {
    const path = aPath();
    const holder = await anotherHolder(path);
    const lock = new FolderLock(path);
    await expect(lock.start()).rejects.toMatchObject({ code: 'data-folder-in-use', facts: { pid: holder.pid } });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await lock.start();
    await lock.stop();
  });
});

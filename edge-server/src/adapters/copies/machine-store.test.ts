import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CopyKeeper } from './copy-keeper.ts';
import { rowsName } from './copy-names.ts';
import { FolderStore } from './folder-store.ts';
import { MachineStore } from './machine-store.ts';

const secret = 'a secret of two machines';
const folder = mkdtempSync(join(tmpdir(), 'foyer-keeper-'));
const keeper = new CopyKeeper({ store: new FolderStore({ folder }), secret, port: 0, host: '127.0.0.1' });
const line = (told = secret) => new MachineStore({ url: `https://127.0.0.1:${keeper.port}`, secret: told });
beforeAll(() => keeper.start());
afterAll(() => keeper.stop());

async function* of(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
async function all(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('a copy on another machine', () => {
  it('is what a folder is: added to, put whole, read, listed and removed', async () => {
    const store = line();
    const name = rowsName(1, 1);
    await store.append(name, 0, Buffer.from('rows'));
    await store.append(name, 4, Buffer.from(' and more'));
    // Sent again from an earlier place, what stood behind it is gone.
    await store.append(name, 4, Buffer.from(', again'));
    const other = name.replace(/^rows-\d+-/, 'box-');
    await store.put(other, of('the ', 'box'));
    expect(await all(store.read(name))).toBe('rows, again');
    expect(await store.list()).toEqual([
      { name: other, bytes: 7 },
      { name, bytes: 11 },
    ]);
    await store.remove([name, other]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a box that another one has taken over from, with the epoch', async () => {
    const store = line();
    await store.append(rowsName(7, 100), 0, Buffer.from('rows'));
    const late = store.append(rowsName(1, 100), 0, Buffer.from('rows of a dead box'));
    await expect(late).rejects.toMatchObject({ code: 'edge-replaced', facts: { epoch: 7 } });
  });

  it('is away for whoever has another secret, and takes no name that is not of a copy', async () => {
    await expect(line('the secret of somebody else').list()).rejects.toMatchObject({ code: 'copy-not-reached' });
    await expect(line().append('..%2Fedge.db', 0, Buffer.from('x'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { printerLink, type PrinterLine } from './printer-link.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).toReversed()) step();
});

const heard = (line: PrinterLine): Promise<number[]> =>
  new Promise((resolve) => {
    line.onBytes((bytes) => resolve([...bytes]));
  });

describe('printer link', () => {
  it('speaks and hears over TCP', async () => {
    const server = createServer((socket) => socket.on('data', (data) => socket.write(data.map((byte) => byte + 1))));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    undo.push(() => server.close());
    const line = await printerLink(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`)(1_000);
    undo.push(() => line.close());
    const answer = heard(line);
    await line.write(Uint8Array.of(1, 2));
    expect(await answer).toEqual([2, 3]);
  });

  it('speaks and hears over a device, here a pipe that gives back what it gets', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-printer-'));
    undo.push(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'lp0');
    execFileSync('mkfifo', [path]);
    const line = await printerLink(path)(1_000);
    undo.push(() => line.close());
    const answer = heard(line);
    await line.write(Uint8Array.of(0x12, 0x16));
    expect(await answer).toEqual([0x12, 0x16]);
  });

  it('rejects where nothing listens', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    await expect(printerLink(`tcp://127.0.0.1:${port}`)(1_000)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await expect(printerLink('/dev/foyer/no-such-printer')(1_000)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it.each([['http://printer'], ['printer'], ['tcp://'], ['']])('refuses the address %s', (address) => {
    expect(() => printerLink(address)).toThrow(TypeError);
  });
});

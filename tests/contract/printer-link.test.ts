import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { cupsLink, type CupsOptions } from '@foyer/edge-server/adapters/printer/cups-link.ts';
import { deviceLink } from '@foyer/edge-server/adapters/printer/device-link.ts';
import { printerLinkContract } from './printer-link.contract.ts';
import { printerLink } from '@foyer/edge-server/adapters/printer/printer-link.ts';
import { tcpLink } from '@foyer/edge-server/adapters/printer/tcp-link.ts';

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'foyer-printer-'));

printerLinkContract('TCP', async () => {
  const loose = createServer().listen(0, '127.0.0.1');
  const server = createServer().listen(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(loose, 'listening')]);
  const { port: nobody } = loose.address() as AddressInfo;
  loose.close();
  const parts: Buffer[] = [];
  let other: Socket | undefined;
  server.on('connection', (socket) => {
    other = socket.on('data', (part: Buffer) => parts.push(part)).on('error', () => undefined);
  });
  return {
    link: tcpLink('127.0.0.1', (server.address() as AddressInfo).port),
    loose: tcpLink('127.0.0.1', nobody),
    arrived: (count) =>
      vi.waitFor(() => {
        const all = Buffer.concat(parts);
        expect(all.length).toBe(count);
        return all;
      }),
    says: (bytes) => void vi.waitFor(() => other!.write(bytes)),
    goes: () => void vi.waitFor(() => other!.destroy()),
    end: async () => void server.close(),
  };
});

/** A pipe has both ends of a device: what is written at one is read at the other. */
printerLinkContract('a device', async () => {
  const folder = aFolder();
  const path = join(folder, 'lp0');
  execFileSync('mkfifo', [path]);
  const end = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const buffer = Buffer.alloc(4_096);
  let read = 0;
  return {
    link: deviceLink(path),
    loose: deviceLink(join(folder, 'nothing')),
    arrived: (count) =>
      vi.waitFor(() => {
        read += readSync(end, buffer, read, buffer.length - read, null);
        expect(read).toBe(count);
        return buffer.subarray(0, read);
      }),
    says: (bytes) => void writeSync(end, bytes),
    end: async () => {
      closeSync(end);
      rmSync(folder, { recursive: true });
    },
  };
});

printerLinkContract('a raw queue of CUPS', async () => {
  const cups = aCups();
  return {
    link: cupsLink('desk', cups.options),
    loose: cupsLink('attic', cups.options),
    arrived: (count) =>
      vi.waitFor(() => {
        const all = cups.spooled();
        expect(all.length).toBe(count);
        return all;
      }),
    end: async () => cups.remove(),
  };
});

/** The programs of CUPS in a folder of their own, with one queue. */
function aCups() {
  const folder = aFolder();
  const at = (name: string): string => join(folder, name);
  const program = (name: string, ...lines: readonly string[]): readonly string[] => {
    writeFileSync(at(name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
    return [at(name)];
  };
  writeFileSync(at('state'), 'printer desk is idle.  enabled since Tue 24 Nov 2026\n');
  const programs = {
    lp: program(
      'lp',
      `echo "$@" > ${at('asked')}`,
      `cat > ${at('spooled')}`,
      'echo "request id is desk-7 (0 file(s))"',
    ),
    lpstat: program(
      'lpstat',
      '[ "$2" = desk ] || exit 1',
      `if [ "$1" = -p ]; then cat ${at('state')}; elif [ -e ${at('stuck')} ]; then echo "desk-7  foyer  1024  Tue"; fi`,
    ),
    cancel: program('cancel', `echo "$1" > ${at('cancelled')}`),
  };
  const options: CupsOptions = { programs, overdueMs: 100, pollMs: 10 };
  return {
    options,
    is: (state: string) => writeFileSync(at('state'), state),
    stick: () => writeFileSync(at('stuck'), ''),
    spooled: () => (existsSync(at('spooled')) ? readFileSync(at('spooled')) : Buffer.alloc(0)),
    said: (name: 'asked' | 'cancelled') => readFileSync(at(name), 'utf8').trim(),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

describe('a raw queue of CUPS', () => {
  it('is asked to change nothing of what it is given', async () => {
    const cups = aCups();
    const line = await cupsLink('desk', cups.options)(2_000);
    await line.write(Uint8Array.of(0x1b, 0x40));
    await line.handOver();
    expect(cups.said('asked')).toBe('-d desk -o raw');
    cups.remove();
  });

  it('does not keep for tomorrow what it cannot print in time', async () => {
    const cups = aCups();
    cups.stick();
    const line = await cupsLink('desk', cups.options)(2_000);
    await line.write(Uint8Array.of(1));
    await expect(line.handOver()).rejects.toThrow('did not leave its queue');
    expect(cups.said('cancelled')).toBe('desk-7');
    cups.remove();
  });

  it('that is stopped is no printer', async () => {
    const cups = aCups();
    cups.is('printer desk disabled since Tue 24 Nov 2026 -\n\tout of order\n');
    await expect(cupsLink('desk', cups.options)(2_000)).rejects.toThrow('stopped');
    cups.remove();
  });
});

it('drops at once what a line that is destroyed has not brought yet', async () => {
  const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const line = await tcpLink('127.0.0.1', (server.address() as AddressInfo).port)(1_000);
  const [socket] = await accepted;
  const broken = once(socket, 'error');
  await line.write(Buffer.alloc(1_000));
  line.destroy();
  socket.resume();
  expect(((await broken) as [NodeJS.ErrnoException])[0].code).toBe('ECONNRESET');
  server.close();
});

it.each([['http://printer'], ['printer'], ['tcp://'], ['cups:'], ['cups:-o'], ['']])(
  'refuses the address %s',
  (address) => {
    expect(() => printerLink(address)).toThrow(TypeError);
  },
);

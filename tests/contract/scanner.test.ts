import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { FakeScanner } from '@foyer/edge-server/adapters/scanner/fake.ts';
import { TcpScanner } from '@foyer/edge-server/adapters/scanner/tcp-scanner.ts';

import { sendScan } from '@foyer/demo/devices/virtual-scanner.ts';
import { hidScanners, openPseudoTerminal, serialScannerAt, serialScanners } from './cable-scanners.ts';
import { scannerContract } from './scanner.contract.ts';

scannerContract('over TCP, from a virtual scanner', () => {
  const scanner = new TcpScanner({ port: 0 });
  return {
    scanner,
    show: (scan) => sendScan({ host: '127.0.0.1', port: scanner.port }, scan).then(() => undefined),
    stop: () => Promise.resolve(),
  };
});

scannerContract('fake', () => {
  const scanner = new FakeScanner();
  return {
    scanner,
    show: (scan) => Promise.resolve(scanner.scan(scan)),
    stop: () => Promise.resolve(),
  };
});

scannerContract('HID-POS', () => hidScanners('hid-pos'));
scannerContract('a HID keyboard', () => hidScanners('hid-keyboard'));
scannerContract('a serial line', serialScanners);

describe('lines of the virtual scanners', () => {
  let scanner: TcpScanner;
  let socket: Socket;

  beforeEach(async () => {
    scanner = new TcpScanner({ port: 0 });
    await scanner.start();
    socket = connect(scanner.port, '127.0.0.1');
    await once(socket, 'connect');
  });

  afterEach(async () => {
    socket.destroy();
    await scanner.stop();
  });

  const answerTo = async (line: string): Promise<unknown> => {
    const arrived = once(socket, 'data');
    socket.write(line);
    const [data] = (await arrived) as [Buffer];
    return JSON.parse(data.toString());
  };

  it.each([
    ['not JSON', '{'],
    ['another shape', '[]'],
    ['no kiosk', '{"format":"qr","text":"x"}'],
    ['another format', '{"kioskDeviceId":"k","format":"rfid","text":"x"}'],
    ['no text', '{"kioskDeviceId":"k","format":"qr","text":""}'],
  ])('are refused with a code: %s', async (_, line) => {
    expect(await answerTo(`${line}\n`)).toEqual({ ok: false, error: { code: 'invalid-request' } });
  });

  it('may arrive in pieces', async () => {
    socket.write('{"kioskDeviceId":"k","for');
    expect(await answerTo('mat":"qr","text":"x"}\n')).toEqual({ ok: true });
  });

  it('end the connection when they never end', async () => {
    const closed = once(socket, 'close');
    socket.write('x'.repeat(40_000));
    await closed;
    expect(socket.destroyed).toBe(true);
  });
});

describe('a serial line', () => {
  it('that was pulled out is read again when it is plugged in, without a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-line-'));
    const path = join(folder, 'scanner');
    const [first, second] = [await openPseudoTerminal(), await openPseudoTerminal()];
    await symlink(first.path, path);
    const scanner = serialScannerAt(path);
    const read: string[] = [];
    scanner.onScan(({ text }) => read.push(text));
    await scanner.start();
    first.write('one\r');
    await vi.waitFor(() => expect(read).toEqual(['one']));
    await first.hangUp();
    await vi.waitFor(() => expect(scanner.health()).toBe('unplugged'));
    await rm(path);
    await symlink(second.path, path);
    await vi.waitFor(() => expect(scanner.health()).toBe('ready'), { timeout: 5_000 });
    second.write('two\r');
    await vi.waitFor(() => expect(read).toEqual(['one', 'two']));
    await scanner.stop();
    await second.hangUp();
    await rm(folder, { recursive: true });
  });
});

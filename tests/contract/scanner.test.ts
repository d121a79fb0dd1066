import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FakeScanner } from '@foyer/edge-server/adapters/scanner/fake.ts';
import { TcpScanner } from '@foyer/edge-server/adapters/scanner/tcp-scanner.ts';

import { sendScan } from '@foyer/demo/devices/virtual-scanner.ts';
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
    socket.write('x'.repeat(20_000));
    await closed;
    expect(socket.destroyed).toBe(true);
  });
});

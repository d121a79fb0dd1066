// Scanners without hardware: lines of JSON over TCP, from this machine alone. Each line is answered by one line,
// `{ "ok": true }` or `{ "ok": false, "error": { "code": "invalid-request" } }`, in their order.

import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import type { Scan, Scanner, ScannerHealth } from '../../ports/scanner.ts';
import { longestLineBytes, scanFrom } from './scan-line.ts';

export interface TcpScannerOptions {
  /** On 127.0.0.1; 0 picks a free port. */
  readonly port: number;
}

const LOOPBACK = '127.0.0.1';
const LINE_FEED = 0x0a;

export class TcpScanner implements Scanner {
  readonly name = 'tcp-scanner';
  readonly #listeners = new Set<(scan: Scan) => void>();
  readonly #sockets = new Set<Socket>();
  #port: number;
  #server: Server | undefined;

  constructor({ port }: TcpScannerOptions) {
    this.#port = port;
  }

  /** Where it listens, once started. */
  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    const server = createServer((socket) => this.#accept(socket));
    this.#server = server;
    server.listen(this.#port, LOOPBACK);
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  onScan(listener: (scan: Scan) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  health(): ScannerHealth {
    return this.#server === undefined ? 'unplugged' : 'ready';
  }

  #accept(socket: Socket): void {
    let waiting = Buffer.alloc(0);
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (let end = waiting.indexOf(LINE_FEED); end >= 0; end = waiting.indexOf(LINE_FEED)) {
        const line = waiting.toString('utf8', 0, end).trim();
        waiting = waiting.subarray(end + 1);
        if (line !== '') socket.write(`${JSON.stringify(this.#hear(line))}\n`);
      }
      if (waiting.length > longestLineBytes) socket.destroy();
    });
  }

  #hear(line: string): object {
    const scan = line.length > longestLineBytes ? undefined : scanFrom(line);
    if (scan === undefined) return { ok: false, error: { code: 'invalid-request' } };
    for (const listener of this.#listeners) listener(scan);
    return { ok: true };
  }
}

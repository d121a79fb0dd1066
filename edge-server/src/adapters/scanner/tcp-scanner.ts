// Scanners that speak lines of JSON over TCP, from this machine alone: virtual ones, and drivers of somebody's own. Each
// line is answered by one line, `{ "ok": true }` or `{ "ok": false, "error": { "code" } }`, in their order. A line that
// names its kiosk is read there; whoever says who it is, is a scanner as on a cable, set up as any other.

import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { Scan, Scanner, ScannerHealth } from '../../ports/scanner.ts';
import type { LineListener, ScannerCable } from './cable.ts';
import { introductionFrom, longestLineBytes, readingFrom, scanFrom, type Introduction } from './scan-line.ts';

export interface TcpScannerOptions {
  /** On 127.0.0.1; 0 picks a free port. */
  readonly port: number;
}

/** A scanner that said who it is, for as long as its line is open. */
interface Plugged {
  readonly introduction: Introduction;
  readonly socket: Socket;
  listener: LineListener | undefined;
}

const LOOPBACK = '127.0.0.1';
const LINE_FEED = 0x0a;
const ok = { ok: true };

export class TcpScanner implements Scanner {
  readonly name = 'tcp-scanner';
  readonly #listeners = new Set<(scan: Scan) => void>();
  readonly #watchers = new Set<() => void>();
  readonly #sockets = new Set<Socket>();
  readonly #plugged = new Map<string, Plugged>();
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

  /** Calls `listener` when a scanner came or went; the answer ends that. */
  onPlugged(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  health(): ScannerHealth {
    return this.#server === undefined ? 'unplugged' : 'ready';
  }

  /** Those that are here now. */
  found(): readonly FoundScanner[] {
    return Array.from(this.#plugged.values(), ({ introduction: { serialNumber, model = serialNumber, firmware } }) => ({
      id: `tcp:${serialNumber}`,
      model,
      ...(firmware === undefined ? {} : { firmware }),
      profile: 'tcp',
      serialNumber,
    }));
  }

  /** The line of one of them, as a cable that is pulled when it ends. */
  cable(serialNumber: string): ScannerCable {
    return {
      hasNoDriver: false,
      open: (listener) => {
        const plugged = this.#plugged.get(serialNumber);
        if (plugged === undefined || plugged.listener !== undefined) return Promise.resolve(undefined);
        plugged.listener = listener;
        const { model, firmware } = plugged.introduction;
        const about = { ...(model === undefined ? {} : { model }), ...(firmware === undefined ? {} : { firmware }) };
        const close = (): void => {
          if (plugged.listener === listener) plugged.listener = undefined;
        };
        return Promise.resolve({ about, close });
      },
    };
  }

  #accept(socket: Socket): void {
    let waiting = Buffer.alloc(0);
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#unplug(socket);
    });
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (let end = waiting.indexOf(LINE_FEED); end >= 0; end = waiting.indexOf(LINE_FEED)) {
        const line = waiting.toString('utf8', 0, end).trim();
        waiting = waiting.subarray(end + 1);
        if (line !== '') socket.write(`${JSON.stringify(this.#hear(line, socket))}\n`);
      }
      if (waiting.length > longestLineBytes) socket.destroy();
    });
  }

  #hear(line: string, socket: Socket): object {
    if (line.length > longestLineBytes) return refused('invalid-request');
    const introduction = introductionFrom(line);
    if (introduction !== undefined) return this.#plugIn(introduction, socket);
    const scan = scanFrom(line);
    if (scan !== undefined) {
      for (const listener of this.#listeners) listener(scan);
      return ok;
    }
    const plugged = [...this.#plugged.values()].find((each) => each.socket === socket);
    if (plugged === undefined || readingFrom(line) === undefined) return refused('invalid-request');
    if (plugged.listener === undefined) return refused('scanner-not-set-up');
    plugged.listener.bytes(Buffer.from(line));
    return ok;
  }

  /** The newest line of one serial number is it. */
  #plugIn(introduction: Introduction, socket: Socket): object {
    const { serialNumber } = introduction;
    const before = this.#plugged.get(serialNumber);
    if (before !== undefined && before.socket !== socket) before.socket.destroy();
    this.#unplug(socket);
    if (before !== undefined) this.#unplug(before.socket);
    this.#plugged.set(serialNumber, { introduction, socket, listener: undefined });
    for (const tell of this.#watchers) tell();
    return ok;
  }

  #unplug(socket: Socket): void {
    for (const [serialNumber, plugged] of this.#plugged) {
      if (plugged.socket !== socket) continue;
      this.#plugged.delete(serialNumber);
      plugged.listener?.gone();
      for (const tell of this.#watchers) tell();
    }
  }
}

function refused(code: string): object {
  return { ok: false, error: { code } };
}

/**
 * A printer on a port that answers as the virtual one does and paints nothing. It says when the last byte of a ticket
 * came, and how long it had taken itself until then to answer.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { PrinterConnection } from '@foyer/demo/virtual-printer/printer-connection.ts';
import { allWell } from '@foyer/demo/virtual-printer/printer-switches.ts';

export interface Arrived {
  /** On this process's monotonic clock. */
  readonly lastByteAt: number;
  /** Of the time since the question before, what the printer took itself. */
  readonly ownMs: number;
  /** Everything that came over its line. */
  readonly bytes: Uint8Array;
}

export class PrinterStandIn {
  readonly #server: Server;
  #own = 0;
  #open = 0;
  #onArrived: ((arrived: Arrived) => void) | undefined;
  #onIdle: (() => void) | undefined;

  constructor() {
    this.#server = createServer((socket) => this.#accept(socket));
  }

  get address(): string {
    return `tcp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** The next ticket from now on. */
  nextTicket(): Promise<Arrived> {
    this.#own = 0;
    return new Promise((resolve) => {
      this.#onArrived = resolve;
    });
  }

  /** Resolves when nobody is connected: the job before is over. */
  async idle(): Promise<void> {
    if (this.#open === 0) return;
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
  }

  #accept(socket: Socket): void {
    let arrivedAt = 0;
    let before = 0;
    const parts: Buffer[] = [];
    const connection = new PrinterConnection(socket, {
      switches: () => allWell,
      print: () => {
        this.#onArrived?.({ lastByteAt: arrivedAt, ownMs: before, bytes: Buffer.concat(parts) });
        this.#onArrived = undefined;
      },
    });
    this.#open += 1;
    socket.on('data', (chunk: Buffer) => {
      arrivedAt = performance.now();
      parts.push(chunk);
      before = this.#own;
      connection.receive(chunk);
      this.#own += performance.now() - arrivedAt;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#open -= 1;
      if (this.#open > 0) return;
      this.#onIdle?.();
      this.#onIdle = undefined;
    });
  }
}

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
  /** Everything that came over its line since the ticket before. */
  readonly bytes: Uint8Array;
}

/** Of a host: DLE EOT 4. */
const LAST_QUESTION = Buffer.of(0x10, 0x04, 4);

export class PrinterStandIn {
  readonly #server: Server;
  #own = 0;
  /** Lines over which a ticket came whose host has not said yet that it is done with it. */
  #busy = 0;
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

  /** Resolves when the job before is over. */
  async idle(): Promise<void> {
    if (this.#busy === 0) return;
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
  }

  #accept(socket: Socket): void {
    let arrivedAt = 0;
    let before = 0;
    let parts: Buffer[] = [];
    let isBusy = false;
    const turn = (busy: boolean): void => {
      if (busy === isBusy) return;
      isBusy = busy;
      this.#busy += busy ? 1 : -1;
      if (this.#busy > 0) return;
      this.#onIdle?.();
      this.#onIdle = undefined;
    };
    const connection = new PrinterConnection(socket, {
      switches: () => allWell,
      print: () => {
        this.#onArrived?.({ lastByteAt: arrivedAt, ownMs: before, bytes: Buffer.concat(parts) });
        this.#onArrived = undefined;
        parts = [];
        turn(true);
      },
    });
    socket.on('data', (chunk: Buffer) => {
      arrivedAt = performance.now();
      parts.push(chunk);
      before = this.#own;
      connection.receive(chunk);
      this.#own += performance.now() - arrivedAt;
      // Behind the proof it is asked once more how it is.
      if (chunk.subarray(-LAST_QUESTION.length).equals(LAST_QUESTION)) turn(false);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => turn(false));
  }
}

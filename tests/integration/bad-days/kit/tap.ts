// A tap on a cable: carries bytes to the printer and back, and keeps those that went to it.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export class Tap {
  readonly #port: number;
  readonly #sent: Buffer[] = [];
  readonly #sockets = new Set<Socket>();
  #server = createServer();
  #own = 0;

  constructor(port: number) {
    this.#port = port;
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.#own}`;
  }

  /** Everything that went to the printer since the last call. */
  take(): Buffer {
    return Buffer.concat(this.#sent.splice(0));
  }

  /** The same port after every stop: a tap whose printer is off has to be off as well. */
  async start(): Promise<void> {
    this.#server = createServer((near) => this.#carry(near));
    this.#server.listen(this.#own, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#own = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await closed;
  }

  #carry(near: Socket): void {
    const far = connect(this.#port, '127.0.0.1');
    near.on('data', (bytes: Buffer) => this.#sent.push(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one
        .on('error', () => other.resetAndDestroy())
        .on('close', () => {
          this.#sockets.delete(one);
          other.destroySoon();
        });
      one.pipe(other);
    }
  }
}

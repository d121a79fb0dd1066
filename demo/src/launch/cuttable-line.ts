// The line between the edge and the PMS as a TCP proxy that can be cut: what is under way is torn off, what comes is
// refused, until it is mended.

import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class CuttableLine {
  readonly #target: { readonly host: string; readonly port: number };
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #listeners: (() => void)[] = [];
  #isCut = false;

  constructor(targetPort: number, targetHost = '127.0.0.1') {
    this.#target = { host: targetHost, port: targetPort };
    this.#server = createServer((near) => this.#carry(near));
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  /** Told after it was cut or mended. */
  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  cut(): void {
    this.#tearOff();
    for (const listener of this.#listeners) listener();
  }

  mend(): void {
    this.#isCut = false;
    for (const listener of this.#listeners) listener();
  }

  stop(): Promise<void> {
    this.#tearOff();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #tearOff(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  #carry(near: Socket): void {
    if (this.#isCut) {
      near.destroy();
      return;
    }
    const far = connect(this.#target);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  }
}

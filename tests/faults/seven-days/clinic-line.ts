/**
 * The line between the clinic and the centre: cut for days, then there again and as thin as a clinic's line is. It says
 * which requests of the relay went up it, in their order.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class ClinicLine {
  readonly #targetPort: number;
  readonly #bytesPerMs: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #requests: string[] = [];
  #isCut = false;

  /** `upBitsPerSecond`: what goes up it, connection by connection. */
  constructor(targetUrl: string, upBitsPerSecond: number) {
    this.#targetPort = Number(new URL(targetUrl).port);
    this.#bytesPerMs = upBitsPerSecond / 8_000;
    this.#server = createServer((near) => this.#carry(near));
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Of the relay, such as `PUT /sync/v1/live`, since it was mended last. */
  get requests(): readonly string[] {
    return this.#requests;
  }

  /** What is under way is torn off, and what comes is refused. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
    this.#requests.length = 0;
  }

  stop(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #carry(near: Socket): void {
    if (this.#isCut) {
      near.destroy();
      return;
    }
    const far = connect(this.#targetPort, '127.0.0.1');
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      this.#sockets.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
    }
    far.pipe(near);
    near.on('data', (chunk: Buffer) => {
      this.#hear(chunk);
      near.pause();
      setTimeout(() => {
        if (!far.destroyed) far.write(chunk);
        near.resume();
      }, chunk.length / this.#bytesPerMs);
    });
  }

  #hear(chunk: Buffer): void {
    const head = chunk.subarray(0, 80).toString('latin1');
    const request = /^(?:GET|PUT|POST) \/sync\/v1\/[a-z-]+/.exec(head)?.[0];
    if (request !== undefined) this.#requests.push(request);
  }
}

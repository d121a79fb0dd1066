/**
 * HTTP/1.1 over one kept connection, as bare as Node can make it: what a bench measures is the edge, and not Node's
 * own client. One request at a time, in the order of asking; answers have a `content-length`.
 */
import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

const endOfHead = '\r\n\r\n';

export class HttpLine {
  readonly #host: string;
  readonly #port: number;
  readonly #from: string | undefined;
  #socket: Socket | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** `from`: the address to connect from, as another machine would. */
  constructor(url: string, from?: string) {
    const { hostname, port } = new URL(url);
    this.#from = from;
    this.#host = hostname;
    this.#port = Number(port);
  }

  /** Rejects when no whole answer came; the next request then has a connection of its own. */
  ask(request: string): Promise<HttpAnswer> {
    const asked = this.#last.then(() => this.#ask(request));
    this.#last = asked.catch(() => undefined);
    return asked;
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  async #ask(request: string): Promise<HttpAnswer> {
    const kept = this.#socket !== undefined && !this.#socket.destroyed && this.#socket.readable;
    const socket = kept ? this.#socket! : await this.#connect();
    return new Promise((resolve, reject) => {
      let received: Buffer = Buffer.alloc(0);
      const settle = (act: () => void): void => {
        socket.off('data', hear);
        socket.off('close', cut);
        act();
      };
      const cut = (): void => settle(() => reject(new Error('the answer was cut off')));
      const hear = (chunk: Buffer): void => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        try {
          const answer = read(received);
          if (answer !== undefined) settle(() => resolve(answer));
        } catch (error) {
          settle(() => reject(error as Error));
          socket.destroy();
        }
      };
      socket.on('data', hear);
      socket.once('close', cut);
      socket.write(request);
    });
  }

  #connect(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const from = this.#from === undefined ? {} : { localAddress: this.#from };
      const socket = connect({ port: this.#port, host: this.#host, noDelay: true, ...from });
      this.#socket = socket;
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        // Whoever waits hears of it by the closing.
        socket.on('error', () => undefined);
        resolve(socket);
      });
    });
  }
}

/** The answer, once it is there as a whole. */
function read(received: Buffer): HttpAnswer | undefined {
  const headEnds = received.indexOf(endOfHead);
  if (headEnds < 0) return undefined;
  const head = received.toString('latin1', 0, headEnds);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (!Number.isInteger(status) || length === undefined) throw new Error(`no answer of a known length: ${head}`);
  const from = headEnds + endOfHead.length;
  const until = from + Number(length);
  return received.length < until ? undefined : { status, text: received.toString('utf8', from, until) };
}

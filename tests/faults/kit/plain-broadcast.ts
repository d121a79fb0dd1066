/** What most displays are built on: a server tells whoever is connected, and nobody asks afterwards. */
import { createServer, type Server as HttpServer } from 'node:http';
import { once } from 'node:events';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io-client';
import { cutLine, openCuttable } from './cuttable-socket.ts';
import type { ShownCall, WallJudge } from './wall-judge.ts';

export class PlainBroadcast {
  readonly #port: number;
  #http: HttpServer | undefined;
  #server: Server | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  async start(): Promise<void> {
    this.#http = createServer();
    this.#server = new Server(this.#http, { transports: ['websocket'] });
    this.#http.listen(this.#port, '127.0.0.1');
    await once(this.#http, 'listening');
  }

  tell(call: ShownCall): void {
    this.#server?.emit('called', call);
  }

  /** With every line to it. */
  async die(): Promise<void> {
    this.#http?.closeAllConnections();
    await this.#server?.close();
  }
}

export class PlainWall {
  readonly #socket: Socket;

  constructor(url: string, place: number, judge: WallJudge) {
    this.#socket = openCuttable(url, {});
    this.#socket.on('called', (call: ShownCall) => judge.shows(place, [call]));
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }
  start(): void {
    this.#socket.connect();
  }
  stop(): void {
    this.#socket.disconnect();
  }
  cut(): void {
    cutLine(this.#socket);
  }
}

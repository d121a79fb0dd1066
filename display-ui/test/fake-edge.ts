// An edge of a few lines for the tests of pages: real HTTP and real Socket.IO on loopback, with one view per namespace
// that a test may change at any moment.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Command } from '@foyer/contracts/commands.ts';
import { mergePatchBetween } from '@foyer/contracts/sockets.ts';
import { serveApp, type StaticServer } from '@foyer/ui-kit/testing/static-server.ts';
import { Server, type Namespace } from 'socket.io';

type Answer = Readonly<Record<string, unknown>>;
type Route = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeEdgeOptions<View> {
  /** The built page, and the path at which it is served. */
  readonly folder: string;
  readonly base: string;
  readonly namespace: '/display' | '/ticket';
  readonly view: View;
  /** Where Socket.IO listens; '/socket.io' unless the page lives under a path of its own. */
  readonly socketPath?: string;
  /** Whether a credential is let in; anything is unless given. */
  readonly admits?: (token: string) => boolean;
  /** What a credential that is not let in is told. */
  readonly refusal?: Error;
  /** Answers by path prefix. */
  readonly routes?: Readonly<Record<string, Route>>;
  /** Undefined: no answer comes. */
  readonly onCommand?: (command: Command) => Answer | undefined;
}

export class FakeEdge<View extends object> {
  readonly commands: Command[] = [];
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[] = [];
  readonly #options: FakeEdgeOptions<View>;
  #http!: StaticServer;
  #space!: Namespace;
  #io!: Server;
  #view: View;
  #seq = 1;
  #silent = false;
  #answer: (command: Command) => Answer | undefined;

  private constructor(options: FakeEdgeOptions<View>) {
    this.#options = options;
    this.#view = options.view;
    this.#answer = options.onCommand ?? (() => ({ status: 200, ok: true, epoch: 1, seq: 1, result: {} }));
  }

  static async start<View extends object>(options: FakeEdgeOptions<View>): Promise<FakeEdge<View>> {
    const edge = new FakeEdge(options);
    await edge.#open();
    return edge;
  }

  get url(): string {
    return this.#http.url;
  }

  /** Sends the change to every screen, or nothing where the view is the same. */
  show(view: View): void {
    const changes = mergePatchBetween(this.#view, view);
    this.#view = view;
    if (!changes) return;
    this.#seq += 1;
    this.#space.emit('patch', {
      stream: 'one',
      prevSeq: this.#seq - 1,
      seq: this.#seq,
      serverTime: Date.now(),
      changes,
    });
  }

  tick(): void {
    this.#silent = false;
    this.#space.emit('tick', { stream: 'one', seq: this.#seq, serverTime: Date.now() });
  }

  answerWith(answer: (command: Command) => Answer | undefined): void {
    this.#answer = answer;
  }

  /** Drops every screen without a word; they come back by themselves. */
  hangUp(): void {
    for (const socket of this.#space.sockets.values()) socket.conn.close();
  }

  /** As a network that is away: nobody is told anything until `tick`. */
  fallSilent(): void {
    this.#silent = true;
  }

  /** Tells every screen to go: it has no business here any more. */
  sendAway(): void {
    this.#space.disconnectSockets(true);
  }

  async close(): Promise<void> {
    await this.#io.close();
    await this.#http.close();
  }

  async #open(): Promise<void> {
    const { folder, base, namespace, socketPath, admits = () => true, routes = {} } = this.#options;
    this.#http = await serveApp(folder, base, (request, response) => {
      const path = request.url ?? '/';
      this.requests.push({ path, authorization: request.headers.authorization });
      const route = Object.entries(routes).find(([prefix]) => path.startsWith(prefix))?.[1];
      if (route) route(request, response);
      else
        response
          .writeHead(404, { 'content-type': 'application/json' })
          .end('{"ok":false,"error":{"code":"not-found","message":""}}');
    });
    this.#io = new Server(this.#http.server, socketPath ? { path: socketPath } : {});
    this.#space = this.#io.of(namespace);
    this.#space.use((socket, next) => {
      const { token } = socket.handshake.auth as { token?: string };
      if (admits(token ?? '')) return next();
      next(this.#options.refusal ?? Object.assign(new Error('unauthenticated'), { data: { code: 'unauthenticated' } }));
    });
    this.#space.on('connection', (socket) => {
      const greet = () =>
        !this.#silent &&
        socket.emit('snapshot', {
          stream: 'one',
          seq: this.#seq,
          serverTime: Date.now(),
          view: this.#view,
        });
      greet();
      socket.on('catch-up', (_held: unknown, done?: (answer: Answer) => void) => {
        greet();
        done?.({ ok: true, sent: 'snapshot' });
      });
      socket.on('command', (command: Command, done?: (answer: Answer) => void) => {
        this.commands.push(command);
        const answer = this.#answer(command);
        if (answer) done?.(answer);
      });
    });
  }
}

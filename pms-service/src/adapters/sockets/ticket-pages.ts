// The namespace `/ticket`: each open page has the view of its own ticket, told on when the clinic's rows arrive. What is
// kept here is a convenience for connected sockets; another copy of the service starts another stream.

import type { Server as HttpServer } from 'node:http';
import type { Command } from '@foyer/contracts/commands.ts';
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import { publicIdPattern } from '@foyer/contracts/ids.ts';
import { tickEveryMs } from '@foyer/contracts/sockets.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { Server, type Namespace, type Socket } from 'socket.io';
import { ViewStream } from './view-stream.ts';

export interface TicketPageService {
  /** The clinic of the page; undefined when there is none. */
  findClinic(publicId: string): Promise<string | undefined>;
  read(clinicId: string, publicId: string): Promise<TicketView | undefined>;
  /** Undefined when the value is no command that a page may send. */
  readCommand(value: unknown): Command | undefined;
  send(clinicId: string, publicId: string, command: Command): Promise<CommandAnswer & { readonly status: number }>;
  /** Calls the listener whenever something of the clinic's queue changed. */
  subscribe(clinicId: string, listener: () => void): () => void;
}

export interface TicketPagesOptions {
  readonly server: HttpServer;
  readonly service: TicketPageService;
  readonly now: () => EpochMs;
  readonly newStream: () => string;
  readonly onError: (error: unknown) => void;
  readonly onCount: (open: number) => void;
}

export interface TicketPages {
  readonly name: 'ticket-pages';
  start(): void;
  stop(): Promise<void>;
}

interface Page {
  readonly clinicId: string;
  readonly publicId: string;
  readonly stream: ViewStream<TicketView>;
  readonly sockets: Set<Socket>;
  readonly unsubscribe: () => void;
  /** Ticks without a socket: a handshake that was never finished leaves a page behind. */
  idleTicks: number;
}

const forgottenAfterTicks = 5;
/** A page reads again by itself this often, in ticks: hints may be lost. */
const refreshEveryTicks = 5;
const commandsPerSocket = 30;

export function createTicketPages(options: TicketPagesOptions): TicketPages {
  const { service, now } = options;
  const pages = new Map<string, Page>();
  const io = new Server({ serveClient: false, maxHttpBufferSize: 16 * 1024, allowEIO3: false });
  let ticks = 0;
  let timer: NodeJS.Timeout | undefined;

  function guard(work: Promise<unknown>): void {
    work.catch(options.onError);
  }

  async function open(publicId: string): Promise<Page | undefined> {
    const held = pages.get(publicId);
    if (held !== undefined) return held;
    const clinicId = await service.findClinic(publicId);
    const view = clinicId === undefined ? undefined : await service.read(clinicId, publicId);
    if (clinicId === undefined || view === undefined) return undefined;
    const meanwhile = pages.get(publicId);
    if (meanwhile !== undefined) return meanwhile;
    const page: Page = {
      clinicId,
      publicId,
      stream: new ViewStream(options.newStream(), view),
      sockets: new Set(),
      unsubscribe: service.subscribe(clinicId, () => guard(refresh(page))),
      idleTicks: 0,
    };
    pages.set(publicId, page);
    return page;
  }

  async function refresh(page: Page): Promise<void> {
    const view = await service.read(page.clinicId, page.publicId);
    if (view === undefined) {
      for (const socket of page.sockets) socket.disconnect(true);
      return;
    }
    const patch = page.stream.advance(view, now());
    if (patch !== undefined) for (const socket of page.sockets) socket.emit('patch', patch);
  }

  function watch(page: Page, socket: Socket): void {
    let commandsLeft = commandsPerSocket;
    page.sockets.add(socket);
    options.onCount(countSockets(pages));
    socket.emit('snapshot', page.stream.snapshot(now()));
    socket.on('catch-up', (held: unknown, reply: unknown) => {
      const missing = isPosition(held) ? page.stream.since(held) : undefined;
      if (missing === undefined) socket.emit('snapshot', page.stream.snapshot(now()));
      else for (const patch of missing) socket.emit('patch', patch);
      acknowledge(reply, { ok: true, sent: missing === undefined ? 'snapshot' : 'patches' });
    });
    socket.on('command', (value: unknown, reply: unknown) => {
      const command = service.readCommand(value);
      commandsLeft -= 1;
      if (commandsLeft < 0) return acknowledge(reply, errorAnswer('rate-limited', 429));
      if (command === undefined) return acknowledge(reply, errorAnswer('invalid-request', 400));
      guard(
        service.send(page.clinicId, page.publicId, command).then(
          (answer) => acknowledge(reply, answer),
          (error: unknown) => {
            acknowledge(reply, errorAnswer('internal', 500));
            throw error;
          },
        ),
      );
    });
    socket.on('disconnect', () => {
      page.sockets.delete(socket);
      if (page.sockets.size === 0) forget(page);
      options.onCount(countSockets(pages));
    });
  }

  function forget(page: Page): void {
    page.unsubscribe();
    if (pages.get(page.publicId) === page) pages.delete(page.publicId);
  }

  function tick(): void {
    ticks += 1;
    for (const page of pages.values()) {
      page.idleTicks = page.sockets.size === 0 ? page.idleTicks + 1 : 0;
      if (page.idleTicks > forgottenAfterTicks) forget(page);
      for (const socket of page.sockets) socket.emit('tick', page.stream.tick(now()));
      if (ticks % refreshEveryTicks === 0) guard(refresh(page));
    }
  }

  function admit(namespace: Namespace): void {
    namespace.use((socket, proceed) => {
      const publicId: unknown = socket.handshake.auth['token'];
      if (typeof publicId !== 'string' || !new RegExp(publicIdPattern).test(publicId)) return proceed(unknownPage());
      open(publicId).then(
        (page) => {
          socket.data = page;
          proceed(page === undefined ? unknownPage() : undefined);
        },
        (error: unknown) => {
          options.onError(error);
          proceed(new Error('not-ready'));
        },
      );
    });
    namespace.on('connection', (socket) => {
      const page = socket.data as Page;
      // The page may have been given up between the handshake and now, when its last socket left.
      guard(
        (pages.get(page.publicId) === page ? Promise.resolve(page) : open(page.publicId)).then((current) => {
          if (current === undefined || !socket.connected) socket.disconnect(true);
          else watch(current, socket);
        }),
      );
    });
  }

  return {
    name: 'ticket-pages',
    start() {
      io.attach(options.server);
      io.of('/').use((_socket, next) => next(unknownPage()));
      admit(io.of('/ticket'));
      timer = setInterval(tick, tickEveryMs);
    },
    async stop() {
      clearInterval(timer);
      for (const page of pages.values()) page.unsubscribe();
      pages.clear();
      io.disconnectSockets(true);
      // Closes the engine alone: the web server belongs to somebody else.
      io.engine?.close();
    },
  };
}

function unknownPage(): Error {
  return new Error('not-found');
}

function errorAnswer(code: 'rate-limited' | 'invalid-request' | 'internal', status: number): object {
  return { ok: false, error: { code, message: code }, status };
}

/** A client may leave the acknowledgement out. */
function acknowledge(reply: unknown, answer: object): void {
  if (typeof reply === 'function') (reply as (answer: object) => void)(answer);
}

function isPosition(value: unknown): value is { stream: string; seq: number } {
  const { stream, seq } = (value ?? {}) as { stream?: unknown; seq?: unknown };
  return typeof stream === 'string' && typeof seq === 'number';
}

function countSockets(pages: ReadonlyMap<string, Page>): number {
  return [...pages.values()].reduce((sum, page) => sum + page.sockets.size, 0);
}

// The sockets: who may follow what, one stream for each audience, and the command door. Walls are told in the same turn
// as the commit, everyone else in the next, so that a call is on the wall before the tablets are worked out; what nobody
// watches is not worked out at all. Socket.IO delivers at most once: it carries hints, the numbers of the streams carry
// the truth.

import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { TLSSocket } from 'node:tls';
import { readScreenReport, type ScreenOrder } from '@foyer/contracts/device-orders.ts';
import { type ErrorCode, errorCodes } from '@foyer/contracts/error-codes.ts';
import { type Namespace, tickEveryMs } from '@foyer/contracts/sockets.ts';
import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { type Namespace as IoNamespace, Server, type Socket } from 'socket.io';
import type { Coded, Credential, Credentials } from '../../ports/access.ts';
import type { CommandDoor } from '../../ports/command-door.ts';
import type { Log } from '../../ports/log.ts';
import { isLoopback } from '../../ports/loopback.ts';
import { type Audience, type ClinicReading, type LiveFacts, type Views, audienceKey } from '../../ports/views.ts';
import { audienceOf, namespaces } from './audience.ts';
import { SocketLimits, mostOnOneTicket } from './socket-limits.ts';
import { ViewStream } from './view-stream.ts';

export interface SocketServerParts {
  readonly servers: () => readonly HttpServer[];
  readonly credentials: Credentials;
  readonly door: CommandDoor;
  readonly views: Views;
  readonly reading: Pick<ClinicReading, 'ticketIdOf'>;
  readonly live: Pick<LiveFacts, 'connected' | 'reported'>;
  readonly log: Log;
  readonly now: () => number;
}

/** A stream whose last screen left is kept this long, so that who comes back catches up. */
const lingerMs = minuteMs;
const mostBytes = 2_000_000;
const mostTicketSockets = 2_000;
/** The pause between two questions, and the wait for an answer: tablets learn of a dead screen before it is silent for 30 s. */
const heartbeatMs = 10 * secondMs;
/** A line that asks for no namespace is nobody's. */
const namespaceWithinMs = 10 * secondMs;

interface Followed {
  readonly audience: Audience;
  readonly stream: ViewStream;
  readonly sockets: Set<Socket>;
  /** False while there is no clinic to show. */
  shown: boolean;
  leftAt: number | undefined;
}
interface SocketData {
  credential: Credential;
  audience: Audience;
  /** Whose stream it is on; absent until it is welcomed. */
  follows?: Audience;
}
type ScreenSocket = Socket<never, never, never, SocketData>;

export class SocketServer {
  readonly name = 'sockets';
  readonly #parts: SocketServerParts;
  readonly #followed = new Map<string, Followed>();
  readonly #limits: SocketLimits;
  #io: Server | undefined;
  #ticking: NodeJS.Timeout | undefined;
  #others: NodeJS.Immediate | undefined;

  constructor(parts: SocketServerParts) {
    this.#parts = parts;
    this.#limits = new SocketLimits(parts.now);
  }

  async start(): Promise<void> {
    const { servers, views, credentials } = this.#parts;
    const options = {
      serveClient: false,
      maxHttpBufferSize: mostBytes,
      destroyUpgrade: true,
      allowEIO3: false,
      pingInterval: heartbeatMs,
      pingTimeout: heartbeatMs,
      connectTimeout: namespaceWithinMs,
      allowRequest: (request: IncomingMessage, decide: (refusal: string | null, allowed: boolean) => void) => {
        const allowed = this.#limits.mayOpen(request.socket.remoteAddress);
        decide(allowed ? null : errorCodes['rate-limited'].meaning, allowed);
      },
    } as const;
    const [first, ...more] = servers();
    const io = new Server(first, options);
    for (const server of more) io.engine.attach(server, { ...options, path: '/socket.io' });
    for (const namespace of namespaces) this.#serve(io.of(namespace), namespace);
    // The root namespace is nobody's.
    io.of('/').use((_socket, next) => next(refusal('not-found')));
    views.onChanged(() => this.#refresh());
    credentials.onRevoked(() => this.#dropRevoked());
    this.#ticking = setInterval(() => this.#tick(), tickEveryMs).unref();
    this.#io = io;
  }

  async stop(): Promise<void> {
    clearInterval(this.#ticking);
    clearImmediate(this.#others);
    const io = this.#io;
    this.#io = undefined;
    io?.disconnectSockets(true);
    io?.engine.close();
    this.#followed.clear();
  }

  /** Tells every line of one screen; whether there was any. */
  order(deviceId: string, order: ScreenOrder): boolean {
    let told = false;
    for (const { sockets } of this.#followed.values()) {
      for (const socket of sockets) {
        const { credential } = (socket as ScreenSocket).data;
        if (credential.kind === 'ticket' || credential.deviceId !== deviceId) continue;
        socket.emit('order', order);
        told = true;
      }
    }
    return told;
  }

  #serve(of: IoNamespace, namespace: Namespace): void {
    of.use((socket, next) => {
      const admitted = this.#admit(socket, namespace);
      if (!admitted.ok) return next(refusal(admitted.code));
      (socket as ScreenSocket).data = admitted.data;
      next();
    });
    of.on('connection', (socket) => this.#welcome(socket as ScreenSocket));
  }

  #admit(socket: Socket, namespace: Namespace): Coded<{ readonly ok: true; readonly data: SocketData }> {
    const { credentials, reading } = this.#parts;
    const loopback = isLoopback(socket.conn.remoteAddress);
    if (namespace !== '/ticket' && !loopback && !(socket.request.socket instanceof TLSSocket))
      return { ok: false, code: 'https-needed' };
    const token = textOf(socket.handshake.auth['token']);
    let resolved: ReturnType<Credentials['resolve']>;
    if (namespace === '/ticket') {
      if (socket.nsp.sockets.size >= mostTicketSockets) return { ok: false, code: 'rate-limited' };
      const ticketId = token === undefined ? undefined : reading.ticketIdOf(token);
      resolved =
        ticketId === undefined
          ? { ok: false, code: 'not-found' }
          : { ok: true, credential: { kind: 'ticket', ticketId } };
    } else {
      resolved = credentials.resolve({
        token,
        deviceToken: textOf(socket.handshake.auth['device']),
        loopback,
      });
    }
    if (!resolved.ok) return resolved;
    const { credential } = resolved;
    const audience = audienceOf(namespace, credential);
    if (audience === undefined) return { ok: false, code: 'not-allowed' };
    const followers = this.#followed.get(audienceKey(audience))?.sockets.size ?? 0;
    if (namespace === '/ticket' && followers >= mostOnOneTicket) return { ok: false, code: 'rate-limited' };
    return { ok: true, data: { credential, audience } };
  }

  #welcome(socket: ScreenSocket): void {
    const { credential, audience } = socket.data;
    const deviceId = credential.kind === 'ticket' ? null : credential.deviceId;
    this.#follow(socket, this.#parts.views.sharedAudience(audience));
    if (deviceId !== null) this.#parts.live.connected(deviceId, true);
    socket.on('disconnect', () => {
      this.#leave(socket);
      if (deviceId !== null) this.#parts.live.connected(deviceId, false);
    });
    const from = socket.conn.remoteAddress;
    socket.on('command', (command: unknown, answer: unknown) => {
      if (!this.#limits.mayCommand(credential, from)) return acknowledge(answer, tooMany());
      void this.#parts.door.submit(command, credential).then((said) => acknowledge(answer, said));
    });
    socket.on('report', (said: unknown) => {
      const report = deviceId === null ? undefined : readScreenReport(said);
      if (report === undefined || !this.#limits.mayCatchUp(credential, from)) return;
      const { version, errors, ...battery } = report;
      this.#parts.live.reported(deviceId!, { firmware: version, pageErrors: errors, ...battery });
    });
    socket.on('catch-up', (held: unknown, done: unknown) => {
      if (!this.#limits.mayCatchUp(credential, from)) return acknowledge(done, tooMany());
      acknowledge(done, { ok: true, sent: this.#catchUp(socket, held) });
    });
  }

  /** Joined and greeted in one turn, so that no patch falls in between. */
  #follow(socket: ScreenSocket, audience: Audience): void {
    const key = audienceKey(audience);
    let followed = this.#followed.get(key);
    if (followed === undefined) {
      const view = this.#parts.views.view(audience);
      // Without a clinic there is nothing to show yet: the first view greets.
      followed = {
        audience,
        stream: new ViewStream(view ?? {}, this.#parts.now),
        sockets: new Set(),
        shown: view !== undefined,
        leftAt: undefined,
      };
      this.#followed.set(key, followed);
    } else {
      this.#advance(followed);
    }
    socket.data.follows = audience;
    followed.sockets.add(socket as Socket);
    followed.leftAt = undefined;
    void socket.join(key);
    if (followed.shown) (socket as Socket).emit('snapshot', followed.stream.snapshot());
  }

  #leave(socket: ScreenSocket): void {
    const followed = this.#streamOf(socket);
    followed?.sockets.delete(socket as Socket);
    if (followed?.sockets.size === 0) followed.leftAt = this.#parts.now();
  }

  #streamOf({ data: { audience, follows = audience } }: ScreenSocket): Followed | undefined {
    return this.#followed.get(audienceKey(follows));
  }

  #catchUp(socket: ScreenSocket, held: unknown): 'patches' | 'snapshot' {
    const stream = this.#streamOf(socket)?.stream;
    const missed = isHeld(held) ? stream?.after(held) : undefined;
    for (const patch of missed ?? []) (socket as Socket).emit('patch', patch);
    if (missed === undefined && stream !== undefined) (socket as Socket).emit('snapshot', stream.snapshot());
    return missed === undefined ? 'snapshot' : 'patches';
  }

  #refresh(): void {
    for (const followed of [...this.#followed.values()].filter(isOfWalls)) {
      this.#regroup(followed);
      this.#advanceWatched(followed);
    }
    this.#others ??= setImmediate(() => {
      this.#others = undefined;
      for (const followed of this.#followed.values()) if (!isOfWalls(followed)) this.#advanceWatched(followed);
    });
  }

  /** A wall that was set meanwhile goes to a stream of its own, and begins anew with a snapshot. */
  #regroup({ audience, sockets }: Followed): void {
    const key = audienceKey(audience);
    for (const socket of [...sockets] as ScreenSocket[]) {
      const shared = this.#parts.views.sharedAudience(socket.data.audience);
      if (audienceKey(shared) === key) continue;
      this.#leave(socket);
      void socket.leave(key);
      this.#follow(socket, shared);
    }
  }

  /** Whoever is shown a name is noted; where nobody looks, nobody is shown one. Who comes back is brought up to date. */
  #advanceWatched(followed: Followed): void {
    if (followed.sockets.size > 0) this.#advance(followed);
  }

  #advance(followed: Followed): void {
    const { audience, stream, sockets } = followed;
    const view = this.#parts.views.view(audience);
    if (view === undefined) return;
    const patch = stream.advance(view);
    const isFirst = !followed.shown;
    followed.shown = true;
    if (patch === undefined || sockets.size === 0) return;
    const audienceSockets = this.#io?.of(audience.namespace).to(audienceKey(audience));
    if (isFirst) audienceSockets?.emit('snapshot', stream.snapshot());
    else audienceSockets?.emit('patch', patch);
  }

  #tick(): void {
    const now = this.#parts.now();
    for (const [key, { audience, stream, leftAt }] of this.#followed) {
      if (leftAt !== undefined && now - leftAt > lingerMs) this.#followed.delete(key);
      else if (leftAt === undefined) this.#io?.of(audience.namespace).to(key).emit('tick', stream.tick());
    }
    this.#dropRevoked();
  }

  /** Closed, locked, revoked and expired credentials lose their line at once. */
  #dropRevoked(): void {
    for (const { sockets } of this.#followed.values()) {
      for (const socket of sockets) {
        if (!this.#parts.credentials.stillValid((socket as ScreenSocket).data.credential)) socket.disconnect(true);
      }
    }
  }
}

function isOfWalls({ audience }: Followed): boolean {
  return audience.namespace === '/display';
}

/** What a client's `connect_error` carries. */
function refusal(code: ErrorCode): Error {
  return Object.assign(new Error(errorCodes[code].meaning), { data: { code } });
}

function tooMany(): object {
  const { status, meaning } = errorCodes['rate-limited'];
  return { status, ok: false, error: { code: 'rate-limited', message: meaning } };
}

/** A client may leave the acknowledgement out, or send anything in its place. */
function acknowledge(answer: unknown, said: unknown): void {
  if (typeof answer === 'function') (answer as (said: unknown) => void)(said);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 256 ? value : undefined;
}

function isHeld(held: unknown): held is { stream: string; seq: number } {
  if (typeof held !== 'object' || held === null) return false;
  const { stream, seq } = held as { readonly stream?: unknown; readonly seq?: unknown };
  return typeof stream === 'string' && Number.isSafeInteger(seq);
}

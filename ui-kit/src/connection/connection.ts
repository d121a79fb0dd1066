// A screen's line to its server: the view it follows, how live it is, and the commands it sent.
// Invariants: what is shown is only ever what the server numbered; a command keeps its commandId through every retry,
// so it happens once; the clock of a commandId is the server's.

import type { Namespace, NamespaceViews, Patch, Snapshot, Tick } from '@foyer/contracts/sockets.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { io as connectSocket } from 'socket.io-client';
import type { ScreenOrder, ScreenReport } from '@foyer/contracts/device-orders.ts';
import { Commands, type CommandBody, type Pending, type SendOptions, type Sent } from './commands.ts';
import { Liveness, livenessOf, nextChangeMs } from './liveness.ts';
import { follow, type Held, type Incoming } from './view-follower.ts';

/** What a connection needs of a Socket.IO socket; the tests bring their own. */
export interface Wire {
  readonly connected: boolean;
  /** It is connected, or tries again by itself. */
  readonly active: boolean;
  on(event: string, listener: (message: never) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

export interface ConnectionOptions<N extends Namespace> {
  readonly namespace: N;
  /** What goes into the handshake's `auth`: `{ token, device? }`; for a ticket page `{ token: publicId }`. */
  readonly auth: Readonly<Record<string, string>>;
  /**
   * A line that fell silent is dropped and dialled again. Where the network was away, TCP itself tries again ever more
   * seldom, and would go on long after its return.
   */
  readonly redials?: true;
  /** The server's answer to a credential that has expired; without it the line goes on trying. */
  readonly expired?: () => void;
  /** Another origin than the page's own. */
  readonly url?: string;
  readonly openWire?: (url: string, auth: Readonly<Record<string, string>>) => Wire;
}

const CATCH_UP_AGAIN_MS = 3_000;
/** A server that refused, but not for good, is asked again after this. */
const REFUSED_AGAIN_MS = 5_000;
/** A server that sent its screen away is asked why after this: its answer says what the screen has to do. */
const SENT_AWAY_AGAIN_MS = 500;

export class Connection<N extends Namespace> {
  readonly #options: ConnectionOptions<N>;
  /** Read anew at every handshake. */
  readonly #auth: Record<string, string>;
  readonly #listeners = new Set<() => void>();
  readonly #commands: Commands;
  #wire: Wire | undefined;
  #held: Held<NamespaceViews[N]> | undefined;
  #heardAt: number | undefined;
  #startedAt = 0;
  #serverOffsetMs = 0;
  #refused = false;
  #caughtUpAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #shown: Liveness = Liveness.connecting;
  #report: ScreenReport | undefined;
  #order: ((order: ScreenOrder) => void) | undefined;

  constructor(options: ConnectionOptions<N>) {
    this.#options = options;
    this.#auth = { ...options.auth };
    this.#commands = new Commands({
      newId: () => uuidV7(this.serverNow(), crypto.getRandomValues(new Uint8Array(10))),
      deliver: (command, answer) => {
        if (!this.#wire?.connected) return false;
        this.#wire.emit('command', command, answer);
        return true;
      },
      changed: () => this.#tell(),
    });
  }

  /** The view as last heard; undefined until the first snapshot. Look at `liveness` before trusting it. */
  get view(): NamespaceViews[N] | undefined {
    return this.#held?.view;
  }

  get liveness(): Liveness {
    if (this.#refused) return Liveness.refused;
    return livenessOf(this.#silenceMs(), this.#heardAt !== undefined);
  }

  /** When the server was last heard, by its own clock; undefined when never. */
  get heardAt(): number | undefined {
    if (this.#heardAt === undefined) return undefined;
    return this.serverNow() - this.#silenceMs();
  }

  /** Commands that the server has not answered yet, oldest first. */
  get pending(): readonly Pending[] {
    return this.#commands.pending;
  }

  /** The server's time, milliseconds since 1970. */
  serverNow(): number {
    return Date.now() + this.#serverOffsetMs;
  }

  start(): void {
    if (this.#wire) return;
    this.#startedAt = performance.now();
    const { url = '', namespace, openWire = openSocket } = this.#options;
    const wire = openWire(`${url}${namespace}`, this.#auth);
    this.#wire = wire;
    wire.on('connect', () => {
      this.#refused = false;
      // The server greets with a snapshot; what was not answered goes again with the same commandId.
      this.#commands.retryAll();
      if (this.#report) wire.emit('report', this.#report);
      this.#tell();
    });
    wire.on('connect_error', (error: never) => {
      const code = (error as { data?: { code?: string } }).data?.code;
      if (code === 'unauthenticated' || code === 'not-allowed') this.#refused = true;
      else if (code === 'credential-expired' && this.#options.expired) this.#options.expired();
      else this.#comeBack(REFUSED_AGAIN_MS);
      this.#tell();
    });
    wire.on('disconnect', () => {
      this.#comeBack(SENT_AWAY_AGAIN_MS);
      this.#tell();
    });
    wire.on('snapshot', (message: Snapshot<NamespaceViews[N]>) => this.#take({ kind: 'snapshot', message }));
    wire.on('patch', (message: Patch) => this.#take({ kind: 'patch', message }));
    wire.on('order', (order: ScreenOrder) => this.#order?.(order));
    wire.on('tick', (message: Tick) => this.#take({ kind: 'tick', message }));
    wire.connect();
    this.#watchSilence();
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    const wire = this.#wire;
    this.#wire = undefined;
    wire?.disconnect();
    this.#commands.stop();
  }

  /** Another credential of the same person, from the next handshake on: the server ends the line of the one before. */
  use(auth: Readonly<Record<string, string>>): void {
    Object.assign(this.#auth, auth);
  }

  /** Called after the view, the liveness or the pending commands changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends a command and keeps at it with one commandId until the server answers, or `giveUpAfterMs` is over. */
  send(command: CommandBody, options?: SendOptions): Promise<Sent> {
    return this.#commands.send(command, options);
  }

  /** How this screen does: now, and at every connect until it says otherwise. */
  report(report: ScreenReport): void {
    this.#report = report;
    if (this.#wire?.connected) this.#wire.emit('report', report);
  }

  /** What the server tells this screen alone to do. */
  onOrder(listener: (order: ScreenOrder) => void): void {
    this.#order = listener;
  }

  #take(incoming: Incoming<NamespaceViews[N]>): void {
    if (!this.#wire) return;
    this.#heardAt = performance.now();
    this.#serverOffsetMs = incoming.message.serverTime - Date.now();
    const { held, needsCatchUp } = follow(this.#held, incoming);
    const changed = held !== this.#held;
    this.#held = held;
    if (needsCatchUp) this.#catchUp();
    else this.#caughtUpAt = Number.NEGATIVE_INFINITY;
    this.#watchSilence();
    if (changed || this.#shown !== this.liveness) this.#tell();
  }

  #catchUp(): void {
    if (performance.now() - this.#caughtUpAt < CATCH_UP_AGAIN_MS) return;
    this.#caughtUpAt = performance.now();
    const { stream, seq } = this.#held ?? { stream: '', seq: 0 };
    this.#wire?.emit('catch-up', { stream, seq }, () => undefined);
  }

  /** A wire whose server fell silent tries again by itself; one that the server refused or sent away does not. */
  #comeBack(afterMs: number): void {
    clearTimeout(this.#again);
    const wire = this.#wire;
    if (wire && !wire.active) this.#again = setTimeout(() => wire.connect(), afterMs);
  }

  #silenceMs(): number {
    return performance.now() - (this.#heardAt ?? this.#startedAt);
  }

  #watchSilence(): void {
    clearTimeout(this.#timer);
    const wait = nextChangeMs(this.#silenceMs());
    if (wait === undefined) return;
    this.#timer = setTimeout(() => {
      this.#tell();
      this.#redial();
      this.#watchSilence();
    }, wait);
  }

  #redial(): void {
    const wire = this.#wire;
    if (!this.#options.redials || !wire?.connected) return;
    wire.disconnect();
    wire.connect();
  }

  #tell(): void {
    this.#shown = this.liveness;
    for (const listener of this.#listeners) listener();
  }
}

/** A screen of the clinic is right again within 3 s of its server's return. */
const inTheClinic = { reconnectionDelayMax: 1_500, timeout: 4_000 } as const;
/** A phone has a slower line, and there are many. */
const overTheAir = { reconnectionDelayMax: 4_000, timeout: 8_000 } as const;

function openSocket(url: string, auth: Readonly<Record<string, string>>): Wire {
  return connectSocket(url, {
    auth,
    autoConnect: false,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 500,
    ...(url.endsWith('/ticket') ? overTheAir : inTheClinic),
  }) as unknown as Wire;
}

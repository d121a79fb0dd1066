/** A display as it connects, follows its view and comes back: the real connection of a screen, over a line that is cut. */
import { Connection } from '@foyer/ui-kit/connection/connection.ts';
import type { Socket } from 'socket.io-client';
import { cutLine, openCuttable } from './cuttable-socket.ts';
import type { ShownCall, WallJudge } from './wall-judge.ts';

export interface WatchedWallParts {
  readonly url: string;
  readonly token: string;
  readonly place: number;
  readonly judge: WallJudge;
  /** From its reconnecting until it was right. */
  readonly onRight: (ms: number) => void;
}

export class WatchedWall {
  readonly #parts: WatchedWallParts;
  readonly #connection: Connection<'/display'>;
  #socket: Socket | undefined;
  #connectedAt: number | undefined;
  /** Told of its view since then. */
  #isGreeted = false;
  /** Its first connecting is no reconnecting. */
  #connections = 0;
  /** How many calls there were when its line went away. */
  #awaySince: number | undefined;

  constructor(parts: WatchedWallParts) {
    this.#parts = parts;
    this.#connection = new Connection({
      namespace: '/display',
      auth: { token: parts.token },
      url: parts.url,
      openWire: (url, auth) => (this.#socket = openCuttable(url, auth)),
    });
  }

  start(): void {
    this.#connection.start();
    this.#socket?.on('connect', () => {
      this.#connections += 1;
      this.#connectedAt = performance.now();
      this.#isGreeted = false;
    });
    this.#socket?.on('disconnect', () => {
      this.#awaySince ??= this.#parts.judge.calls;
    });
    // After the connection's own listeners: the view has what came.
    this.#socket?.on('snapshot', () => {
      this.#isGreeted = true;
      this.#look();
    });
    this.#socket?.on('patch', () => this.#look());
  }

  stop(): void {
    this.#connection.stop();
  }

  cut(): boolean {
    return cutLine(this.#socket);
  }

  /** How many calls it has not been right for. */
  get missing(): number {
    return this.#awaySince === undefined ? 0 : this.#parts.judge.calls - this.#awaySince;
  }

  /** What was called may be known here a moment after it was on the wall. */
  get isRight(): boolean {
    this.#look();
    return (
      this.#socket?.connected === true && this.#connectedAt === undefined && this.#parts.judge.isRight(this.#calls)
    );
  }

  get #calls(): readonly ShownCall[] {
    return Object.values(this.#connection.view?.calls ?? {});
  }

  #look(): void {
    const { judge, place, onRight } = this.#parts;
    judge.shows(place, this.#calls);
    if (this.#connectedAt === undefined || !this.#isGreeted || !judge.isRight(this.#calls)) return;
    if (this.#connections > 1) onRight(performance.now() - this.#connectedAt);
    this.#connectedAt = undefined;
    this.#awaySince = undefined;
  }
}

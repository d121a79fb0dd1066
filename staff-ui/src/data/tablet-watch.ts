// Nobody is signed in: the tablet's own line, by which it hears help and what is down, and may call an emergency.

import type { TabletView } from '@foyer/contracts/staff-view.ts';
import type { Connection } from '@foyer/ui-kit/connection/connection.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';

/** What a watch needs of its connection; tests bring their own. */
export type WatchLine = Pick<
  Connection<'/staff'>,
  'view' | 'liveness' | 'pending' | 'serverNow' | 'send' | 'subscribe' | 'start' | 'stop'
>;

/** What a tablet hears by itself, as of now. */
export interface Heard {
  readonly view: TabletView | undefined;
  readonly hasLine: boolean;
  /** An emergency was called here and is not confirmed yet. */
  readonly isCalling: boolean;
  callEmergency(): void;
}

export class TabletWatch {
  readonly #line: WatchLine;

  constructor(line: WatchLine) {
    this.#line = line;
  }

  get view(): TabletView | undefined {
    return this.#line.view;
  }

  /** The edge does not know this tablet any more. */
  get isRefused(): boolean {
    return this.#line.liveness === Liveness.refused;
  }

  get isCalling(): boolean {
    return this.#line.pending.some(({ type }) => type === 'request-help');
  }

  now(): number {
    return this.#line.serverNow();
  }

  get heard(): Heard {
    return {
      view: this.view,
      hasLine: this.#line.liveness === Liveness.live,
      isCalling: this.isCalling,
      callEmergency: () => void this.#line.send({ type: 'request-help', kind: 'emergency' }),
    };
  }

  subscribe(listener: () => void): () => void {
    return this.#line.subscribe(listener);
  }

  start(): void {
    this.#line.start();
  }

  /** An emergency that was called goes on until the edge has answered. */
  stop(): void {
    if (!this.isCalling || this.isRefused) return this.#line.stop();
    const leave = this.#line.subscribe(() => {
      if (this.isCalling && !this.isRefused) return;
      leave();
      this.#line.stop();
    });
  }
}

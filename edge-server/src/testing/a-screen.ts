// A screen that follows its view over a line of its own, as the pages do.

import { io, type Socket } from 'socket.io-client';
import { applyMergePatch, type Namespace, type Patch, type Snapshot } from '@foyer/contracts/sockets.ts';
import { aCommandId } from './a-command-id.ts';

export class AScreen<V> {
  readonly socket: Socket;
  readonly #looks = new Set<() => void>();
  #view: V | undefined;
  #snapshots = 0;

  constructor(url: string, namespace: Namespace, auth: object) {
    this.socket = io(`${url}${namespace}`, { auth, transports: ['websocket'], forceNew: true });
    this.socket.on('snapshot', ({ view }: Snapshot<V>) => {
      this.#snapshots += 1;
      this.#take(view);
    });
    this.socket.on('patch', ({ changes }: Patch) => this.#take(applyMergePatch(this.#view, changes) as V));
  }

  /** As it is at any moment; undefined before the first snapshot. */
  get view(): V | undefined {
    return this.#view;
  }

  get snapshots(): number {
    return this.#snapshots;
  }

  /** What the question finds in the view, once it finds something. Rejects where the screen is not let in. */
  find<T>(ask: (view: V) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.#view === undefined ? undefined : ask(this.#view);
        if (found === undefined) return;
        this.#looks.delete(look);
        resolve(found);
      };
      this.#looks.add(look);
      this.socket.once('connect_error', reject);
      look();
    });
  }

  /** The view, once it is as wanted. */
  until(wanted: (view: V) => boolean): Promise<V> {
    return this.find((view) => (wanted(view) ? view : undefined));
  }

  send(command: object): Promise<unknown> {
    return this.socket.emitWithAck('command', { commandId: aCommandId(), ...command });
  }

  close(): void {
    this.socket.disconnect();
  }

  #take(view: V): void {
    this.#view = view;
    for (const look of [...this.#looks]) look();
  }
}

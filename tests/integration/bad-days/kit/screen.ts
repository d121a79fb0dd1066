// A screen as a test sees it: follows one view by the rules of the protocol and keeps everything that it was sent.

import { io, type Socket } from 'socket.io-client';
import {
  applyMergePatch,
  type Namespace,
  type NamespaceViews,
  type Patch,
  type Snapshot,
} from '@foyer/contracts/sockets.ts';

export class Screen<N extends Namespace> {
  readonly socket: Socket;
  /** Every message from the server, as text. */
  readonly heard: string[] = [];
  #view: NamespaceViews[N] | undefined;
  readonly #looking = new Set<() => void>();

  constructor(url: string, namespace: N, auth: { readonly token: string; readonly device?: string }) {
    this.socket = io(`${url}${namespace}`, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    this.socket.onAny((event: string, message: unknown) => this.heard.push(`${event} ${JSON.stringify(message)}`));
    this.socket.on('snapshot', ({ view }: Snapshot<NamespaceViews[N]>) => this.#take(view));
    this.socket.on('patch', ({ changes }: Patch) => {
      if (this.#view !== undefined) this.#take(applyMergePatch(this.#view, changes));
    });
  }

  get view(): NamespaceViews[N] | undefined {
    return this.#view;
  }

  /** Resolves once the view is as wanted, now or later. */
  until(wanted: (view: NamespaceViews[N]) => boolean): Promise<NamespaceViews[N]> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#view === undefined || !wanted(this.#view)) return;
        this.#looking.delete(look);
        resolve(this.#view);
      };
      this.#looking.add(look);
      look();
    });
  }

  command(command: object): Promise<{ readonly status: number; readonly [key: string]: unknown }> {
    return this.socket.emitWithAck('command', command) as Promise<{ status: number }>;
  }

  close(): void {
    this.socket.disconnect();
  }

  #take(view: NamespaceViews[N]): void {
    this.#view = view;
    for (const look of this.#looking) look();
  }
}

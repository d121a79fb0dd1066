// Draws its host again whenever the connection's view, liveness or unconfirmed commands change.

import type { Namespace } from '@foyer/contracts/sockets.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection } from './connection.ts';

export class ConnectionController<N extends Namespace> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #connection: Connection<N> | undefined;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get connection(): Connection<N> | undefined {
    return this.#connection;
  }

  /** Takes over a connection and starts it; the one before is stopped. */
  use(connection: Connection<N> | undefined): void {
    this.#leave?.();
    this.#connection?.stop();
    this.#connection = connection;
    this.#leave = connection?.subscribe(() => this.#host.requestUpdate());
    connection?.start();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.use(undefined);
  }
}

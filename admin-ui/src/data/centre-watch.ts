// Keeps what is known of the centre itself fresh while somebody can see it. Without an answer what was known stays: the
// page says by itself that the centre is away.

import type { CentreState } from '@foyer/contracts/centre-state.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fetchCentreState } from './centre.ts';

const EVERY_MS = 10_000;

export class CentreWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWatching = false;
  state: CentreState | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isWatching = true;
    void this.#refresh();
  }

  hostDisconnected(): void {
    this.#isWatching = false;
    clearTimeout(this.#timer);
  }

  async #refresh(): Promise<void> {
    const answer = document.hidden ? undefined : await fetchCentreState();
    if (!this.#isWatching) return;
    if (answer?.ok) {
      this.state = answer.value;
      this.#host.requestUpdate();
    }
    this.#timer = setTimeout(() => void this.#refresh(), EVERY_MS);
  }
}

// Keeps what is neither a clinic's nor a day's fresh while somebody can see it. What was known stays when the centre does
// not answer.

import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codeOf } from './centre.ts';

export class WatchOfAll<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<ApiAnswer<T>>;
  readonly #everyMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWatching = false;
  found: T | undefined;
  /** The code of the last answer where it was none. */
  fault: string | undefined;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<ApiAnswer<T>>, everyMs: number) {
    this.#host = host;
    this.#fetch = fetch;
    this.#everyMs = everyMs;
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
    const answer = document.hidden ? undefined : await this.#fetch();
    if (!this.#isWatching) return;
    if (answer?.ok) this.found = answer.value;
    if (answer) this.fault = codeOf(answer);
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.#refresh(), this.#everyMs);
  }
}

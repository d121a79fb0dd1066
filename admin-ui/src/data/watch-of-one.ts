// Keeps what belongs to one clinic, or to one day, fresh while somebody can see it. Answers that come late, for another
// one, are dropped.

import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codeOf } from './centre.ts';

export class WatchOfOne<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: (key: string) => Promise<ApiAnswer<T>>;
  readonly #everyMs: number;
  #key: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  found: T | undefined;
  /** The code of the last answer where it was none. */
  fault: string | undefined;

  constructor(host: ReactiveControllerHost, fetch: (key: string) => Promise<ApiAnswer<T>>, everyMs: number) {
    this.#host = host;
    this.#fetch = fetch;
    this.#everyMs = everyMs;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#key = undefined;
  }

  watch(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    this.found = undefined;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const key = this.#key;
    if (key === undefined) return;
    const answer = document.hidden ? undefined : await this.#fetch(key);
    if (key !== this.#key) return;
    clearTimeout(this.#timer);
    if (answer?.ok) this.found = answer.value;
    if (answer) this.fault = codeOf(answer);
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.refresh(), this.#everyMs);
  }
}

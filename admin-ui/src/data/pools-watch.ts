// Keeps the pools of a day fresh while somebody can see them. Answers that come late, for another day, are dropped.

import type { PoolList } from '@foyer/contracts/lease.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codeOf } from './centre.ts';
import { fetchPools } from './pools.ts';

const EVERY_MS = 10_000;

export class PoolsWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #date: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  found: PoolList | undefined;
  /** The code of the last answer where it was none. */
  fault: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#date = undefined;
  }

  watch(date: string): void {
    if (date === this.#date) return;
    this.#date = date;
    this.found = undefined;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const date = this.#date;
    if (date === undefined) return;
    const answer = document.hidden ? undefined : await fetchPools(date);
    if (date !== this.#date) return;
    clearTimeout(this.#timer);
    if (answer?.ok) this.found = answer.value;
    if (answer) this.fault = codeOf(answer);
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.refresh(), EVERY_MS);
  }
}

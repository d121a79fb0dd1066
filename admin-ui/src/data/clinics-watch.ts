// Keeps the health of all clinics fresh while somebody can see it. What was known stays when the centre does not answer.

import type { ClinicHealthList } from '@foyer/contracts/clinic-health.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codeOf, fetchClinicHealth } from './centre.ts';

const EVERY_MS = 30_000;

export class ClinicsWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWatching = false;
  found: ClinicHealthList | undefined;
  /** The code of the last answer where it was none. */
  fault: string | undefined;

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
    const answer = document.hidden ? undefined : await fetchClinicHealth();
    if (!this.#isWatching) return;
    if (answer?.ok) this.found = answer.value;
    if (answer) this.fault = codeOf(answer);
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.#refresh(), EVERY_MS);
  }
}

// Keeps the day that is shown fresh: fetches it at once, then every few seconds while somebody can see it. Answers that
// come late, for a day or a clinic that was left, are dropped.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Place } from './address.ts';
import { codeOf, fetchDay } from './centre.ts';

const EVERY_MS = 5_000;

export class DayWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #signedOut: () => void;
  #place: Place | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  day: ClinicDay | undefined;
  /** The code of the last answer where it was none. */
  fault: string | undefined;
  /** When the centre answered last, by this machine's clock. */
  answeredAt: number | undefined;

  constructor(host: ReactiveControllerHost, signedOut: () => void) {
    this.#host = host;
    this.#signedOut = signedOut;
    host.addController(this);
  }

  /** The centre's clock minus this machine's. */
  get clockAheadMs(): number {
    return this.day && this.answeredAt !== undefined ? this.day.serverTime - this.answeredAt : 0;
  }

  watch(place: Place): void {
    const same = place.clinicId === this.#place?.clinicId && place.date === this.#place?.date;
    if (same) return;
    this.day = undefined;
    this.#place = place;
    this.fault = undefined;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const place = this.#place;
    if (!place?.clinicId) return;
    const answer = document.hidden ? undefined : await fetchDay(place.clinicId, place.date);
    if (place !== this.#place) return;
    if (answer?.ok) {
      this.day = answer.value;
      this.answeredAt = Date.now();
      this.fault = undefined;
    } else if (answer) {
      this.fault = codeOf(answer);
      if (this.fault === 'unauthenticated') return this.#signedOut();
    }
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.refresh(), EVERY_MS);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    this.stop();
  }

  /** Forgets what was shown. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#place = undefined;
    this.day = undefined;
    this.fault = undefined;
  }

  readonly #seen = () => {
    if (!document.hidden) void this.refresh();
  };
}

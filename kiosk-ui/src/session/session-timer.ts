// When a kiosk asks "Are you still there?" and when it forgets: 45 s without touch, 90 s while scanning, typing or
// being read to, 20 s on the ticket; all is wiped 20 s after the question. Source: SCREENS.md, Kiosk.

import type { Screen } from './screens.ts';

export const ANSWER_WITHIN_MS = 20_000;

/** Milliseconds of stillness before the question. */
export function stillnessMs(page: Screen['page'], beingReadTo: boolean): number {
  if (beingReadTo) return 90_000;
  switch (page) {
    case 'ticket':
      return 20_000;
    case 'scan':
    case 'birth-date':
    case 'confirm':
    case 'returning':
    case 'register':
    case 'question':
    case 'consent':
    case 'signature':
    case 'help':
      return 90_000;
    case 'idle':
    case 'identify':
    case 'something-else':
    case 'needs':
    case 'services':
    case 'wrong-clinic':
    case 'already':
    case 'remote':
    case 'refusal':
      return 45_000;
  }
}

export interface SessionTimerEvents {
  /** Nobody touched for a while. The idle screen is not asked, it is only put in order again. */
  readonly ask: () => void;
  readonly wipe: () => void;
}

export class SessionTimer {
  readonly #events: SessionTimerEvents;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  constructor(events: SessionTimerEvents) {
    this.#events = events;
  }

  get asking(): boolean {
    return this.#asking;
  }

  /** Somebody touched, or the screen changed. */
  touched(page: Screen['page'], beingReadTo: boolean): void {
    this.stop();
    this.#timer = setTimeout(() => this.#still(page), stillnessMs(page, beingReadTo));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking = false;
  }

  #still(page: Screen['page']): void {
    if (page === 'idle') {
      this.#events.wipe();
      return;
    }
    this.#asking = true;
    this.#timer = setTimeout(() => {
      this.#asking = false;
      this.#events.wipe();
    }, ANSWER_WITHIN_MS);
    this.#events.ask();
  }
}

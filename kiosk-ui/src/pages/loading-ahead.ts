// What may be needed with the line down is fetched while it is up: first what anybody may need, once the first screen has
// drawn, then the rest, while nobody stands here.

import { loadFirstPages, loadOtherPages } from './pages.ts';

export interface LoadingAheadParts {
  /** Nobody stands here, and nobody has for a while: whoever begins has the line for what they need. */
  readonly isStill: () => boolean;
  readonly loadKeys: () => Promise<unknown>;
}

/** The page draws its first screen meanwhile; it is not waited for longer. */
const drawnWithinMs = 4_000;

export class LoadingAhead {
  readonly #parts: LoadingAheadParts;
  #hasBegun = false;
  #others: 'not-yet' | 'now' | 'done' = 'not-yet';

  constructor(parts: LoadingAheadParts) {
    this.#parts = parts;
  }

  /** Once, however often it is asked for. */
  first(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    requestIdleCallback(() => void this.#loadFirst(), { timeout: drawnWithinMs });
  }

  /** Asked for every second: it goes on where it was left off. */
  async others(): Promise<void> {
    const { isStill, loadKeys } = this.#parts;
    if (this.#others !== 'not-yet' || !isStill()) return;
    this.#others = 'now';
    try {
      await loadOtherPages(isStill);
      if (isStill()) await loadKeys();
      this.#others = isStill() ? 'done' : 'not-yet';
    } catch {
      // The line went; the next still second tries again.
      this.#others = 'not-yet';
    }
  }

  async #loadFirst(): Promise<void> {
    await Promise.all([import('../components/kiosk-stopped.ts'), import('../components/kiosk-leave.ts')]);
    await loadFirstPages();
    await import('../components/kiosk-still-there.ts');
  }
}

// What every page of the kiosk is: it shows a part of the clinic's view and the screen it is on, and asks for acts. It
// keeps nothing of a person beyond what is being typed, and goes with its element when the session is wiped.

import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import { property } from 'lit/decorators.js';
import type { Act } from '../session/acts.ts';
import type { Busy } from '../session/attendant.ts';
import type { Screen } from '../session/screens.ts';
import type { Told } from '../session/told.ts';

export abstract class KioskPage<P extends Screen['page']> extends FoyerElement {
  @property({ attribute: false }) screen!: Extract<Screen, { page: P }>;
  @property({ attribute: false }) view: KioskView | undefined;
  @property({ attribute: false }) busy: Busy | undefined;
  /** The server's time, drawn again every second while a page counts. */
  @property({ attribute: false }) now = 0;
  /** How much larger than drawn letters are: 1 to 2. */
  @property({ attribute: false }) larger = 1;

  /** What was said here so far. */
  @property({ attribute: false }) told: Told | undefined;

  /** What "Listen" reads: the question and the ways on, nothing of a person. */
  abstract spoken(): string;

  protected ask(act: Act): void {
    this.dispatchEvent(new CustomEvent<Act>('kiosk-act', { detail: act, bubbles: true, composed: true }));
  }

  protected go(screen: Screen): void {
    this.ask({ act: 'go', screen });
  }
}

declare global {
  interface HTMLElementEventMap {
    'kiosk-act': CustomEvent<Act>;
  }
}

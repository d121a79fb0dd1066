// What every page of the kiosk is: it shows a part of the clinic's view and the screen it is on, and asks for acts. It
// keeps nothing of a person beyond what is being typed, and goes with its element when the session is wiped.

import type { KioskView } from '@foyer/contracts/views.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';
import { property } from 'lit/decorators.js';
import type { Act, Busy } from '../session/attendant.ts';
import type { Screen } from '../session/screens.ts';

export abstract class KioskPage<P extends Screen['page']> extends FoyerElement {
  @property({ attribute: false }) screen!: Extract<Screen, { page: P }>;
  @property({ attribute: false }) view: KioskView | undefined;
  @property({ attribute: false }) busy: Busy | undefined;
  /** The server's time, drawn again every second while a page counts. */
  @property({ attribute: false }) now = 0;

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

/**
 * Two areas on every page: `.ask` (what is asked, facts) and `.act` (doors, keys), which stands on the floor. Upright
 * they are one above the other, lying side by side. `--act-height` is how high acts may reach (less when moved down),
 * `--text` how much small text is enlarged.
 */
export const pageStyles = css`
  :host {
    display: grid;
    grid-template: 'ask' auto 'act' minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 100%;
    padding-inline: 64px;
  }
  .ask {
    grid-area: ask;
    padding-top: var(--ask-top);
    min-width: 0;
  }
  .act {
    grid-area: act;
    align-self: end;
    min-width: 0;
    padding-top: 32px;
  }
  @container stage (min-aspect-ratio: 1/1) {
    :host {
      grid-template: 'ask act' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
      column-gap: 80px;
    }
    .wide {
      font-size: calc(30px * var(--text-scale));
    }
    .act {
      position: sticky;
      bottom: 0;
    }
  }
  h1 {
    font-size: calc(72px * var(--title));
    line-height: 1.17;
    font-weight: 700;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .sub {
    margin-top: 16px;
    font-size: calc(34px * var(--text-scale));
    line-height: 1.41;
    color: var(--muted);
  }
  .wide {
    display: grid;
    font-size: calc(34px * var(--text-scale));
    --button-height: 96px;
    --button-justify: flex-start;
    --button-align: start;
    --button-padding: 8px 32px;
    --button-gap: 24px;
    --button-icon: 48px;
  }
  .wide::part(words) {
    flex: 1;
    display: flex;
    justify-content: space-between;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .wide .end {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-inline-start: auto;
    color: var(--muted);
    --icon-size: 36px;
  }
  .wide .end foyer-icon {
    color: var(--text);
  }
  .doors {
    display: flex;
    align-items: flex-end;
    gap: 20px;
  }
  .doors > * {
    flex: 1 1 0;
    min-width: 0;
  }
  .big {
    display: block;
    font-weight: 700;
    letter-spacing: -0.025em;
    line-height: 1;
  }
  .door-title {
    display: block;
    font-size: calc(46px * var(--title));
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .door-what {
    display: block;
    font-size: calc(28px * var(--text-scale));
    line-height: 1.42;
  }
  :host(:lang(ar)) h1,
  :host(:lang(ar)) .big,
  :host(:lang(ar)) .door-title {
    letter-spacing: 0;
    line-height: 1.5;
  }
  :host(:lang(ar)) .sub,
  :host(:lang(ar)) .door-what {
    line-height: 1.55;
  }
`;

// The time of day at the clinic, drawn again at every full minute.

import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

const MINUTE_MS = 60_000;

@customElement('wall-clock')
export class WallClock extends FoyerElement {
  @property() zone: string | undefined;
  /** The server's time, milliseconds since 1970. */
  @property({ attribute: false }) now: () => number = () => Date.now();

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const now = this.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.requestUpdate(), MINUTE_MS - (now % MINUTE_MS));
    return html`<time>${formatTime(now, this.zone)}</time>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wall-clock': WallClock;
  }
}

// The wall while the clinic is closed and nobody is there: dark but for the time, which is somewhere else every minute,
// so that no line of it burns into the panel.

import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { restingPlace } from '@foyer/ui-kit/offline/night.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Coprime to one another, so that the time comes by everywhere. */
const acrossPlaces = 7;
const downPlaces = 5;

@customElement('night-page')
export class NightPage extends FoyerElement {
  static override styles = css`
    :host {
      position: fixed;
      inset: 0;
      background: #000;
      color: #9c9c9c;
      cursor: none;
    }
    time {
      position: absolute;
      translate: calc(var(--across) * -100%) calc(var(--down) * -100%);
      inset: calc(4vmin + var(--down) * (100% - 8vmin)) auto auto calc(4vmin + var(--across) * (100% - 8vmin));
      font-size: 6vmin;
      line-height: 1;
      font-feature-settings: 'tnum' 1;
    }
  `;

  @property() zone: string | undefined;
  /** The server's time, milliseconds since 1970. */
  @property({ type: Number }) now = Date.now();

  override render() {
    return html`<time>${formatTime(this.now, this.zone)}</time>`;
  }

  override updated(): void {
    this.style.setProperty('--across', String(restingPlace(this.now, acrossPlaces)));
    this.style.setProperty('--down', String(restingPlace(this.now, downPlaces)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'night-page': NightPage;
  }
}

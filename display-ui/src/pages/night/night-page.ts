// The wall while the clinic is closed and nobody is there: dark but for the time, which is somewhere else every minute,
// so that no line of it burns into the panel.

import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Shares of the room that the time leaves: coprime to one another, so that it comes by everywhere. */
const acrossSteps = 7;
const downSteps = 5;

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
    const minute = Math.floor(this.now / 60_000);
    this.style.setProperty('--across', String((minute % acrossSteps) / (acrossSteps - 1)));
    this.style.setProperty('--down', String((minute % downSteps) / (downSteps - 1)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'night-page': NightPage;
  }
}

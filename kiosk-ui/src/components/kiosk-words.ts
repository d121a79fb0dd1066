// Large words that never break inside a word: where the longest does not fit its door, all of them shrink together.
// Names of services and rooms come from the clinic, in any length and language.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';

const LEAST = 0.4;

@customElement('kiosk-words')
export class KioskWords extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        overflow-wrap: normal;
        word-break: keep-all;
      }
      :host(:lang(zh)) {
        word-break: normal;
      }
      span {
        display: block;
        font-size: calc(1em * var(--fit, 1));
      }
    `,
  ];

  @query('span') private words!: HTMLSpanElement;
  readonly #resized = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override updated(): void {
    this.#fit();
    void document.fonts.ready.then(() => this.#fit());
  }

  override render() {
    return html`<span><slot @slotchange=${() => this.#fit()}></slot></span>`;
  }

  #fit(): void {
    if (!this.isConnected || !this.words) return;
    this.style.setProperty('--fit', '1');
    const share = this.clientWidth / this.words.scrollWidth;
    if (share < 1) this.style.setProperty('--fit', String(Math.max(LEAST, Math.floor(share * 100) / 100)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-words': KioskWords;
  }
}

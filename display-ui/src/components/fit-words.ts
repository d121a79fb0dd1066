// Words as large as their box lets them be: the host's font size is the most, and they shrink until they fit, wrapped.
// Numbers in them stand out in bold, as on every sign of a clinic.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';

const STEPS = 8;

@customElement('fit-words')
export class FitWords extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        min-width: 0;
        min-height: 0;
        /* Descenders may stand out of the box; words that do not fit may not. */
        overflow: clip;
        overflow-clip-margin: 0.2em;
      }
      span {
        display: block;
        font-size: var(--fitted, 1em);
        line-height: var(--fit-line, 1.18);
        overflow-wrap: normal;
        text-wrap: balance;
      }
      .cut {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() words = '';
  /** The size below which words are cut instead, as a share of the most. */
  @property({ type: Number }) least = 0.35;

  readonly #resized = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    void document.fonts.ready.then(() => this.#fit());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override render() {
    const parts = this.words.split(/(\d+)/);
    return html`<span>${parts.map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : part))}</span>`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#fit();
  }

  #fit(): void {
    const words = this.renderRoot.querySelector('span');
    if (!words || this.clientWidth === 0) return;
    words.classList.remove('cut');
    let [fits, tooLarge] = [this.least, 1];
    if (this.#fitsAt(words, 1)) fits = 1;
    for (let step = 0; step < STEPS && fits < 1; step += 1) {
      const middle = (fits + tooLarge) / 2;
      if (this.#fitsAt(words, middle)) fits = middle;
      else tooLarge = middle;
    }
    words.classList.toggle('cut', !this.#fitsAt(words, fits));
  }

  #fitsAt(words: HTMLElement, share: number): boolean {
    words.style.setProperty('--fitted', `${share}em`);
    return words.scrollWidth <= this.clientWidth && words.offsetHeight <= this.clientHeight;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fit-words': FitWords;
  }
}

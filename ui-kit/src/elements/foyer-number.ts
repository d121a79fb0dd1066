// The ticket number, the same object on wall, kiosk, phone and tablet: letters Regular, digits Bold, its box exactly
// its capitals. Size it by `font-size` on the host, or set `fit` and it fills the width it stands in (up to `fit` px).

import { css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

const MEASURED_AT_PX = 100;

@customElement('foyer-number')
export class FoyerNumber extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        line-height: 0;
      }
      :host([fit]) {
        display: block;
        /* Round letters stand a little above and below the capitals: nothing is cut there. */
        overflow-x: clip;
      }
      span {
        display: inline-block;
        position: relative;
        top: -0.031em;
        font-family: var(--font-number);
        font-weight: 700;
        line-height: 0.716;
        letter-spacing: -0.025em;
        font-feature-settings:
          'tnum' 1,
          'lnum' 1;
        white-space: nowrap;
        direction: ltr;
        unicode-bidi: isolate;
        /* The font's own box is taller than the capitals: it lies over what stands above and below. */
        pointer-events: none;
      }
      :host([fit]) span {
        font-size: var(--fitted, 1em);
      }
      i {
        font-style: normal;
        font-weight: 400;
        margin-inline-end: 0.06em;
      }
    `,
  ];

  /** "A047". */
  @property() value = '';
  /** The largest font size in px when the number fills its width; without it the host's font size holds. */
  @property({ type: Number, reflect: true }) fit: number | undefined;

  readonly #resized = new ResizeObserver(() => this.#fill());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override render() {
    const [, letters = '', digits = this.value] = /^(\D*)(.*)$/.exec(this.value) ?? [];
    return html`<span>${letters ? html`<i>${letters}</i>` : ''}${digits}</span>`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#fill();
    void document.fonts?.ready.then(() => this.#fill());
  }

  #fill(): void {
    const text = this.renderRoot.querySelector('span');
    if (!this.fit || !text || !this.isConnected) return;
    this.style.setProperty('--fitted', `${MEASURED_AT_PX}px`);
    const share = text.offsetWidth / MEASURED_AT_PX;
    const size = share > 0 ? Math.min(this.fit, this.clientWidth / share) : this.fit;
    this.style.setProperty('--fitted', `${Math.max(1, size).toFixed(2)}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-number': FoyerNumber;
  }
}

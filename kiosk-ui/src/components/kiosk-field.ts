// The field that is being typed into: large, and smaller as a long name grows, its end always in view. Keys of a real
// keyboard go into it as well; a phone's own keyboard never comes up.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

@customElement('kiosk-field')
export class KioskField extends FoyerElement {
  static override styles = [
    shared,
    css`
      input {
        display: block;
        width: 100%;
        height: 168px;
        padding: 0 32px;
        border: 8px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        color: var(--text);
        font: 700 88px/1.36 var(--font);
        letter-spacing: -0.02em;
        caret-color: var(--text);
        text-align: start;
      }
      input.long {
        font-size: min(88px, calc(64px * var(--text-scale)));
      }
      input.longest {
        font-size: min(88px, calc(48px * var(--text-scale)));
      }
      input.digits {
        direction: ltr;
        font-feature-settings: 'tnum' 1;
      }
      input:focus-visible {
        outline: none;
      }
      :host(:lang(ar)) input {
        letter-spacing: 0;
      }
    `,
  ];

  @property() value = '';
  @property() label = '';
  @property({ type: Boolean }) digits = false;

  @query('input') private input!: HTMLInputElement;

  override firstUpdated(): void {
    this.focus();
  }

  /** Until it is drawn there is nothing to focus; then it begins with the focus by itself. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus({ preventScroll: true });
  }

  override updated(): void {
    this.input.scrollLeft = this.input.scrollWidth;
  }

  override render() {
    const { length } = this.value;
    return html`<input
      class="${length > 22 ? 'longest' : length > 14 ? 'long' : ''} ${this.digits ? 'digits' : ''}"
      aria-label=${this.label}
      inputmode="none"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      dir=${this.digits ? 'ltr' : 'auto'}
      .value=${this.value}
      @input=${() => this.#typed()}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.dispatchEvent(new CustomEvent('kiosk-next', { detail: '' }))}
    />`;
  }

  #typed(): void {
    this.dispatchEvent(new CustomEvent('kiosk-typed', { detail: this.input.value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-field': KioskField;
  }
}

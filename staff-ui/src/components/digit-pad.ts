// Keys for digits. Fires `digit` with "0" to "9", "00" or "delete". `layout` is that of a telephone (PIN) or of a cash
// register (seven on top). A keyboard's digits are the page's to pass on.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { t } from '../strings/strings.ts';

const layouts = {
  phone: ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'delete', '0', ''],
  till: ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '00', 'delete'],
} as const;

@customElement('digit-pad')
export class DigitPad extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 12px;
        direction: ltr;
      }
      button {
        display: grid;
        place-items: center;
        min-height: var(--pad-key, 72px);
        border: 2px solid var(--pad-edge, var(--line));
        border-radius: var(--r1);
        background: var(--pad-fill, var(--raised));
        color: var(--pad-text, var(--text));
        font-size: var(--pad-size, 1.75rem);
        font-weight: 700;
        --icon-size: 1.75rem;
      }
      .rest {
        display: grid;
        place-items: center;
      }
      button:active:not(:disabled) {
        transform: translateY(2px);
      }
      button:disabled {
        cursor: default;
        opacity: 0.6;
      }
    `,
  ];

  @property() layout: keyof typeof layouts = 'phone';
  @property({ type: Boolean }) disabled = false;

  override render() {
    return html`${layouts[this.layout].map((key) => {
      if (key === '') return html`<span class="rest"><slot></slot></span>`;
      const erase = key === 'delete';
      return html`<button
        type="button"
        ?disabled=${this.disabled}
        aria-label=${erase ? t('common.delete') : nothing}
        @click=${() => this.#press(key)}
      >
        ${erase ? html`<foyer-icon name="delete" .stroke=${2.2}></foyer-icon>` : key}
      </button>`;
    })}`;
  }

  #press(key: string): void {
    this.dispatchEvent(new CustomEvent<string>('digit', { detail: key }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'digit-pad': DigitPad;
  }
  interface HTMLElementEventMap {
    digit: CustomEvent<string>;
  }
}

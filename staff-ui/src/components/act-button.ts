// One act on a patient: sign above word, 72 px and up. `pending` = pressed and not confirmed: a dashed frame.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';

@customElement('act-button')
export class ActButton extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        min-width: 0;
      }
      button {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 4px;
        min-height: max(72px, 4.5rem);
        padding: 4px 0;
        background: var(--raised);
        border: 2px solid var(--line);
        border-radius: var(--r1);
        font-size: clamp(0.875rem, 3.8cqi, 0.9375rem);
        line-height: 1.25;
        text-align: center;
        --icon-size: 1.625rem;
      }
      button:active:not(:disabled) {
        transform: translateY(2px);
      }
      button:disabled {
        background: transparent;
        border-color: var(--hair);
        color: var(--muted);
        cursor: default;
      }
      .pending,
      .pending:disabled {
        border: 2px dashed var(--text);
        color: var(--text);
      }
      .word {
        max-width: 100%;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() icon: IconName = 'tick';
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) pending = false;
  /** Read instead of the word. */
  @property() label = '';

  override render() {
    return html`<button
      type="button"
      class=${this.pending ? 'pending' : ''}
      ?disabled=${this.disabled || this.pending}
      aria-busy=${this.pending ? 'true' : nothing}
      aria-label=${this.label || nothing}
    >
      <foyer-icon name=${this.icon} .stroke=${2}></foyer-icon><span class="word"><slot></slot></span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'act-button': ActButton;
  }
}

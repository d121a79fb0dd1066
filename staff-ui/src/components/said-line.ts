// A "no" of the edge, in words that say what to do. It stays until it is read. Fires `read`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { Said } from '../data/staff-session.ts';
import { refusalText } from '../strings/refusal-text.ts';
import { t } from '../strings/strings.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('said-line')
export class SaidLine extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: contents;
      }
      p {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 8px 8px 16px;
        border: 4px solid var(--alert);
        border-radius: var(--r1);
        background: var(--raised);
      }
      p:dir(rtl) {
        padding: 8px 16px 8px 8px;
      }
      foyer-icon {
        color: var(--alert);
        --icon-size: 1.75rem;
      }
      .words {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) said: Said | undefined;

  override render() {
    if (!this.said) return nothing;
    const { code, facts, number } = this.said;
    return html`<p role="alert">
      <foyer-icon name="warning"></foyer-icon>
      <span class="words">${number ? html`<b>${number}:</b> ` : nothing}${refusalText(code, facts)}</span>
      <foyer-button @click=${() => this.dispatchEvent(new CustomEvent('read'))}>${t('common.ok')}</foyer-button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'said-line': SaidLine;
  }
  interface HTMLElementEventMap {
    read: CustomEvent;
  }
}

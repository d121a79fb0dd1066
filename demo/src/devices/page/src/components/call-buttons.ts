// The call buttons that stand on desks in the rooms: round, one press each.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { BenchView } from '../../../bench-view.ts';
import { t } from '../strings/strings.ts';

type CallButton = BenchView['buttons'][number];

@customElement('call-buttons')
export class CallButtons extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 24px;
      }
      h2 {
        font-size: 20px;
        font-weight: 700;
      }
      button {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 72px;
        padding: 0 12px 0 0;
        background: none;
        border: 0;
      }
      .knob {
        width: 64px;
        height: 64px;
        border: 4px solid var(--text);
        border-radius: 50%;
        background: var(--raised);
        box-shadow:
          inset 0 0 0 10px var(--raised),
          inset 0 0 0 13px var(--text);
      }
      button:active .knob {
        background: var(--text);
        transform: translateY(2px);
      }
    `,
  ];

  @property({ attribute: false }) buttons: readonly CallButton[] = [];

  override render() {
    return html`<h2>${t('buttons.title')}</h2>
      ${
        this.buttons.length === 0
          ? html`<p class="muted">${t('buttons.none')}</p>`
          : this.buttons.map(
              (one) =>
                html`<button type="button" @click=${() => this.#press(one)}>
                  <span class="knob"></span><span>${one.name}</span>
                </button>`,
            )
      }`;
  }

  #press(button: CallButton): void {
    this.dispatchEvent(new CustomEvent<CallButton>('button-pressed', { detail: button }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-buttons': CallButtons;
  }
}

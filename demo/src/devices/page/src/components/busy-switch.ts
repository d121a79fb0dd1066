// A busy morning: patients and staff who come and go by themselves, to be watched on every screen. Fires `busy-switched`
// with whether it is to run.

import '@foyer/ui-kit/elements/foyer-button.ts';

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import { t } from '../strings/strings.ts';

@customElement('busy-switch')
export class BusySwitch extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        white-space: nowrap;
        --button-height: 44px;
        --button-padding: 2px 16px;
      }
      h2 {
        font-size: 20px;
        font-weight: 700;
      }
    `,
  ];

  @property({ type: Boolean }) running = false;

  override render() {
    const words = t(this.running ? 'busy.stop' : 'busy.start');
    return html`<h2>${t('busy.title')}</h2>
      <foyer-button label="${t('busy.title')}: ${words}" @click=${() => this.#switch()}>${words}</foyer-button>`;
  }

  #switch(): void {
    this.dispatchEvent(new CustomEvent<boolean>('busy-switched', { detail: !this.running }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'busy-switch': BusySwitch;
  }
}

// Before the whole screen while somebody who hears it wants nobody to read it. A touch lifts it, and presses nothing that
// lies behind. Fires `kiosk-lift`.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

@customElement('kiosk-curtain')
export class KioskCurtain extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 3;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 32px;
        padding: 64px;
        background: var(--text);
        color: var(--surface);
        font-size: 40px;
        line-height: 1.4;
        text-align: center;
        --icon-size: 96px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', () => this.dispatchEvent(new CustomEvent('kiosk-lift')));
  }

  override render() {
    return html`<foyer-icon name="listen" stroke="1.5"></foyer-icon>
      <p>${t('guide.curtain')}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-curtain': KioskCurtain;
  }
  interface HTMLElementEventMap {
    'kiosk-lift': CustomEvent;
  }
}

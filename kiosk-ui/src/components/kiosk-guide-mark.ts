// In the header while somebody is guided by voice: that the guide is on, and where nothing here speaks the language, that
// the keys work all the same.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

@customElement('kiosk-guide-mark')
export class KioskGuideMark extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 12px;
        max-width: 400px;
        font-size: 28px;
        line-height: 1.2;
        --icon-size: 36px;
      }
    `,
  ];

  /** Nothing here speaks this language. */
  @property({ type: Boolean }) silent = false;

  override render() {
    return html`<foyer-icon name="listen"></foyer-icon
      ><span role="status">${this.silent ? t('guide.noVoice') : t('guide.mark')}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-guide-mark': KioskGuideMark;
  }
}

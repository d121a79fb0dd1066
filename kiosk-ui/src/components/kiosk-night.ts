// Before the whole screen at night, while the clinic is closed and nobody is there: dark but for one sentence, which is
// somewhere else every minute so that it does not burn into the panel. Any touch or key brings the screen back.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { restingPlace } from '@foyer/ui-kit/offline/night.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

const places = 5;

@customElement('kiosk-night')
export class KioskNight extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 2;
        background: #000;
        color: #9c9c9c;
        font-size: 40px;
        line-height: 1.4;
      }
      div {
        position: absolute;
        inset-inline: 64px;
        top: calc(64px + var(--place, 0) * (100% - 400px));
      }
      b {
        font-size: 48px;
      }
    `,
  ];

  /** When it opens again, in words. */
  @property() opens = '';
  @property({ type: Number }) now = 0;

  override render() {
    return html`<div>
      <p><b>${t('closed.title')}</b></p>
      <p>${this.opens}</p>
      <p>${t('night.touch')}</p>
    </div>`;
  }

  override updated(): void {
    this.style.setProperty('--place', String(restingPlace(this.now, places)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-night': KioskNight;
  }
}

import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { tight } from '../../components/panel.ts';
import { t } from '../../strings/strings.ts';

/** Where to hold the code or the document. The reader is on all the time; this page only says how. */
@customElement('scan-page')
export class ScanPage extends KioskPage<'scan'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      .doors > * {
        --door-padding: 40px;
      }
      .reader {
        flex: 560 1 0;
        min-height: min(760px, var(--act-height));
      }
      .reader foyer-icon {
        --icon-size: min(300px, calc(var(--act-height) * 0.3));
      }
      .reader .big {
        margin-top: auto;
        font-size: min(calc(80px * var(--text-scale)), 144px, calc(var(--act-height) * 0.11 * var(--text-scale)));
        line-height: 1.1;
      }
      .reader .door-what {
        margin-top: 12px;
        font-size: calc(36px * var(--text-scale));
        line-height: 1.34;
      }
      .reader .down {
        display: block;
      }
      .reader .down foyer-icon {
        --icon-size: min(112px, calc(var(--act-height) * 0.12));
      }
      .other {
        flex: 372 1 0;
        min-height: min(480px, var(--act-height));
        --door-padding: 32px;
      }
      @container ${tight} {
        .reader > foyer-icon {
          display: none;
        }
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    return [this.#title(), t('scan.how'), t('scan.on'), `${t('scan.otherWay')}: ${t('scan.otherWayWhat')}`].join(' ');
  }

  override render() {
    return html`<section class="ask">
        <h1><kiosk-words>${this.#title()}</kiosk-words></h1>
        <p class="sub">${t('scan.how')}</p>
      </section>
      <section class="act doors">
        <foyer-door class="reader" state="lit" fill>
          <foyer-icon .name=${this.screen.what === 'code' ? 'qr' : 'document'} stroke="1.25"></foyer-icon>
          <kiosk-words class="big">${t('scan.here')}</kiosk-words>
          <span class="door-what">${t('scan.on')}</span>
          <span class="down" slot="foot"><foyer-icon name="arrow-down" stroke="2.6"></foyer-icon></span>
        </foyer-door>
        <foyer-door class="other" action @click=${() => this.ask({ act: 'back' })}>
          <kiosk-words class="door-title">${t('scan.otherWay')}</kiosk-words>
          <span class="door-what" slot="foot">${t('scan.otherWayWhat')}</span>
        </foyer-door>
      </section>`;
  }

  #title(): string {
    return this.screen.what === 'code' ? t('scan.code') : t('scan.document');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scan-page': ScanPage;
  }
}

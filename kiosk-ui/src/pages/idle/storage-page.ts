import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { t } from '../../strings/strings.ts';
import { shutStyles } from './shut-styles.ts';

/** The screen that waits while the box can keep no number: where to go, and that a number which was given stays good. */
@customElement('storage-page')
export class StoragePage extends KioskPage<'idle'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      h1 {
        font-size: calc(112px * var(--text-scale));
        line-height: 1.1;
      }
      .sub {
        font-size: calc(48px * var(--text-scale));
      }
      .big {
        font-size: min(calc(64px * var(--text-scale)), 104px, calc(var(--act-height) * 0.12 * var(--text-scale)));
        line-height: 1.15;
      }
      @container ${lying} {
        h1 {
          font-size: calc(84px * var(--text-scale));
        }
      }
      @container ${tight} {
        .sub {
          font-size: 60px;
        }
      }
    `,
    shutStyles,
    tightStyles,
  ];

  override spoken(): string {
    return [t('refusal.goDesk'), t('storage.what'), t('storage.number'), t('storage.desk')].join(' ');
  }

  override render() {
    return html`<section class="ask">
        <h1><kiosk-words>${t('refusal.goDesk')}</kiosk-words></h1>
        <p class="sub">${t('storage.what')}</p>
        <p class="sub"><b>${t('storage.number')}</b></p>
      </section>
      <section class="act doors">
        <foyer-door state="lit"><kiosk-words class="big">${t('storage.desk')}</kiosk-words></foyer-door>
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'storage-page': StoragePage;
  }
}

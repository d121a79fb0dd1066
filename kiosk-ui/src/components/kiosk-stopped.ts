// The kiosk without its server: says so in every script, says what to do, and promises nothing. Nothing is lit.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { language, languageCodes } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';
import { tongues } from '../strings/tongues.ts';

@customElement('kiosk-stopped')
export class KioskStopped extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        padding-top: 48px;
        background: var(--surface);
      }
      foyer-brand,
      main,
      .below {
        padding-inline: 64px;
      }
      foyer-brand {
        font-size: 44px;
      }
      main {
        display: grid;
        grid-template-rows: auto 1fr;
      }
      h1 {
        margin-top: 72px;
        font-size: 112px;
        line-height: 1.08;
        letter-spacing: -0.025em;
        text-wrap: balance;
      }
      .what {
        margin-top: 32px;
        font-size: 60px;
        line-height: 1.2;
      }
      .tongues {
        display: grid;
        gap: 8px;
        margin-top: 48px;
        font: 400 44px/1.5 var(--font-tongues);
      }
      .tongues:dir(ltr) bdi {
        text-align: left;
      }
      .tongues:dir(rtl) bdi {
        text-align: right;
      }
      foyer-door {
        align-self: end;
        justify-self: start;
        width: 556px;
        height: 440px;
        --door-padding: 40px;
        font-size: 36px;
        line-height: 1.34;
        color: var(--muted);
      }
      .below {
        padding-block: 32px 44px;
        font-size: 34px;
        line-height: 1.4;
        color: var(--muted);
      }
      :host(:lang(ar)) h1 {
        letter-spacing: 0;
        line-height: 1.4;
      }
      @container kiosk (min-aspect-ratio: 1/1) {
        main {
          grid-template: 'words door' 1fr / 1fr 1fr;
        }
        foyer-door {
          grid-area: door;
          justify-self: end;
        }
        h1 {
          margin-top: 40px;
          font-size: 96px;
        }
        .tongues {
          margin-top: 24px;
        }
      }
    `,
  ];

  @property() clinic = '';
  @property() zone: string | undefined;
  @property({ type: Number }) heardAt: number | undefined;

  override render() {
    return html`<foyer-brand .name=${this.clinic || 'Foyer'}></foyer-brand>
      <main>
        <div>
          <h1 role="alert">${t('offline.title')}</h1>
          <p class="what">${t('offline.what')}</p>
          <p class="tongues">
            ${languageCodes.filter((code) => code !== language.code).map((code) => html`<bdi lang=${code}>${tongues.desk[code]}</bdi>`)}
          </p>
        </div>
        <foyer-door state="hollow">
          ${this.heardAt === undefined ? nothing : t('offline.since', { time: formatTime(this.heardAt, this.zone) })}
        </foyer-door>
      </main>
      <foyer-floor broken><p class="below">${t('offline.why')}</p></foyer-floor>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-stopped': KioskStopped;
  }
}

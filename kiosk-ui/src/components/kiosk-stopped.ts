// The kiosk without its server: says so in every script, says what to do, and promises nothing. Nothing is lit.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { language, languageCodes } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';
import { tongues } from '../strings/tongues.ts';
import './kiosk-words.ts';
import { lying, tight } from './panel.ts';

@customElement('kiosk-stopped')
export class KioskStopped extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: 'words' auto 'door' minmax(0, 1fr) / minmax(0, 1fr);
        gap: 24px 80px;
        min-height: 100%;
        padding-inline: 64px;
      }
      h1 {
        margin-top: 56px;
        font-size: calc(112px * var(--display-scale));
        line-height: 1.08;
        letter-spacing: -0.025em;
        text-wrap: balance;
      }
      .what {
        margin-top: 32px;
        font-size: calc(60px * var(--display-scale));
        line-height: 1.2;
      }
      .tongues {
        display: grid;
        gap: 8px;
        margin-top: 40px;
        font: 400 calc(44px * var(--display-scale)) / 1.5 var(--font-tongues);
      }
      .tongues:dir(ltr) bdi {
        text-align: left;
      }
      .tongues:dir(rtl) bdi {
        text-align: right;
      }
      foyer-door {
        grid-area: door;
        align-self: end;
        justify-self: start;
        width: 556px;
        min-height: min(440px, var(--act-height));
        --door-padding: 40px;
        color: var(--muted);
        font-size: calc(36px * var(--text-scale));
        line-height: 1.34;
      }
      foyer-door::part(door) {
        padding-inline-end: 72px;
        background: transparent;
        border-color: var(--line);
        color: var(--muted);
      }
      .why {
        margin-top: 24px;
        font-size: calc(34px * var(--text-scale));
        line-height: 1.4;
      }
      :host(:lang(ar)) h1,
      :host(:lang(ar)) .what {
        letter-spacing: 0;
        line-height: 1.4;
      }
      @container ${lying} {
        :host {
          grid-template: 'words door' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
        }
        foyer-door {
          justify-self: end;
        }
        h1 {
          margin-top: 40px;
          font-size: calc(96px * var(--display-scale));
        }
        .what {
          font-size: calc(52px * var(--display-scale));
        }
        .tongues {
          margin-top: 24px;
        }
      }
      @container ${tight} {
        :host {
          padding-inline-end: 104px;
        }
        foyer-door {
          width: auto;
          min-height: 0;
          justify-self: stretch;
        }
      }
    `,
  ];

  @property() zone: string | undefined;
  @property({ type: Number }) heardAt: number | undefined;

  override render() {
    return html`<div>
        <h1 role="alert"><kiosk-words>${t('offline.title')}</kiosk-words></h1>
        <p class="what">${t('offline.what')}</p>
        <p class="tongues">
          ${languageCodes.filter((code) => code !== language.code).map((code) => html`<bdi lang=${code}>${tongues.desk[code]}</bdi>`)}
        </p>
      </div>
      <foyer-door state="hollow">
        ${this.heardAt === undefined ? nothing : html`<b>${t('offline.since', { time: formatTime(this.heardAt, this.zone) })}</b>`}
        <p class="why">${t('offline.why')}</p>
      </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-stopped': KioskStopped;
  }
}

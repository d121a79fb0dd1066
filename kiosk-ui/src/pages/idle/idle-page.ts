import { language, languageCodes, localised } from '@foyer/ui-kit/language/language.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-ahead.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage, pageStyles } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { t } from '../../strings/strings.ts';
import { tongues } from '../../strings/tongues.ts';

/** The screen that waits: a greeting in every script, how many are before a walk-in, and two doors. */
@customElement('idle-page')
export class IdlePage extends KioskPage<'idle'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      :host {
        --ask-top: 56px;
      }
      .hello {
        font-size: calc(96px * var(--title));
        line-height: 1.17;
        letter-spacing: -0.02em;
        font-weight: 400;
      }
      .hello b {
        display: block;
      }
      .tongues {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 40px;
        margin-top: 16px;
        font: 400 calc(36px * var(--text-scale)) / 1.34 var(--font-tongues);
        color: var(--muted);
      }
      .now {
        margin-top: 52px;
      }
      .now p {
        font-size: calc(32px * var(--text-scale));
        line-height: 1.25;
        color: var(--muted);
      }
      .now strong {
        display: block;
        font-size: 72px;
        line-height: 1.22;
        letter-spacing: -0.02em;
        margin-bottom: 8px;
      }
      .check-in {
        flex: 556 1 0;
        min-height: min(704px, var(--act-height));
        --door-padding: 36px 40px 40px;
      }
      .check-in .big {
        font-size: min(128px, calc(var(--act-height) * 0.19));
        max-width: 4.2em;
      }
      .check-in .door-what {
        margin-top: 48px;
        max-width: 10em;
        font-size: calc(40px * var(--text-scale));
        line-height: 1.3;
      }
      .code {
        display: flex;
        align-items: center;
        gap: 24px;
        font-size: calc(30px * var(--text-scale));
        line-height: 1.34;
        --icon-size: 80px;
      }
      .walk-in {
        flex: 372 1 0;
        min-height: min(552px, var(--act-height));
        --door-padding: 32px 28px 40px 32px;
      }
      .walk-in .door-title {
        font-size: calc(46px * var(--title));
        line-height: 1.25;
      }
      .walk-in .foot {
        font-size: calc(30px * var(--text-scale));
        line-height: 1.34;
      }
      @container stage (min-aspect-ratio: 1/1) {
        :host {
          --ask-top: 28px;
        }
        .hello {
          font-size: calc(88px * var(--title));
        }
        .check-in {
          flex-grow: 488;
          min-height: min(640px, var(--act-height));
        }
        .walk-in {
          flex-grow: 344;
          min-height: min(512px, var(--act-height));
        }
        .now {
          margin-top: 40px;
        }
      }
      :host(:lang(ar)) .hello,
      :host(:lang(ar)) .now strong {
        letter-spacing: 0;
        line-height: 1.4;
      }
      :host(:lang(ar)) .now {
        margin-top: 36px;
      }
      :host(:lang(ar)) .check-in .big {
        font-size: min(104px, calc(var(--act-height) * 0.15));
      }
      :host(:lang(ar)) .check-in .door-what {
        margin-top: 16px;
      }
    `,
  ];

  override spoken(): string {
    return [
      this.#greeting(),
      t('idle.welcome'),
      `${t('idle.checkIn')}: ${t('idle.booked')}.`,
      t('idle.code'),
      `${t('idle.walkIn')}: ${t('idle.walkInWhat')}`,
    ].join(' ');
  }

  override render() {
    const waiting = this.#walkIns().reduce((sum, service) => sum + service.waiting, 0);
    return html`<section class="ask">
        <h1 class="hello">${this.#greeting()} <b>${t('idle.welcome')}</b></h1>
        <p class="tongues">
          ${languageCodes
            .filter((code) => code !== language.code)
            .map(
              (code) => html`<span lang=${code} dir=${code === 'ar' ? 'rtl' : 'ltr'}>${tongues.welcome[code]}</span>`,
            )}
        </p>
        <div class="now">
          <p>${t('idle.waitingNow')}</p>
          <strong>${t('idle.waiting', { count: waiting })}</strong>
          <foyer-ahead .count=${waiting}></foyer-ahead>
        </div>
      </section>
      <nav class="act doors">
        <foyer-door class="check-in" state="lit" action @click=${() => this.go({ page: 'identify' })}>
          <kiosk-words class="big">${t('idle.checkIn')}</kiosk-words>
          <span class="door-what">${t('idle.booked')}</span>
          <span class="code" slot="foot"
            ><foyer-icon name="qr" stroke="1.6"></foyer-icon><span>${t('idle.code')}</span></span
          >
        </foyer-door>
        <foyer-door class="walk-in" action @click=${this.#walkIn}>
          <kiosk-words class="door-title">${t('idle.walkIn')}</kiosk-words>
          <span class="foot" slot="foot">${t('idle.walkInWhat')}</span>
        </foyer-door>
      </nav>`;
  }

  #greeting(): string {
    const hour = Number(formatTime(this.now, this.view?.clinic.zone).slice(0, 2));
    if (hour < 5 || hour >= 19) return t('idle.evening');
    return hour < 12 ? t('idle.morning') : t('idle.afternoon');
  }

  #walkIns() {
    return Object.values(this.view?.services ?? {}).filter((service) => service.walkIn);
  }

  /** With one service there is nothing to choose: the number comes at once. */
  #walkIn(): void {
    const [only, ...others] = this.#walkIns().toSorted((a, b) => localised(a.name).localeCompare(localised(b.name)));
    if (only && others.length === 0) this.ask({ act: 'take-number', serviceId: only.id });
    else this.go({ page: 'services' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'idle-page': IdlePage;
  }
}

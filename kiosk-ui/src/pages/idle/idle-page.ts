import { language, languageCodes, localised } from '@foyer/ui-kit/language/language.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-ahead.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { delaysToTell, delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { waitText } from '@foyer/ui-kit/strings/wait-text.ts';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-wait.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight, tightLying } from '../../components/panel.ts';
import { walkInWait } from '../../session/walk-in-wait.ts';
import { t } from '../../strings/strings.ts';
import { tongues } from '../../strings/tongues.ts';

const MOST_DELAYS = 2;

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
        font-size: calc(96px * var(--display-scale));
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
        font-size: calc(72px * var(--display-scale));
        line-height: 1.22;
        letter-spacing: -0.02em;
        margin-bottom: 8px;
      }
      .now:has(+ .late) :is(foyer-ahead, kiosk-wait) {
        display: none;
      }
      .late {
        margin-top: 16px;
        font-size: calc(30px * var(--text-scale));
        line-height: 1.34;
      }
      .check-in {
        flex: 556 1 0;
        min-height: min(704px, var(--act-height));
        --door-padding: 36px 40px 40px;
      }
      .check-in .big {
        font-size: min(calc(128px * var(--text-scale)), 192px, calc(var(--act-height) * 0.19 * var(--text-scale)));
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
        font-size: calc(46px * var(--text-scale));
        line-height: 1.25;
      }
      .walk-in .foot {
        font-size: calc(30px * var(--text-scale));
        line-height: 1.34;
      }
      @container ${lying} {
        :host {
          --ask-top: 28px;
        }
        .hello {
          font-size: calc(88px * var(--display-scale));
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
      :host(:lang(ar)) .now:has(kiosk-wait) {
        margin-top: 12px;
      }
      :host(:lang(ar)) .check-in .big {
        font-size: min(calc(104px * var(--text-scale)), 168px, calc(var(--act-height) * 0.15 * var(--text-scale)));
      }
      :host(:lang(ar)) .check-in .door-what {
        margin-top: 16px;
      }
      @container ${tight} {
        .tongues,
        .now {
          display: none;
        }
        .check-in .big {
          max-width: none;
        }
        .check-in .door-what {
          margin-top: 16px;
          max-width: none;
        }
      }
      @container ${tightLying} {
        .check-in .big,
        :host(:lang(ar)) .check-in .big {
          font-size: min(calc(104px * var(--text-scale)), 144px);
          line-height: 1.1;
        }
        .check-in .door-what,
        :host(:lang(ar)) .check-in .door-what {
          margin-top: 0;
          font-size: calc(32px * var(--text-scale));
          line-height: 1.3;
        }
        .check-in .code {
          font-size: calc(26px * var(--text-scale));
          line-height: 1.25;
        }
        .code foyer-icon {
          display: none;
        }
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    return [
      this.#greeting(),
      t('idle.welcome'),
      `${t('idle.checkIn')}: ${t('idle.booked')}.`,
      t('idle.code'),
      `${t('idle.walkIn')}: ${t('idle.walkInWhat')}`,
      ...this.#spokenWait(),
      ...this.#delays,
    ].join(' ');
  }

  override render() {
    return html`<section class="ask">
        <h1 class="hello">${this.#greeting()} <b>${t('idle.welcome')}</b></h1>
        <p class="tongues">
          ${languageCodes
            .filter((code) => code !== language.code)
            .map(
              (code) => html`<span lang=${code} dir=${code === 'ar' ? 'rtl' : 'ltr'}>${tongues.welcome[code]}</span>`,
            )}
        </p>
        ${this.#now()} ${this.#delays.map((words) => html`<p class="late">${words}</p>`)}
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

  #spokenWait(): readonly string[] {
    const wait = walkInWait(this.#walkIns());
    if (wait === undefined) return [];
    return ['stopped' in wait ? waitText(wait) : `${t('idle.waitNow')}: ${waitText(wait)}.`];
  }

  /** How long the wait is, or how many wait where nobody can say. */
  #now() {
    const services = this.#walkIns();
    const wait = walkInWait(services);
    if (wait !== undefined && !('stopped' in wait)) {
      return html`<div class="now">
        <p>${t('idle.waitNow')}</p>
        <strong>${waitText(wait)}</strong>
        <kiosk-wait .wait=${wait}></kiosk-wait>
      </div>`;
    }
    const waiting = services.reduce((sum, service) => sum + service.waiting, 0);
    return html`<div class="now">
      <p>${wait === undefined ? nothing : waitText(wait)} ${t('idle.waitingNow')}</p>
      <strong>${t('idle.waiting', { count: waiting })}</strong>
      <foyer-ahead .count=${waiting}></foyer-ahead>
    </div>`;
  }

  /** Those that are felt most: the screen has a greeting to keep. */
  get #delays(): readonly string[] {
    return delaysToTell(this.view?.delays)
      .slice(0, MOST_DELAYS)
      .map((delay) => delayText(delay));
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

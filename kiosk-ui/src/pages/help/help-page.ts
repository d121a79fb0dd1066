import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { formatTimeWithSeconds } from '@foyer/ui-kit/language/format.ts';
import { language, languageCodes } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { helpState, isUnsent } from '../../session/help-state.ts';
import { t } from '../../strings/strings.ts';
import { tongues } from '../../strings/tongues.ts';

/** A call for help: being called, coming, or unanswered. Here is the lit door while one should stay, the desk when not. */
@customElement('help-page')
export class HelpPage extends KioskPage<'help'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      :host {
        --ask-top: 32px;
      }
      h1 {
        font-size: calc(136px * var(--display-scale));
        line-height: 1.06;
        letter-spacing: -0.03em;
      }
      .sub {
        margin-top: 32px;
        font-size: calc(56px * var(--display-scale));
        line-height: 1.2;
        color: var(--text);
      }
      .tongues {
        display: grid;
        grid-template-columns: auto auto;
        justify-content: start;
        gap: 0 56px;
        text-align: start;
        margin-top: 40px;
        font: 400 calc(36px * var(--text-scale)) / 1.6 var(--font-tongues);
      }
      .tongues:dir(ltr) bdi {
        text-align: left;
      }
      .tongues:dir(rtl) bdi {
        text-align: right;
      }
      .taken {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 20px;
        min-height: 120px;
        margin-top: 40px;
        padding-block: 12px;
        border-block: 2px solid var(--line);
        font-size: calc(38px * var(--text-scale));
        line-height: 1.25;
      }
      .disc {
        width: 32px;
        height: 32px;
        border-radius: 50%;
        background: var(--serving);
      }
      .escalation {
        position: relative;
        display: grid;
        grid-template-columns: repeat(3, auto);
        justify-content: space-between;
        gap: 24px;
        margin-top: 40px;
        font-size: calc(30px * var(--text-scale));
        line-height: 1.34;
      }
      .escalation::before {
        content: '';
        position: absolute;
        inset-inline: 16px 24px;
        top: 18px;
        height: 4px;
        background: var(--text);
      }
      .escalation li {
        position: relative;
        max-width: 11em;
      }
      .escalation svg {
        display: block;
        width: 40px;
        height: 40px;
        margin-bottom: 12px;
        fill: var(--surface);
        stroke: var(--text);
        stroke-width: 4;
      }
      .escalation .pressed {
        fill: var(--text);
      }
      .escalation .sounding {
        stroke: var(--alert);
        stroke-width: 8;
      }
      .escalation .alarm {
        color: var(--alert);
        font-weight: 700;
      }
      .act {
        display: flex;
        align-items: flex-end;
        gap: 24px;
        padding-top: 24px;
      }
      .lit {
        flex: 488 1 0;
        min-height: min(500px, var(--act-height));
        --door-padding: 32px 40px 36px;
        --handle-y: 58%;
      }
      .lit .small {
        display: block;
        font-size: calc(36px * var(--text-scale));
        line-height: 1.34;
      }
      .lit .big {
        font-size: min(calc(80px * var(--text-scale)), 144px, calc(var(--act-height) * 0.15 * var(--text-scale)));
        line-height: 1.1;
        margin-inline-end: 28px;
      }
      .desk .big {
        font-size: min(calc(136px * var(--display-scale)), calc(var(--act-height) * 0.25 * var(--display-scale)));
        overflow-wrap: normal;
      }
      .lit .door-what {
        font-size: calc(32px * var(--text-scale));
        line-height: 1.38;
      }
      .side {
        flex: 440 1 0;
        display: grid;
        gap: 32px;
        padding-bottom: 24px;
        min-width: 0;
      }
      .walk {
        font-size: calc(36px * var(--text-scale));
        line-height: 1.34;
      }
      .walk b {
        display: block;
        font-size: calc(44px * var(--text-scale));
      }
      .arrow {
        --icon-size: min(160px, calc(var(--act-height) * 0.25));
      }
      .helper {
        flex: 272 1 0;
        min-height: min(408px, calc(var(--act-height) * 0.76));
        --door-padding: 28px 24px 32px;
        --handle-y: 40%;
      }
      .helper foyer-icon {
        --icon-size: 88px;
      }
      .helper .door-what {
        margin-top: auto;
        font-size: calc(32px * var(--text-scale));
      }
      h1.unanswered {
        font-size: calc(124px * var(--display-scale));
      }
      :host(:lang(ar)) h1 {
        font-size: calc(112px * var(--display-scale));
        line-height: 1.4;
      }
      @container ${lying} {
        h1,
        h1.unanswered,
        :host(:lang(ar)) h1 {
          font-size: calc(88px * var(--display-scale));
        }
        .lit .big {
          font-size: calc(60px * var(--text-scale));
        }
        .desk .big {
          font-size: calc(112px * var(--display-scale));
        }
        .sub {
          font-size: calc(40px * var(--text-scale));
          margin-top: 16px;
        }
        .tongues {
          font-size: calc(32px * var(--text-scale));
          margin-top: 20px;
        }
        .taken,
        .escalation {
          margin-top: 20px;
          min-height: 0;
          font-size: calc(28px * var(--text-scale));
        }
      }
      @container ${tight} {
        :host h1 {
          font-size: calc(112px * var(--display-scale));
        }
        .tongues {
          grid-template-columns: auto;
          font-size: calc(36px * var(--display-scale));
        }
        .escalation {
          grid-template-columns: minmax(0, 1fr);
        }
        .escalation::before {
          display: none;
        }
        .escalation li {
          display: grid;
          grid-template-columns: 64px minmax(0, 1fr);
          max-width: none;
        }
        .act {
          flex-direction: column;
          align-items: stretch;
          gap: 16px;
        }
        .act > * {
          flex: none;
          min-height: 0;
        }
        .act > foyer-icon {
          display: none;
        }
        .desk {
          order: -1;
          border-bottom: 8px solid var(--text);
        }
        .helper {
          order: -1;
          border-bottom: 8px solid var(--text);
        }
      }
    `,
    tightStyles,
  ];

  /** The kiosk's own name, as staff know it: "Kiosk 1, entrance". */
  @property() place = '';

  override spoken(): string {
    return `${this.#title()} ${this.#state === 'unanswered' ? t('help.callOut') : t('help.comingWhat')}`;
  }

  override render() {
    const state = this.#state;
    return html`<section class="ask">
        <h1 role="alert" class=${state}><kiosk-words>${this.#title()}</kiosk-words></h1>
        ${state === 'unanswered' ? nothing : html`<p class="sub">${state === 'coming' ? t('help.comingWhat') : t('help.callingWhat')}</p>`}
        ${state === 'calling' ? nothing : this.#tongues(state === 'coming' ? 'coming' : 'goToDesk')}
        ${state === 'coming' ? this.#taken() : nothing} ${state === 'unanswered' ? this.#escalation() : nothing}
      </section>
      <section class="act">
        ${state === 'unanswered' ? html`${this.#cannotWalk()}${this.#desk()}` : html`${this.#here()}${this.#helper(state)}`}
      </section>`;
  }

  get #state() {
    return helpState(this.view, this.screen, this.now);
  }

  get #unsent(): boolean {
    return isUnsent(this.screen, this.now);
  }

  #title(): string {
    return { calling: t('help.calling'), coming: t('help.coming'), unanswered: t('help.unanswered') }[this.#state];
  }

  #tongues(which: 'coming' | 'goToDesk') {
    return html`<p class="tongues">
      ${languageCodes
        .filter((code) => code !== language.code)
        .map((code) => html`<bdi lang=${code}>${tongues[which][code]}</bdi>`)}
    </p>`;
  }

  #taken() {
    return html`<p class="taken"><span class="disc"></span><b>${t('help.answered')}</b></p>`;
  }

  #escalation() {
    return html`<ol class="escalation">
      <li>
        <svg viewBox="0 0 40 40" aria-hidden="true"><circle class="pressed" cx="20" cy="20" r="18" /></svg>
        ${t('help.you')}<br /><b>${formatTimeWithSeconds(this.screen.pressedAt, this.view?.clinic.zone)}</b>
      </li>
      <li>
        <svg viewBox="0 0 40 40" aria-hidden="true">
          <circle cx="20" cy="20" r="16" />
          <path d="M12 12l16 16M28 12 12 28" />
        </svg>
        ${this.#unsent ? t('help.noLine') : t('help.noAnswer')}
      </li>
      ${
        this.#unsent
          ? nothing
          : html`<li class="alarm">
              <svg viewBox="0 0 40 40" aria-hidden="true"><circle class="sounding" cx="20" cy="20" r="15" /></svg>
              ${t('help.soundingNow')}
            </li>`
      }
    </ol>`;
  }

  #here() {
    return html`<foyer-door class="lit" state="lit">
      <span class="small">${t('help.here')}</span>
      <kiosk-words class="big">${this.place}</kiosk-words>
      <span class="door-what" slot="foot">${t('help.known')}</span>
    </foyer-door>`;
  }

  #helper(state: 'calling' | 'coming') {
    return html`<foyer-icon class="arrow" name="back" stroke="2"></foyer-icon>
      <foyer-door class="helper" .state=${state === 'coming' ? 'open' : 'hollow'} fill>
        <foyer-icon .name=${state === 'coming' ? 'person' : 'bell'} stroke="1.5"></foyer-icon>
        <span class="door-what">${state === 'coming' ? t('help.from') : t('help.ringing')}</span>
      </foyer-door>`;
  }

  #cannotWalk() {
    return html`<div class="side">
      <p class="walk"><b>${t('help.cannotWalk')}</b>${this.#unsent ? t('help.callOut') : t('help.cannotWalkWhat')}</p>
      <foyer-icon class="arrow" name="forward" stroke="2"></foyer-icon>
    </div>`;
  }

  #desk() {
    return html`<foyer-door class="lit desk" state="lit">
      <kiosk-words class="big">${t('help.desk')}</kiosk-words>
      <span class="door-what" slot="foot">${t('help.deskWhat')}</span>
    </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-page': HelpPage;
  }
}

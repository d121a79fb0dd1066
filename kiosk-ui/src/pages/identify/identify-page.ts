import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { t } from '../../strings/strings.ts';

/** How to be found: a code, a document, a birth date, or a number for the desk. Four choices, and no list of names. */
@customElement('identify-page')
export class IdentifyPage extends KioskPage<'identify'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      .notice {
        margin-bottom: 24px;
        padding: 16px 24px;
        border: 4px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        font-size: calc(32px * var(--text-scale));
        line-height: 1.3;
      }
      .act {
        display: grid;
        gap: 40px;
      }
      .doors {
        align-items: stretch;
      }
      .doors > * {
        min-height: min(784px, calc(var(--act-height) - 136px));
        --handle-y: 40%;
      }
      .doors > *::part(door) {
        padding: 40px;
        padding-inline: 28px 16px;
      }
      .doors.short > * {
        min-height: min(600px, calc(var(--act-height) - 136px));
      }
      .doors foyer-icon {
        --icon-size: clamp(72px, calc(var(--act-height) * 0.16), 144px);
        margin-inline-start: -8px;
      }
      .words {
        margin-top: auto;
      }
      .door-what {
        margin-top: 20px;
        min-height: 4.26em;
      }
      @container ${lying} {
        .act {
          gap: 24px;
        }
        .door-title {
          font-size: calc(36px * var(--text-scale));
        }
        .door-what {
          font-size: calc(26px * var(--text-scale));
        }
        .doors > * {
          --handle-y: 32%;
        }
        .doors > *::part(door) {
          padding-block: 28px 16px;
          padding-inline: 20px 12px;
        }
      }
      @container ${tight} {
        .act {
          gap: 16px;
        }
        .doors > foyer-door::part(body) {
          flex-direction: row;
          align-items: center;
          gap: 24px;
        }
        .doors foyer-icon {
          --icon-size: 96px;
        }
        .words {
          flex: 1;
          min-width: 0;
          margin: 0;
        }
        .door-what {
          min-height: 0;
          margin-top: 8px;
        }
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    const { question, code, birthDate, birthDateWhat } = this.#words();
    return [
      question,
      `${code}: ${t('identify.codeWhat')}`,
      `${t('identify.document')}: ${t('identify.documentWhat')}`,
      `${birthDate}: ${birthDateWhat}`,
      this.told?.onBehalf
        ? `${t('identify.none')}: ${t('desk.number')}.`
        : `${t('identify.forOther')}. ${t('identify.orElse')}.`,
    ].join(' ');
  }

  override render() {
    const words = this.#words();
    const short = this.screen.undone || this.told?.partyOf;
    return html`<section class="ask">
        ${this.#notice()}
        <h1><kiosk-words>${words.question}</kiosk-words></h1>
        <p class="sub">${t('identify.promise')}</p>
      </section>
      <section class="act">
        ${this.told?.onBehalf ? this.#none() : this.#somethingElse()}
        <nav class="doors ${short ? 'short' : ''}">
          ${this.#door('lit', 'qr', words.code, t('identify.codeWhat'), () => this.go({ page: 'scan', what: 'code' }))}
          ${this.#door('hollow', 'document', t('identify.document'), t('identify.documentWhat'), () => this.go({ page: 'scan', what: 'document' }))}
          ${this.#door('hollow', 'calendar', words.birthDate, words.birthDateWhat, () => this.go({ page: 'birth-date' }))}
        </nav>
      </section>`;
  }

  #somethingElse() {
    return html`<foyer-button class="wide" icon="people" @click=${() => this.go({ page: 'something-else' })}>
      ${t('identify.forOther')}
      <span class="end">${t('identify.orElse')}<foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
    </foyer-button>`;
  }

  #none() {
    return html`<foyer-button class="wide" icon="person" @click=${() => this.ask({ act: 'desk-number' })}>
      ${t('identify.none')}
      <span class="end">${t('desk.number')}<foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
    </foyer-button>`;
  }

  /** Whom it is about is in the question, and again in what is pressed. */
  #words() {
    const theirs = this.told?.onBehalf;
    return {
      question: t(theirs ? 'identify.theirQuestion' : 'identify.question'),
      code: t(theirs ? 'identify.theirCode' : 'identify.code'),
      birthDate: t(theirs ? 'identify.theirBirthDate' : 'identify.birthDate'),
      birthDateWhat: t(theirs ? 'identify.theirBirthDateWhat' : 'identify.birthDateWhat'),
    };
  }

  #notice() {
    if (this.screen.undone) {
      return html`<p class="notice" role="status"><b>${t('undone.title')}</b> ${t('undone.what')}</p>`;
    }
    if (!this.told?.partyOf) return nothing;
    return html`<p class="notice" role="status"><b>${t('identify.another')}</b> ${t('identify.anotherWhat')}</p>`;
  }

  #door(state: 'lit' | 'hollow', icon: 'qr' | 'document' | 'calendar', title: string, what: string, press: () => void) {
    return html`<foyer-door .state=${state} action fill @click=${press}>
      <foyer-icon .name=${icon} stroke="1.25"></foyer-icon>
      <span class="words"
        ><kiosk-words class="door-title">${title}</kiosk-words><span class="door-what">${what}</span></span
      >
    </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'identify-page': IdentifyPage;
  }
}

import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { opensAgainAt } from '../../session/opening.ts';
import { openingText } from '../../strings/opening-text.ts';
import { t } from '../../strings/strings.ts';
import { shutStyles } from './shut-styles.ts';

/** The screen that waits while nobody is admitted: when the clinic opens again, and where somebody is meanwhile. */
@customElement('closed-page')
export class ClosedPage extends KioskPage<'idle'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      h1 {
        font-size: calc(96px * var(--text-scale));
        line-height: 1.15;
      }
      .sub {
        font-size: calc(52px * var(--text-scale));
      }
      .big {
        font-size: min(calc(72px * var(--text-scale)), 144px, calc(var(--act-height) * 0.13 * var(--text-scale)));
        line-height: 1.1;
      }
      .door-what {
        font-size: calc(34px * var(--text-scale));
        line-height: 1.38;
      }
      @container ${lying} {
        h1 {
          font-size: calc(72px * var(--text-scale));
        }
      }
      @container ${tight} {
        .sub {
          font-size: 64px;
        }
      }
    `,
    shutStyles,
    tightStyles,
  ];

  override spoken(): string {
    return [t('closed.title'), this.#why(), this.#opens(), ...this.#way()].filter((words) => words !== '').join(' ');
  }

  override render() {
    const [where, what] = this.#way();
    return html`<section class="ask">
        <h1><kiosk-words>${t('closed.title')}</kiosk-words></h1>
        ${this.#why() === '' ? nothing : html`<p class="sub"><b>${this.#why()}</b></p>`}
        <p class="sub">${this.#opens()}</p>
      </section>
      <section class="act doors">
        <foyer-door state=${this.view?.deskOpen ? 'lit' : 'closed'}>
          <kiosk-words class="big">${where}</kiosk-words>
          <span class="door-what" slot="foot">${what}</span>
        </foyer-door>
      </section>`;
  }

  /** A public holiday by its name. */
  #why(): string {
    const reason = this.view?.clinic.closedFor;
    return reason === undefined ? '' : localised(reason);
  }

  #opens(): string {
    const clinic = this.view?.clinic;
    return openingText('closed', clinic && opensAgainAt(clinic), this.now, clinic?.zone);
  }

  #way(): readonly [where: string, what: string] {
    return this.view?.deskOpen
      ? [t('refusal.goDesk'), t('closed.deskWhat')]
      : [t('closed.nobody'), t('closed.nobodyWhat')];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'closed-page': ClosedPage;
  }
}

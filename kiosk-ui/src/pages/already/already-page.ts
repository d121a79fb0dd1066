import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { arrivalStyles } from '../../components/arrival-styles.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { t } from '../../strings/strings.ts';

/** Checked in before: the number is still good, and is printed again for who wants it. */
@customElement('already-page')
export class AlreadyPage extends KioskPage<'already'> {
  static override styles = [
    shared,
    pageStyles,
    arrivalStyles,
    css`
      foyer-number {
        display: block;
        margin-bottom: 16px;
      }
      .sub {
        margin-top: 8px;
      }
      @container ${lying} {
        foyer-number {
          max-width: 640px;
        }
      }
      @container ${tight} {
        foyer-number {
          max-width: 480px;
          margin-bottom: 16px;
        }
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    return [this.#sentence(), t(this.#prints ? 'already.question' : 'already.noPaper')].join(' ');
  }

  override render() {
    const { number } = this.screen.ticket;
    return html`<section class="ask">
        <foyer-number .value=${number} .fit=${412} aria-hidden="true"></foyer-number>
        <h1 role="status"><kiosk-words>${this.#sentence()}</kiosk-words></h1>
        <p class="sub">${t(this.#prints ? 'already.question' : 'already.noPaper')}</p>
      </section>
      <nav class="act doors">
        <foyer-door action state="lit" @click=${() => this.ask({ act: 'reprint' })}>
          <kiosk-words class="big">${t(this.#prints ? 'already.again' : 'already.show')}</kiosk-words>
          <span class="door-what" slot="foot">${t(this.#prints ? 'already.againWhat' : 'already.showWhat')}</span>
        </foyer-door>
        <foyer-door action state="hollow" @click=${() => this.ask({ act: 'finish' })}>
          <kiosk-words class="door-title">${t('already.no')}</kiosk-words>
          <span class="door-what" slot="foot">${t('already.noWhat')}</span>
        </foyer-door>
      </nav>`;
  }

  get #prints(): boolean {
    return this.view?.printer !== 'unavailable';
  }

  #sentence(): string {
    const { number, state, ahead } = this.screen.ticket;
    if (state === 'called') return t('already.called', { number });
    if (state !== 'waiting') return t('already.number', { number });
    return t('already.ahead', { number, count: ahead });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'already-page': AlreadyPage;
  }
}

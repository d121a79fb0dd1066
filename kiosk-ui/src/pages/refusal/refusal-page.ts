import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { formatDay } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { arrivalStyles } from '../../components/arrival-styles.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { opensAgainAt } from '../../session/opening.ts';
import { refusals, type WayOn } from '../../session/refusals.ts';
import { openingText } from '../../strings/opening-text.ts';
import { t } from '../../strings/strings.ts';

/** A kind "no": what is, what to do, what stays safe, and up to three doors, the first of them lit. */
@customElement('refusal-page')
export class RefusalPage extends KioskPage<'refusal'> {
  static override styles = [
    shared,
    pageStyles,
    arrivalStyles,
    css`
      .doors > :first-child {
        min-height: min(600px, var(--act-height));
      }
      .doors > :not(:first-child) {
        flex: 240 1 0;
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    return [this.#title(), this.#what(), ...this.#ways().map((way) => `${this.#door(way).title}.`)].join(' ');
  }

  override render() {
    const ways = this.#ways();
    return html`<section class="ask">
        <h1 role="status"><kiosk-words>${this.#title()}</kiosk-words></h1>
        <p class="sub">${this.#what()}</p>
      </section>
      <nav class="act doors">
        ${
          ways.length === 0
            ? this.#place()
            : ways.map((way, index) => {
                const { title, what, press } = this.#door(way);
                return html`<foyer-door action .state=${index === 0 ? 'lit' : 'hollow'} @click=${press}>
                  <kiosk-words class=${index === 0 ? 'big' : 'door-title'}>${title}</kiosk-words>
                  <span class="door-what" slot="foot">${what}</span>
                </foyer-door>`;
              })
        }
      </nav>`;
  }

  #title(): string {
    const { kind, facts } = this.screen;
    if (kind === 'other-day') {
      const at = facts.date ? Date.parse(`${facts.date}T12:00:00Z`) : Number.NaN;
      return Number.isNaN(at) ? t('refusal.otherDayUnknown') : t('refusal.otherDay', { date: formatDay(at, 'UTC') });
    }
    if (kind === 'other-clinic') {
      return facts.clinic ? t('refusal.otherClinic', { clinic: facts.clinic }) : t('refusal.otherClinicUnknown');
    }
    if (kind === 'day-full') {
      const service = facts.serviceId ? this.view?.services[facts.serviceId] : undefined;
      return service ? t('refusal.dayFull', { service: localised(service.name) }) : t('refusal.dayFullUnknown');
    }
    return t(refusals[kind].title);
  }

  #what(): string {
    const { kind } = this.screen;
    const clinic = this.view?.clinic;
    if (kind === 'closed') return openingText('closed', clinic && opensAgainAt(clinic), this.now, clinic?.zone);
    if (kind === 'day-full') return openingText('full', clinic?.opensNextDayAt, this.now, clinic?.zone);
    return t(refusals[kind].what);
  }

  /** Where there is nothing to press: the desk, unless the clinic is closed and nobody is there. */
  #place() {
    const isEmpty = this.screen.kind === 'closed' && !this.view?.deskOpen;
    return isEmpty
      ? html`<foyer-door state="closed">
          <kiosk-words class="big">${t('closed.nobody')}</kiosk-words>
          <span class="door-what" slot="foot">${t('closed.nobodyWhat')}</span>
        </foyer-door>`
      : html`<foyer-door state="lit"><kiosk-words class="big">${t('refusal.goDesk')}</kiosk-words></foyer-door>`;
  }

  /** Without a service for the desk there are no numbers for it: then the desk itself is the way. */
  #ways(): readonly WayOn[] {
    return refusals[this.screen.kind].ways.filter((way) => way !== 'desk' || this.view?.deskServiceId !== undefined);
  }

  #door(way: WayOn): { title: string; what: string; press: () => void } {
    const { identificationId } = this.screen;
    switch (way) {
      case 'desk':
        return {
          title: t('refusal.deskDoor'),
          what: t('refusal.deskWhat'),
          press: () => this.ask({ act: 'desk-number' }),
        };
      case 'other-way':
        return {
          title: t('refusal.otherWay'),
          what: t('refusal.otherWayWhat'),
          press: () => this.go({ page: 'identify' }),
        };
      case 'other-service':
        return {
          title: t('services.more'),
          what: t('services.moreWhat'),
          press: () => this.go({ page: 'services', ...(identificationId ? { identificationId } : {}) }),
        };
      case 'walk-in':
        return {
          title: t('refusal.walkIn'),
          what: t('idle.walkInWhat'),
          press: () => this.go({ page: 'services', ...(identificationId ? { identificationId } : {}) }),
        };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'refusal-page': RefusalPage;
  }
}

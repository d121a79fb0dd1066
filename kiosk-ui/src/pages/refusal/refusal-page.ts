import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { formatDay } from '@foyer/ui-kit/language/format.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage, pageStyles } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { refusals, type WayOn } from '../../session/refusals.ts';
import { t } from '../../strings/strings.ts';

/** A kind "no": what is, what to do, what stays safe, and up to three doors, the first of them lit. */
@customElement('refusal-page')
export class RefusalPage extends KioskPage<'refusal'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      h1 {
        font-size: calc(80px * var(--title));
        line-height: 1.15;
      }
      .sub {
        margin-top: 28px;
        font-size: calc(44px * var(--text-scale));
        line-height: 1.3;
        color: var(--text);
      }
      .doors > * {
        min-height: min(448px, calc(var(--act-height) * 0.82));
        --door-padding: 28px 24px 32px;
        --handle-y: 45%;
      }
      .doors > :first-child {
        flex: 440 1 0;
        min-height: min(600px, var(--act-height));
        --door-padding: 36px 40px;
      }
      .doors > :not(:first-child) {
        flex: 240 1 0;
      }
      .doors .big {
        font-size: min(72px, calc(var(--act-height) * 0.13));
        line-height: 1.1;
      }
      .door-title {
        font-size: calc(40px * var(--title));
      }
      .doors > :first-child .door-what {
        font-size: calc(32px * var(--text-scale));
        line-height: 1.38;
      }
      @container stage (min-aspect-ratio: 1/1) {
        h1 {
          font-size: 64px;
        }
        .sub {
          font-size: calc(36px * var(--text-scale));
        }
        .door-title {
          font-size: 34px;
        }
        .doors .big {
          font-size: 56px;
        }
      }
    `,
  ];

  override spoken(): string {
    return [
      this.#title(),
      t(refusals[this.screen.kind].what),
      ...this.#ways().map((way) => `${this.#door(way).title}.`),
    ].join(' ');
  }

  override render() {
    const ways = this.#ways();
    return html`<section class="ask">
        <h1 role="status">${this.#title()}</h1>
        <p class="sub">${t(refusals[this.screen.kind].what)}</p>
      </section>
      <nav class="act doors">
        ${
          ways.length === 0
            ? html`<foyer-door state="lit"><kiosk-words class="big">${t('refusal.goDesk')}</kiosk-words></foyer-door>`
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
    return t(refusals[kind].title);
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

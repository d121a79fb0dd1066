import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { waitText } from '@foyer/ui-kit/strings/wait-text.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { t } from '../../strings/strings.ts';
import { needsButton } from '../needs/needs-button.ts';

type Service = KioskView['services'][string];
const MOST_DOORS = 4;

/** What a walk-in has come for: at most four doors, the rest behind "Something else". One press, one number. */
@customElement('services-page')
export class ServicesPage extends KioskPage<'services'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      .act {
        display: grid;
        gap: 40px;
      }
      .act {
        --above: 176px;
      }
      .two {
        --above: 312px;
      }
      .storeys {
        display: grid;
        gap: 40px;
      }
      .doors:not(:last-child) {
        border-bottom: 8px solid var(--text);
        margin-inline: -20px;
        padding-inline: 20px;
      }
      .doors foyer-door {
        min-height: calc((min(var(--act-height), 900px) - var(--above)) / var(--storeys, 2));
      }
      .doors foyer-door::part(door) {
        padding: 36px;
        padding-inline-end: 64px;
      }
      .door-title {
        font-size: calc(56px * var(--text-scale));
        line-height: 1.14;
      }
      .door-what {
        margin-top: auto;
        padding-top: 8px;
        font-size: calc(32px * var(--text-scale));
      }
      .one {
        --storeys: 1.6;
      }
      @container ${lying} {
        .act,
        .storeys {
          gap: 24px;
        }
        .door-title {
          font-size: calc(44px * var(--text-scale));
        }
        .door-what {
          font-size: calc(28px * var(--text-scale));
        }
        .doors foyer-door {
          min-height: calc((var(--act-height) - var(--above)) / var(--storeys, 2));
        }
        .doors foyer-door::part(door) {
          padding: 24px 28px 20px;
          padding-inline-end: 56px;
        }
        .one {
          --storeys: 1;
        }
      }
      @container ${tight} {
        .act,
        .storeys {
          gap: 16px;
        }
        .doors foyer-door {
          min-height: 0;
        }
      }
    `,
    tightStyles,
  ];

  @state() private from = 0;

  override spoken(): string {
    return [
      t('services.question'),
      ...this.#services().map(({ name }) => `${localised(name)}.`),
      `${t('services.register')}: ${t('services.registerWhat')}.`,
    ].join(' ');
  }

  override render() {
    const services = this.#services();
    const all = services.length - this.from <= MOST_DOORS && this.from === 0;
    const page = services.slice(this.from, this.from + (all ? MOST_DOORS : MOST_DOORS - 1));
    for (const { name } of page) readyForHan(localised(name));
    const doors = [
      ...page.map((service, index) => this.#door(service, index === 0 && this.from === 0)),
      ...(all ? [] : [this.#more(services.length)]),
    ];
    const perStorey = doors.length <= 3 && doors.length !== 2 ? doors.length : 2;
    const storeys = Array.from({ length: Math.ceil(doors.length / perStorey) }, (_, index) =>
      doors.slice(index * perStorey, (index + 1) * perStorey),
    );
    return html`<section class="ask">
        <h1><kiosk-words>${t('services.question')}</kiosk-words></h1>
        <p class="sub">${this.screen.identificationId ? t('services.known') : t('services.promise')}</p>
      </section>
      <section class="act ${this.screen.identificationId ? '' : 'two'}">
        ${
          this.screen.identificationId
            ? nothing
            : html`<foyer-button class="wide" icon="document" @click=${() => this.go({ page: 'register' })}>
                ${t('services.register')}
                <span class="end"
                  >${t('services.registerWhat')}<foyer-icon name="forward" stroke="2.5"></foyer-icon
                ></span>
              </foyer-button>`
        }
        ${needsButton(this.told, () => this.go({ page: 'needs' }))}
        <nav class="storeys ${storeys.length === 1 ? 'one' : ''}">
          ${storeys.map((storey) => html`<div class="doors">${storey}</div>`)}
        </nav>
      </section>`;
  }

  /** The first is the one most come for, as the clinic put it; it is lit, the others stand open. */
  #door(service: Service, first: boolean) {
    const { identificationId } = this.screen;
    return html`<foyer-door
      action
      fill
      .state=${first ? 'lit' : 'open'}
      @click=${() => this.ask({ act: 'take-number', serviceId: service.id, ...(identificationId ? { identificationId } : {}) })}
    >
      <kiosk-words class="door-title">${localised(service.name)}</kiosk-words>
      <span class="door-what">${this.#state(service)}</span>
    </foyer-door>`;
  }

  #state({ full, nextCallAt, waiting, wait }: Service): string {
    if (full) return t('services.full');
    if (wait !== undefined && !('stopped' in wait)) return t('services.wait', { wait: waitText(wait) });
    if (nextCallAt === undefined) return t('services.waiting', { count: waiting });
    return t('services.nextCall', { time: formatTime(nextCallAt, this.view?.clinic.zone) });
  }

  #more(count: number) {
    return html`<foyer-door
      action
      fill
      @click=${() => (this.from = this.from + MOST_DOORS - 1 < count ? this.from + MOST_DOORS - 1 : 0)}
    >
      <kiosk-words class="door-title">${t('services.more')}</kiosk-words>
      <span class="door-what">${t('services.moreWhat')}</span>
    </foyer-door>`;
  }

  #services(): Service[] {
    return Object.values(this.view?.services ?? {}).filter(({ walkIn }) => walkIn);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'services-page': ServicesPage;
  }
}

import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-qr.ts';
import { formatDay, formatDistance } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { arrivalStyles } from '../../components/arrival-styles.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { wayBetween } from '../../session/way.ts';
import { t, type StringKey } from '../../strings/strings.ts';
import './way-sketch.ts';

/** The appointment is at another clinic of the network: where, when, the way there, and the ways on from here. */
@customElement('wrong-clinic-page')
export class WrongClinicPage extends KioskPage<'wrong-clinic'> {
  static override styles = [
    shared,
    pageStyles,
    arrivalStyles,
    css`
      h1 {
        font-size: calc(72px * var(--text-scale));
      }
      .sub {
        margin-top: 12px;
        font-size: calc(34px * var(--text-scale));
        line-height: 1.4;
      }
      .way {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 24px;
        align-items: center;
        margin-top: 32px;
      }
      .code {
        width: 264px;
        font-size: calc(26px * var(--text-scale));
        line-height: 1.3;
        text-align: center;
      }
      foyer-qr {
        display: block;
        width: 200px;
        height: 200px;
        margin: 0 auto 16px;
      }
      .doors > :first-child {
        min-height: min(440px, var(--act-height));
      }
      .doors > * {
        min-height: min(360px, calc(var(--act-height) * 0.82));
      }
      @container ${lying} {
        h1 {
          font-size: calc(56px * var(--text-scale));
        }
        .sub {
          font-size: calc(28px * var(--text-scale));
        }
        .way {
          grid-template-columns: minmax(0, 500px) auto;
          margin-top: 20px;
        }
        foyer-qr {
          width: 152px;
          height: 152px;
          margin-bottom: 0;
        }
      }
      @container ${tight} {
        .way {
          grid-template-columns: minmax(0, 1fr);
        }
        .code {
          width: auto;
        }
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    const { address, phone } = this.screen.clinic;
    const call = phone && `${t('wrongClinic.phone')} ${phone}`;
    const facts = [this.#title(), address, this.#far(), call].filter(Boolean);
    return [...facts, ...this.#ways().map(({ title }) => `${title}.`)].join(' ');
  }

  override render() {
    return html`<section class="ask">
        <h1 role="status"><kiosk-words>${this.#title()}</kiosk-words></h1>
        ${this.#facts()} ${this.#way()}
      </section>
      <nav class="act doors">
        ${this.#ways().map(
          ({ title, what, press }, index) =>
            html`<foyer-door action .state=${index === 0 ? 'lit' : 'hollow'} @click=${press}>
              <kiosk-words class=${index === 0 ? 'big' : 'door-title'}>${title}</kiosk-words>
              <span class="door-what" slot="foot">${what}</span>
            </foyer-door>`,
        )}
      </nav>`;
  }

  #title(): string {
    const { clinic, when } = this.screen;
    const { name } = clinic;
    if (when === undefined) return t('wrongClinic.somewhere', { clinic: name });
    const { date, time } = when;
    const isToday = date === this.view?.clinic.businessDay;
    const key: StringKey = isToday
      ? time === undefined
        ? 'wrongClinic.today'
        : 'wrongClinic.todayAt'
      : time === undefined
        ? 'wrongClinic.day'
        : 'wrongClinic.dayAt';
    const day = formatDay(Date.parse(`${date}T12:00:00Z`), 'UTC');
    return t(key, { clinic: name, date: day, time: time ?? '' });
  }

  /** How far it is, and in which direction. */
  #far(): string | undefined {
    const { position, from } = this.screen.clinic;
    if (position === undefined || from === undefined) return undefined;
    const { metres, direction } = wayBetween(from, position);
    return t(`way.${direction}`, { distance: formatDistance(metres) });
  }

  /** Its address, the way, and whom to call there. */
  #facts() {
    const { address, phone } = this.screen.clinic;
    const far = this.#far();
    const call = phone && html`${t('wrongClinic.phone')} <bdi dir="ltr">${phone}</bdi>`;
    return html`${address ? html`<p class="sub"><bdi>${address}</bdi></p>` : nothing}
    ${far || call ? html`<p class="sub">${far} ${call}</p>` : nothing}`;
  }

  #way() {
    const { name, position, from } = this.screen.clinic;
    if (position === undefined) return nothing;
    const { latitude, longitude } = position;
    return html`<div class="way">
      ${from === undefined ? html`<span></span>` : html`<way-sketch .here=${from} .there=${position} .name=${name}></way-sketch>`}
      <div class="code">
        <foyer-qr .text=${`geo:${latitude},${longitude}?q=${latitude},${longitude}`} .label=${t('way.code')}></foyer-qr>
        ${t('way.phone')}
      </div>
    </div>`;
  }

  #ways(): readonly { title: string; what: string; press: () => void }[] {
    const desk = {
      title: t('wrongClinic.desk'),
      what: t('wrongClinic.deskWhat'),
      press: () => this.ask({ act: 'desk-number' }),
    };
    return [
      {
        title: t('wrongClinic.going'),
        what: t('wrongClinic.goingWhat'),
        press: () => this.ask({ act: 'finish' }),
      },
      {
        title: t('wrongClinic.seeMe'),
        what: t('wrongClinic.seeMeWhat'),
        press: () => this.go({ page: 'services' }),
      },
      ...(this.view?.deskServiceId === undefined ? [] : [desk]),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wrong-clinic-page': WrongClinicPage;
  }
}

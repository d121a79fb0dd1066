// When the clinic is open, day by day, with as many pauses as a day has, and on which dates not. What a centre owns is
// shown as it is there.

import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { typedTime } from '../../data/typed-time.ts';
import { t } from '../../strings/strings.ts';
import './closed-dates-fields.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';

type Hours = ClinicDocument['openingHours'][number];
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual = { from: '08:00', until: '18:00' };
/** After a pause at noon. */
const afternoon = { from: '14:00', until: '18:00' };

@customElement('hours-part')
export class HoursPart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 9rem minmax(0, 1fr);
        gap: 4px 16px;
        padding-block: 8px;
        border-bottom: 1px solid var(--line);
      }
      .day {
        padding-top: 10px;
        font-weight: 700;
      }
      .spans {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 20px;
      }
      .span {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .span input {
        width: 5.5rem;
        text-align: center;
        direction: ltr;
      }
      .fault {
        width: 100%;
      }
      @media (max-width: 34rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    const { isAdopted } = this.clinic;
    return html`${isAdopted ? html`<p class="note">${t('set-up.of-centre')}</p>` : nothing}
      <ul>
        ${weekdays.map((weekday) => this.#day(weekday, isAdopted))}
      </ul>
      <closed-dates-fields
        .document=${this.document}
        .clinic=${this.clinic}
        .faults=${this.faults}
        ?fixed=${isAdopted}
      ></closed-dates-fields>`;
  }

  #day(weekday: number, fixed: boolean) {
    const name = new Intl.DateTimeFormat(language.code, { weekday: 'long', timeZone: 'UTC' }).format(
      // A Monday.
      Date.UTC(2024, 0, weekday),
    );
    const spans = this.document.openingHours
      .map((hours, index) => ({ hours, index }))
      .filter(({ hours }) => hours.weekday === weekday);
    return html`<li>
      <span class="day">${name}</span>
      <span class="spans">
        ${spans.length === 0 ? html`<span class="muted">${t('first-run.hours-closed')}</span>` : nothing}
        ${spans.map(({ hours, index }) => (fixed ? html`<bdi class="keep">${hours.from}–${hours.until}</bdi>` : this.#span(hours, index, name)))}
        ${
          fixed
            ? nothing
            : html`<foyer-button
                class="bare"
                icon="plus"
                label=${t('set-up.hours-add', { day: name })}
                @click=${() => this.#add(weekday, spans.length)}
              ></foyer-button>`
        }
        ${spans.map(({ index }) => this.said(`/openingHours/${index}`, `hours-${index}`))}
      </span>
    </li>`;
  }

  #span(hours: Hours, index: number, day: string) {
    const time = (which: 'from' | 'until') =>
      html`<input
        inputmode="numeric"
        maxlength="5"
        autocomplete="off"
        aria-label=${t(`first-run.hours-${which}`, { day })}
        aria-invalid=${this.faultAt(`/openingHours/${index}`) ? 'true' : 'false'}
        aria-describedby="hours-${index}"
        .value=${hours[which]}
        @change=${(event: Event) => this.#time(index, which, event.target as HTMLInputElement)}
      />`;
    return html`<span class="span"
      >${time('from')}<span aria-hidden="true">–</span>${time('until')}
      <foyer-button
        class="bare"
        icon="cross"
        label=${t('set-up.hours-remove', { day, from: hours.from, until: hours.until })}
        @click=${() => this.#hours(this.document.openingHours.toSpliced(index, 1))}
      ></foyer-button
    ></span>`;
  }

  /** What is no time is put back to the one before. */
  #time(index: number, which: 'from' | 'until', field: HTMLInputElement): void {
    const before = this.document.openingHours[index];
    if (before === undefined) return;
    const time = typedTime(field.value) ?? before[which];
    field.value = time;
    this.#hours(this.document.openingHours.with(index, { ...before, [which]: time }));
  }

  #add(weekday: number, had: number): void {
    const span = { weekday, ...(had === 0 ? usual : afternoon) };
    const after = this.document.openingHours.findLastIndex((hours) => hours.weekday <= weekday);
    this.#hours(this.document.openingHours.toSpliced(after + 1, 0, span));
  }

  #hours(openingHours: Hours[]): void {
    this.change({ openingHours }, `hours/${openingHours.length}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hours-part': HoursPart;
  }
}

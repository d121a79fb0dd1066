// When somebody is booked: a strip of days, the times of the day with how many are booked at each, and a time that is
// typed. Without a line to the clinic's server the strip and the typed time remain. Fires `time-picked`, and `time-entered`
// for Enter behind a typed time.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BookedTimes } from '@foyer/contracts/booking.ts';
import type { LocalDate } from '@foyer/contracts/time.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { bookableTimes, datesFrom, laterBy, shownDays } from '../data/booking-times.ts';
import { typedTime } from '../data/typed-time.ts';
import { valueOf } from '../input/value-of.ts';
import { dayText, weekdayText } from '../strings/dates.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

/** `time` as it is typed. */
export interface PickedTime {
  readonly day: LocalDate;
  readonly time: string;
}

@customElement('booking-time')
export class BookingTime extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        min-width: 0;
      }
      .days {
        display: grid;
        grid-template-columns: auto repeat(7, minmax(0, 1fr)) auto;
        gap: 6px;
      }
      .days foyer-button,
      .times foyer-button {
        display: grid;
        min-width: 0;
        --button-height: 3.5rem;
        --button-padding: 2px 4px;
        line-height: 1.25;
        text-align: center;
      }
      .days .turn {
        --button-gap: 0;
      }
      .times {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr));
        gap: 6px;
        max-height: 12.5rem;
        padding: 3px;
        overflow-y: auto;
      }
      .times b {
        font-size: 1.125rem;
      }
      .typed {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 16px;
        align-items: end;
      }
      .typed .field {
        flex: 1 1 9rem;
      }
      :host([narrow]) .days {
        grid-template-columns: auto repeat(4, minmax(0, 1fr)) auto;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() serviceId = '';
  @property() day: LocalDate = '';
  @property() time = '';
  /** Beside something else: fewer days fit. */
  @property({ type: Boolean }) compact = false;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @state() private first: LocalDate = '';
  @state() private booked: BookedTimes | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.narrow = this.compact || this.frame.shape === 'small';
    if (!changed.has('day') || this.day === '') return;
    if (this.first === '' || !this.#shown.includes(this.day)) this.first = this.day;
    void this.#look(this.day);
  }

  override render() {
    const { businessDay } = this.frame.view.clinic;
    const isTime = typedTime(this.time) !== undefined;
    const showsFirst = this.first <= businessDay;
    return html`<div class="days" role="group" aria-label=${t('appointments.day')}>
        <foyer-button
          class="turn"
          icon="back"
          label=${t('booking.earlier-days')}
          ?disabled=${showsFirst}
          @click=${() => this.#turn(-1)}
        ></foyer-button>
        ${this.#shown.map(
          (day) =>
            html`<foyer-button toggle ?on=${day === this.day} @click=${() => this.#pick({ day })}
              >${weekdayText(day)}<br />${dayText(day)}</foyer-button
            >`,
        )}
        <foyer-button
          class="turn"
          icon="forward"
          label=${t('booking.later-days')}
          @click=${() => this.#turn(1)}
        ></foyer-button>
      </div>
      ${this.#times()}
      <div class="typed">
        <label class="field"
          ><span>${t('appointments.day')}</span>
          <input
            name="day"
            type="date"
            min=${businessDay}
            .value=${this.day}
            @change=${(event: Event) => this.#pick({ day: valueOf(event) || businessDay })}
        /></label>
        <label class="field"
          ><span>${t('appointments.time')}</span>
          <input
            name="time"
            inputmode="numeric"
            maxlength="5"
            autocomplete="off"
            aria-invalid=${this.time !== '' && !isTime ? 'true' : 'false'}
            aria-describedby="time-what"
            .value=${this.time}
            @input=${(event: Event) => this.#pick({ time: valueOf(event) })}
            @change=${() => this.#pick({ time: typedTime(this.time) ?? this.time })}
            @keydown=${(event: KeyboardEvent) => this.#key(event)}
        /></label>
      </div>
      <span class="alert" id="time-what"
        >${this.time !== '' && !isTime ? t('appointments.time-needed') : nothing}</span
      >`;
  }

  #times() {
    const { booked, frame } = this;
    if (booked?.day !== this.day) return nothing;
    const { zone } = frame.view.clinic;
    const times = bookableTimes(booked, this.serviceId, { now: frame.asOf, zone });
    const picked = typedTime(this.time);
    return html`${booked.complete ? nothing : html`<p class="muted">${t('booking.only-office')}</p>`}
    ${
      times.length === 0
        ? html`<p role="status">${t(booked.open?.length === 0 ? 'booking.closed-day' : 'booking.none-left')}</p>`
        : html`<div class="times" role="group" aria-label=${t('booking.times')} tabindex="0">
            ${times.map(({ at, booked: count }) => {
              const time = formatTime(at, zone);
              return html`<foyer-button toggle ?on=${time === picked} @click=${() => this.#pick({ time })}
                ><b>${time}</b
                >${count > 0 ? html`<br /><span class="small">${t('booking.booked', { count })}</span>` : nothing}</foyer-button
              >`;
            })}
          </div>`
    }`;
  }

  get #shown(): readonly LocalDate[] {
    return this.first === '' ? [] : datesFrom(this.first, this.#count);
  }

  get #count(): number {
    return this.narrow ? 4 : shownDays;
  }

  #turn(way: 1 | -1): void {
    const { businessDay } = this.frame.view.clinic;
    const to = laterBy(this.first, way * this.#count);
    this.first = to < businessDay ? businessDay : to;
  }

  async #look(day: LocalDate): Promise<void> {
    const { api, session } = this.frame;
    const answer = await api.bookedTimes(day, session.token);
    if (answer.ok && day === this.day) this.booked = answer.value;
  }

  /** The field is in no form of its own. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.dispatchEvent(new CustomEvent('time-entered'));
  }

  #pick(picked: Partial<PickedTime>): void {
    const { day, time } = this;
    this.dispatchEvent(new CustomEvent<PickedTime>('time-picked', { detail: { day, time, ...picked } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-time': BookingTime;
  }
  interface HTMLElementEventMap {
    'time-picked': CustomEvent<PickedTime>;
    'time-entered': CustomEvent<undefined>;
  }
}

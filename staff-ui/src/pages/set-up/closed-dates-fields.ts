// The days on which the clinic is shut whatever its hours say, the earliest first, each with what patients are told of it.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ClosedDate } from '@foyer/contracts/closed-dates.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { saidOrNone } from '../../data/set-up/texts.ts';
import { dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './texts-field.ts';

@customElement('closed-dates-fields')
export class ClosedDatesFields extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
        margin-top: 24px;
      }
      h2 {
        font-size: 1.25rem;
      }
      li {
        display: grid;
        grid-template-columns: 12rem minmax(0, 1fr) auto;
        align-items: start;
        gap: 8px 20px;
        padding-block: 12px;
        border-bottom: 1px solid var(--line);
      }
      .add {
        justify-self: start;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        texts-field {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
    `,
  ];

  /** A centre owns them: they are shown. */
  @property({ type: Boolean }) fixed = false;

  override render() {
    const { closedDates } = this.document;
    return html`<h2>${t('set-up.closed-dates')}</h2>
      <p class="muted">${t('set-up.closed-dates-what')}</p>
      <ul>
        ${closedDates.map((closed, index) => (this.fixed ? this.#shown(closed) : this.#fields(closed, index)))}
      </ul>
      ${
        this.fixed
          ? nothing
          : html`<foyer-button class="add" icon="plus" @click=${() => this.#put([...closedDates, { date: '' }])}
              >${t('set-up.closed-dates-add')}</foyer-button
            >`
      }`;
  }

  #shown({ date, reason }: ClosedDate) {
    return html`<li><bdi>${dateText(date)}</bdi><span>${reason ? localised(reason) : ''}</span></li>`;
  }

  #fields({ date, reason = { en: '' } }: ClosedDate, index: number) {
    const path = `/closedDates/${index}`;
    return html`<li>
      <div class="box">
        <label class="box"
          ><b>${t('set-up.closed-dates-day')}</b>
          <input
            type="date"
            aria-invalid=${this.faultAt(`${path}/date`) ? 'true' : 'false'}
            aria-describedby="date-${index}"
            .value=${live(date)}
            @change=${(event: Event) => this.#date(index, (event.target as HTMLInputElement).value)}
        /></label>
        ${this.said(`${path}/date`, `date-${index}`)}
      </div>
      <texts-field
        label=${t('set-up.closed-dates-reason')}
        .texts=${reason}
        .languages=${this.document.languages}
        fault=${this.faultAt(`${path}/reason`)}
        @texts-changed=${({ detail }: CustomEvent<LocalisedText>) => this.#reason(index, detail)}
      ></texts-field>
      <foyer-button
        class="bare"
        icon="cross"
        label=${t('set-up.take-away', { name: date === '' ? t('set-up.closed-dates-day') : dateText(date) })}
        @click=${() => this.#put(this.document.closedDates.toSpliced(index, 1))}
      ></foyer-button>
    </li>`;
  }

  #date(index: number, date: string): void {
    const before = this.document.closedDates[index];
    if (before === undefined) return;
    this.#put(inOrder(this.document.closedDates.with(index, { ...before, date })));
  }

  #reason(index: number, text: LocalisedText): void {
    const { date = '' } = this.document.closedDates[index] ?? {};
    const reason = saidOrNone(text);
    const closed = { date, ...(reason === undefined ? {} : { reason }) };
    this.change({ closedDates: this.document.closedDates.with(index, closed) }, `closed-date/${index}`);
  }

  #put(closedDates: ClosedDate[]): void {
    this.change({ closedDates }, `closed-dates/${closedDates.length}`);
  }
}

/** By the calendar; a day that is not chosen yet stands last. */
function inOrder(closedDates: readonly ClosedDate[]): ClosedDate[] {
  const key = ({ date }: ClosedDate) => date || '9999';
  return closedDates.toSorted((a, b) => key(a).localeCompare(key(b), 'en'));
}

declare global {
  interface HTMLElementTagNameMap {
    'closed-dates-fields': ClosedDatesFields;
  }
}

// When the clinic is open: ready-made, with or without a pause at noon, or day by day.

import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { openingHoursOf, type Draft } from '../../data/first-run/draft.ts';
import { hoursChoices, type Hours, type HoursChoice } from '../../data/first-run/ready-made.ts';
import { typedTime } from '../../data/typed-time.ts';
import { t } from '../../strings/strings.ts';
import { SetUpStep, stepStyles } from './set-up-step.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

@customElement('hours-step')
export class HoursStep extends SetUpStep {
  static override styles = [
    shared,
    staffStyles,
    stepStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        align-content: start;
        padding-bottom: 24px;
      }
      .ready {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: 12px;
      }
      .ready foyer-button {
        display: grid;
        font-size: 1.125rem;
        --button-height: 5.5rem;
        --button-justify: flex-start;
        --button-align: start;
      }
      .week {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: 8px 28px;
      }
      @media (min-width: 60rem) {
        .week {
          grid-template-rows: repeat(4, auto);
          grid-auto-flow: column;
        }
      }
      .day {
        display: grid;
        grid-template-columns: minmax(7rem, 1fr) minmax(0, 6.5rem) minmax(0, 6.5rem);
        align-items: center;
        gap: 4px 12px;
        min-height: 3rem;
      }
      .open {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 2.75rem;
      }
      .open input {
        width: 1.5rem;
        min-height: 1.5rem;
        accent-color: var(--text);
      }
      .fault {
        grid-column: 1 / -1;
      }
    `,
  ];

  override render() {
    const { choice, lunch } = this.draft.hours;
    return html`<div class="ready" role="group" aria-label=${t('first-run.ask-hours')}>
        ${hoursChoices.map((one) => html`<foyer-button toggle ?on=${one === choice} @click=${() => this.#choose(one)}><b>${t(`first-run.hours-${one}`)}</b><br /><span class="small">${t(`first-run.hours-${one}-what`)}</span></foyer-button>`)}
      </div>
      ${
        choice === 'own'
          ? html`<div class="week">${weekdays.map((weekday) => this.#day(weekday))}</div>`
          : choice === 'always'
            ? nothing
            : html`<div class="choices">
                <foyer-button toggle ?on=${lunch} @click=${() => this.#hours({ lunch: !lunch })}
                  >${t('first-run.hours-lunch')}</foyer-button
                >
              </div>`
      }`;
  }

  #day(weekday: number) {
    const { own } = this.draft.hours;
    const open = own.find((hours) => hours.weekday === weekday);
    const index = own.findIndex((hours) => hours.weekday === weekday);
    const name = new Intl.DateTimeFormat(language.code, { weekday: 'long', timeZone: 'UTC' }).format(
      // A Monday.
      Date.UTC(2024, 0, weekday),
    );
    const time = (which: 'from' | 'until', value: string) =>
      html`<input
        inputmode="numeric"
        maxlength="5"
        autocomplete="off"
        name="${which}-${weekday}"
        aria-label=${t(`first-run.hours-${which}`, { day: name })}
        aria-invalid=${this.isFaulty(`/openingHours/${index}`)}
        .value=${value}
        @change=${(event: Event) => this.#time(weekday, which, event.target as HTMLInputElement)}
      />`;
    return html`<div class="day">
      <label class="open"
        ><input
          type="checkbox"
          .checked=${open !== undefined}
          @change=${(event: Event) => this.#set(weekday, (event.target as HTMLInputElement).checked ? {} : undefined)}
        />${name}</label
      >
      ${open ? html`${time('from', open.from)}${time('until', open.until)}${this.said(`/openingHours/${index}`, `day-${weekday}`)}` : html`<span class="muted">${t('first-run.hours-closed')}</span>`}
    </div>`;
  }

  #hours(changes: Partial<Draft['hours']>): void {
    this.change({ hours: { ...this.draft.hours, ...changes } });
  }

  /** The own ones begin with those that were chosen before. */
  #choose(choice: HoursChoice): void {
    const before = openingHoursOf({ ...this.draft.hours, lunch: false });
    this.#hours({ choice, ...(choice === 'own' && this.draft.hours.choice !== 'own' ? { own: before } : {}) });
  }

  /** What is no time is put back to the one before. */
  #time(weekday: number, which: 'from' | 'until', field: HTMLInputElement): void {
    const before = this.draft.hours.own.find((hours) => hours.weekday === weekday)?.[which] ?? '';
    const time = typedTime(field.value) ?? before;
    field.value = time;
    this.#set(weekday, { [which]: time });
  }

  /** Undefined closes the day. */
  #set(weekday: number, changes: Partial<Hours> | undefined): void {
    const { own } = this.draft.hours;
    const others = own.filter((hours) => hours.weekday !== weekday);
    const before = own.find((hours) => hours.weekday === weekday) ?? { weekday, from: '08:00', until: '18:00' };
    const day = changes === undefined ? [] : [{ ...before, ...changes }];
    this.#hours({ own: [...others, ...day].toSorted((a, b) => a.weekday - b.weekday) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hours-step': HoursStep;
  }
}

// The day that is shown: a day back, a day on, any day of a calendar, and today. Fires `day-chosen` with the date, or
// nothing for today. The browser's own date field writes a date as the browser's language does and not the page's, so
// the date stands on a button, and the field lies under it for its calendar alone.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { addDays } from '../data/address.ts';
import { dayInShort } from '../data/day-words.ts';
import { t } from '../strings/strings.ts';

@customElement('day-picker')
export class DayPicker extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      foyer-button {
        --button-height: 48px;
        --button-padding: 0 14px;
      }
      :host > [icon] {
        --button-gap: 0px;
      }
      .any {
        position: relative;
        display: grid;
        font-variant-numeric: tabular-nums;
        --button-gap: 8px;
      }
      input {
        position: absolute;
        inset: 0;
        opacity: 0;
        pointer-events: none;
      }
    `,
  ];

  /** The day shown, and the clinic's own today. */
  @property() date = '';
  @property() today = '';

  override render() {
    return html`${
        this.date !== this.today
          ? html`<foyer-button @click=${() => this.#choose(undefined)}>${t('today.now')}</foyer-button>`
          : nothing
      }
      <foyer-button
        icon="back"
        label=${t('today.before')}
        @click=${() => this.#choose(addDays(this.date, -1))}
      ></foyer-button>
      <span class="any">
        <input type="date" tabindex="-1" aria-hidden="true" .value=${this.date} @change=${this.#picked} />
        <foyer-button
          icon="calendar"
          label=${t('today.date', { date: dayInShort(this.date) })}
          @click=${() => this.renderRoot.querySelector('input')?.showPicker()}
          >${dayInShort(this.date)}</foyer-button
        >
      </span>
      <foyer-button
        icon="forward"
        label=${t('today.after')}
        @click=${() => this.#choose(addDays(this.date, 1))}
      ></foyer-button>`;
  }

  #picked({ target }: Event): void {
    const { value } = target as HTMLInputElement;
    if (value) this.#choose(value);
  }

  #choose(date: string | undefined): void {
    const detail = date === this.today ? undefined : date;
    this.dispatchEvent(new CustomEvent<string | undefined>('day-chosen', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-picker': DayPicker;
  }
  interface HTMLElementEventMap {
    'day-chosen': CustomEvent<string | undefined>;
  }
}

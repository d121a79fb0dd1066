// The day that is shown: a day back, a day on, any day, and today. Fires `day-chosen` with the date, or nothing for today.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { addDays } from '../data/address.ts';
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
      [icon] {
        --button-gap: 0px;
      }
      input {
        min-height: 48px;
        padding: 0 12px;
        border: 2px solid var(--line);
        border-radius: var(--r1);
        background: var(--raised);
        color: inherit;
        font: inherit;
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
      <input type="date" aria-label=${t('today.date')} .value=${this.date} @change=${this.#typed} />
      <foyer-button
        icon="forward"
        label=${t('today.after')}
        @click=${() => this.#choose(addDays(this.date, 1))}
      ></foyer-button>`;
  }

  #typed({ target }: Event): void {
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

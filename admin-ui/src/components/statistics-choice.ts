// What the statistics are of: which days, and whom. Fires `look-chosen` with what is looked at from now on.

import type { Statistics } from '@foyer/contracts/statistics.ts';
import { priorityClasses, type PriorityClass } from '@foyer/contracts/ticket-state.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Looked } from '../data/address.ts';
import { asLastDays, lastDays, periods, withEnd, type Period } from '../data/statistics-period.ts';
import { t } from '../strings/strings.ts';

type Narrowed = 'serviceId' | 'staffId' | 'priorityClass';

@customElement('statistics-choice')
export class StatisticsChoice extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px 16px;
      }
      .periods {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      foyer-button {
        --button-height: 48px;
        --button-padding: 0 14px;
      }
      label {
        display: grid;
        gap: 4px;
        color: var(--muted);
        font-size: 0.875rem;
      }
      input,
      select {
        min-height: 48px;
        max-width: 220px;
        padding: 0 12px;
        border: 2px solid var(--line);
        border-radius: var(--r1);
        background: var(--raised);
        color: var(--text);
        font: inherit;
        font-size: 1rem;
      }
    `,
  ];

  @property({ attribute: false }) period: Period = { from: '', until: '' };
  @property() today = '';
  @property({ attribute: false }) looked: Looked = {};
  @property({ attribute: false }) services: Statistics['services'] = [];
  @property({ attribute: false }) people: Statistics['people'] = [];

  override render() {
    const chosen = asLastDays(this.period, this.today);
    const people = this.people.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name ?? id] as const]));
    return html`<div class="periods" role="group" aria-label=${t('statistics.period')}>
        ${periods.map(
          (count) =>
            html`<foyer-button toggle ?on=${count === chosen} @click=${() => this.#choose(lastDays(count, this.today))}
              >${t('statistics.last', { count })}</foyer-button
            >`,
        )}
      </div>
      ${this.#date('from', t('statistics.from'))} ${this.#date('until', t('statistics.until'))}
      ${this.#narrow(
        'serviceId',
        t('statistics.service'),
        this.services.map(({ id, name }) => [id, name ? localised(name) : t('statistics.service.gone')]),
      )}
      ${this.#narrow(
        'priorityClass',
        t('statistics.class'),
        priorityClasses.map((each: PriorityClass) => [each, t(`class.${each}`)]),
      )}
      ${this.#narrow('staffId', t('statistics.person'), people)}`;
  }

  #date(end: keyof Period, label: string) {
    return html`<label
      >${label}
      <input
        type="date"
        max=${this.today}
        .value=${this.period[end]}
        @change=${({ target }: Event) => {
          const { value } = target as HTMLInputElement;
          if (value) this.#choose(withEnd(this.period, end, value));
        }}
      />
    </label>`;
  }

  #narrow(field: Narrowed, label: string, choices: readonly (readonly [string, string])[]) {
    const chosen = this.looked[field] ?? '';
    return html`<label
      >${label}
      <select
        @change=${({ target }: Event) => {
          const { value } = target as HTMLSelectElement;
          const { [field]: _gone, ...rest } = this.looked;
          this.#choose(value ? { ...rest, [field]: value } : rest, true);
        }}
      >
        <option value="" ?selected=${chosen === ''}>${t('statistics.all')}</option>
        ${choices.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
      </select>
    </label>`;
  }

  /** A period is added to what is looked at; `whole` takes its place. */
  #choose(look: Looked, whole = false): void {
    const detail = whole ? look : { ...this.looked, ...look };
    this.dispatchEvent(new CustomEvent<Looked>('look-chosen', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'statistics-choice': StatisticsChoice;
  }
  interface HTMLElementEventMap {
    'look-chosen': CustomEvent<Looked>;
  }
}

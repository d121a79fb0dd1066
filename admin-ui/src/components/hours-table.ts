// The numbers of the chart, in a table that scrolls sideways where the day is long and the screen narrow.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatNumber } from '@foyer/ui-kit/language/format.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { totals, type Hour } from '../data/day-hours.ts';
import { t } from '../strings/strings.ts';

@customElement('hours-table')
export class HoursTable extends FoyerElement {
  static override styles = [
    shared,
    css`
      div {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9375rem;
        line-height: 1.875rem;
      }
      th,
      td {
        padding: 0 8px;
        text-align: end;
        font-weight: 400;
        white-space: nowrap;
      }
      tbody tr {
        border-top: 1px solid var(--hair);
      }
      thead th {
        color: var(--muted);
      }
      th:first-child {
        padding-inline-start: 0;
        text-align: start;
      }
      td:last-child,
      thead th:last-child {
        padding-inline-end: 0;
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) hours: readonly Hour[] = [];

  override render() {
    const { arrived, served } = totals(this.hours);
    return html`<div tabindex="0" role="region" aria-label=${t('hours.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('hours.hour')}</th>
            ${this.hours.map(({ hour }) => html`<th scope="col">${String(hour).padStart(2, '0')}</th>`)}
            <th scope="col">${t('hours.total')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#row(
            t('hours.arrived'),
            this.hours.map((hour) => hour.arrived),
            arrived,
          )}
          ${this.#row(
            t('hours.served'),
            this.hours.map((hour) => hour.served),
            served,
          )}
          ${this.#row(
            t('hours.wait'),
            this.hours.map(({ medianWaitMinutes }) => medianWaitMinutes),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #row(name: string, values: readonly (number | undefined)[], total?: number) {
    return html`<tr>
      <th scope="row">${name}</th>
      ${values.map((value) => html`<td>${value === undefined ? '' : formatNumber(value)}</td>`)}
      <td>${total === undefined ? '' : formatNumber(total)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hours-table': HoursTable;
  }
}

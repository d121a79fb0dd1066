// Figures by name, a row each, and the same as a file. It scrolls sideways where the screen is narrow.

import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatNumber } from '@foyer/ui-kit/language/format.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { saveCsv, type Cell } from '../data/csv.ts';
import { t } from '../strings/strings.ts';

@customElement('figures-table')
export class FiguresTable extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 8px;
        min-width: 0;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
      }
      h2 {
        font-size: 1.25rem;
        line-height: 1.4;
      }
      foyer-button {
        --button-height: 44px;
        --button-padding: 0 14px;
        font-size: 0.9375rem;
      }
      .scroll {
        max-height: 420px;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9375rem;
        line-height: 1.4;
      }
      th,
      td {
        padding: 6px 8px;
        text-align: end;
        font-weight: 400;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--surface);
        color: var(--muted);
        white-space: normal;
        vertical-align: bottom;
      }
      tbody tr {
        border-top: 1px solid var(--hair);
      }
      th:first-child {
        min-width: 9em;
        padding-inline-start: 0;
        text-align: start;
        white-space: normal;
      }
    `,
  ];

  @property() heading = '';
  /** Of the file, without an ending. */
  @property() file = '';
  /** The first names the rows. */
  @property({ attribute: false }) columns: readonly string[] = [];
  @property({ attribute: false }) rows: readonly (readonly Cell[])[] = [];

  override render() {
    return html`<div class="head">
        <h2>${this.heading}</h2>
        <foyer-button
          icon="arrow-down"
          label=${t('table.save.label', { name: this.heading })}
          @click=${() => saveCsv(this.file, [this.columns, ...this.rows])}
          >${t('table.save')}</foyer-button
        >
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${this.heading}>
        <table>
          <thead>
            <tr>
              ${this.columns.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.rows.map(
              ([name, ...cells]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${cells.map((cell) => html`<td>${typeof cell === 'number' ? formatNumber(cell) : (cell ?? '–')}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'figures-table': FiguresTable;
  }
}

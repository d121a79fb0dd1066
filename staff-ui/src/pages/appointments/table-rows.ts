// The rows of a table as the edge read them: first those that stay behind, each with why, then those that can be taken
// over.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ImportAnswer, ImportedRow } from '@foyer/contracts/appointment-import.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';

/** More than these nobody reads before putting them right. */
const SHOWN = 100;

@customElement('table-rows')
export class TableRows extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      h3 {
        margin-top: 4px;
      }
      li {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 1fr);
        gap: 2px 12px;
        padding: 6px 0;
        border-bottom: 1px solid var(--hair);
      }
      li > :nth-child(n + 2) {
        grid-column: 2;
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) answer!: ImportAnswer;

  override render() {
    const { rows, good } = this.answer;
    const faulty = rows.filter(({ faults }) => faults.length > 0);
    const taken = rows.filter(({ faults }) => faults.length === 0);
    return html`<h3>${t('appointments.faulty', { count: faulty.length })}</h3>
      ${this.#list(faulty)}
      ${this.answer.added === undefined ? html`<h3>${t('appointments.good', { count: good })}</h3>` : nothing}
      ${this.#list(taken)}`;
  }

  #list(rows: readonly ImportedRow[]) {
    if (rows.length === 0) return nothing;
    const rest = rows.length - SHOWN;
    return html`<ul>
        ${rows.slice(0, SHOWN).map((row) => this.#row(row))}
      </ul>
      ${rest > 0 ? html`<p class="muted">${t('appointments.more', { count: rest })}</p>` : nothing}`;
  }

  #row({ line, name, birthDate, serviceId, practitioner, at, faults }: ImportedRow) {
    const { clinic, services } = this.frame.view;
    const service = serviceId === undefined ? undefined : services[serviceId];
    return html`<li>
      <span class="muted">${t('appointments.line', { line })}</span>
      <span class="facts"
        ><b><bdi>${name}</bdi></b
        >${birthDate ? html`<span>${dateText(birthDate, 'short')}</span>` : nothing}
        ${at ? html`<span>${formatDay(at, clinic.zone)}, ${formatTime(at, clinic.zone)}</span>` : nothing}
        ${service ? html`<span>${localised(service.name)}</span>` : nothing}
        ${practitioner ? html`<bdi>${practitioner.name}</bdi>` : nothing}</span
      >
      ${faults.map(({ code, text }) => html`<span class="alert">${t(`appointments.fault-${code}`, { text })}</span>`)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'table-rows': TableRows;
  }
}

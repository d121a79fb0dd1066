// Today's appointments on paper, for the days on which paper has to do: time, name, birth date, what for, and the number,
// or room to write one. It stands beside the app, is seen by the printer alone, and is gone when the dialog closes.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { deskRows, type DeskRow } from '../../data/desk-list.ts';
import { dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';

@customElement('reception-printed-list')
export class ReceptionPrintedList extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: none;
      }
      @media print {
        :host {
          display: block;
          color: #000;
          background: #fff;
          font-size: 11pt;
          line-height: 1.3;
        }
      }
      h1 {
        margin-bottom: 2pt;
        font-size: 16pt;
      }
      table {
        width: 100%;
        margin-top: 10pt;
        border-collapse: collapse;
      }
      thead {
        display: table-header-group;
      }
      tr {
        break-inside: avoid;
      }
      th,
      td {
        padding: 5pt 8pt 5pt 0;
        border-bottom: 0.5pt solid #000;
        text-align: start;
        vertical-align: top;
      }
      .number {
        width: 22mm;
        padding-inline-end: 0;
      }
      .empty {
        display: block;
        height: 7mm;
        border: 0.75pt solid #000;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;

  override render() {
    const { view, asOf } = this.frame;
    const { zone, name } = view.clinic;
    const booked = deskRows(view, asOf).filter(({ appointment }) => appointment !== undefined);
    return html`<h1>${name}</h1>
      <p>
        ${t('reception.list-heading', { day: formatDay(asOf, zone), count: booked.length })}
        ${t('reception.list-as-of', { time: formatTime(asOf, zone) })}
      </p>
      <table>
        <thead>
          <tr>
            <th>${t('reception.time')}</th>
            <th>${t('reception.name')}</th>
            <th>${t('reception.born')}</th>
            <th>${t('reception.for')}</th>
            <th class="number">${t('reception.number')}</th>
          </tr>
        </thead>
        <tbody>
          ${booked.map((row) => this.#row(row))}
        </tbody>
      </table>`;
  }

  #row({ at, patient, serviceId, ticket }: DeskRow) {
    const { clinic, services } = this.frame.view;
    const service = services[serviceId];
    return html`<tr>
      <td>${formatTime(at, clinic.zone)}</td>
      <td><bdi>${patient?.displayName ?? t('reception.unknown')}</bdi></td>
      <td>${patient?.birthDate ? dateText(patient.birthDate, 'short') : nothing}</td>
      <td>${service ? localised(service.name) : nothing}</td>
      <td class="number">${ticket ? html`<b>${ticket.number}</b>` : html`<span class="empty"></span>`}</td>
    </tr>`;
  }
}

/**
 * Opens the tablet's print dialog. The edge is told that the list goes out; where it cannot be, paper is needed most,
 * and it is printed all the same.
 */
export async function printTodaysList(frame: Frame): Promise<void> {
  void frame.api.noteListPrint(frame.session.token);
  const list = document.createElement('reception-printed-list');
  list.frame = frame;
  document.body.append(list);
  await list.updateComplete;
  window.addEventListener('afterprint', () => list.remove(), { once: true });
  window.print();
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-printed-list': ReceptionPrintedList;
  }
}

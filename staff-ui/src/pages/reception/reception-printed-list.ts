// A day's appointments on paper, for the days on which paper has to do: time, name, birth date, what for, and the number,
// or room to write one. Today's as the tablet holds them; the next day's as the edge gives them out. It stands beside the app, is seen by the printer alone, and is gone when the dialog closes.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { NextDayList } from '@foyer/contracts/booking.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { deskRows } from '../../data/desk-list.ts';
import { refusedIn, type Refused } from '../../data/refusals.ts';
import { dateText, longDayText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';

type PrintedPerson = NextDayList['people'][number] & { readonly number?: string };

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

  /** The list of a day to come; absent: today's. */
  @property({ attribute: false }) next: NextDayList | undefined;

  override render() {
    const { view, asOf } = this.frame;
    const { zone, name } = view.clinic;
    const rows = this.next?.people ?? todaysPeople(this.frame);
    const [first] = rows;
    const day = this.next ? longDayText(this.next.day) : formatDay(asOf, zone);
    return html`<h1>${name}</h1>
      <p>
        ${t('reception.list-heading', { day, count: rows.length })}
        ${
          this.next
            ? t('reception.next-list-what', { time: formatTime(asOf, zone), day: formatDay(asOf, zone) })
            : t('reception.list-as-of', { time: formatTime(asOf, zone) })
        }
      </p>
      ${first === undefined ? nothing : this.#table(rows)}`;
  }

  #table(rows: readonly PrintedPerson[]) {
    return html`<table>
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
        ${rows.map((row) => this.#row(row))}
      </tbody>
    </table>`;
  }

  #row({ at, name, birthDate, serviceId, number }: PrintedPerson) {
    const { clinic, services } = this.frame.view;
    const service = services[serviceId];
    return html`<tr>
      <td>${formatTime(at, clinic.zone)}</td>
      <td><bdi>${name ?? t('reception.unknown')}</bdi></td>
      <td>${birthDate ? dateText(birthDate, 'short') : nothing}</td>
      <td>${service ? localised(service.name) : nothing}</td>
      <td class="number">${number ? html`<b>${number}</b>` : html`<span class="empty"></span>`}</td>
    </tr>`;
  }
}

function todaysPeople({ view, asOf }: Frame): readonly PrintedPerson[] {
  return deskRows(view, asOf)
    .filter(({ appointment }) => appointment !== undefined)
    .map(({ at, patient, serviceId, ticket }) => ({
      at,
      serviceId,
      ...(patient ? { name: patient.displayName } : {}),
      ...(patient?.birthDate ? { birthDate: patient.birthDate } : {}),
      ...(ticket ? { number: ticket.number } : {}),
    }));
}

/**
 * Opens the tablet's print dialog. The edge is told that the list goes out; where it cannot be, paper is needed most,
 * and it is printed all the same.
 */
export async function printTodaysList(frame: Frame): Promise<void> {
  void frame.api.noteListPrint(frame.session.token);
  await print(frame, undefined);
}

/** The same for the next day that the clinic is open; what the edge refuses is answered, and nothing is printed. */
export async function printNextList(frame: Frame): Promise<Refused | undefined> {
  const answer = await frame.api.nextDayList(frame.session.token);
  if (!answer.ok) return refusedIn(answer);
  await print(frame, answer.value);
  return undefined;
}

async function print(frame: Frame, next: NextDayList | undefined): Promise<void> {
  const list = document.createElement('reception-printed-list');
  list.frame = frame;
  list.next = next;
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

// Today's people: time, name, birth date, what for, where they stand, and at the end of the row the one thing to do:
// check in, by one touch. While somebody is looked for, the first who can be checked in is lit.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PatientView } from '@foyer/contracts/views.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { askToAct } from '../../components/act-event.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/state-mark.ts';
import { nowIndex, type DeskRow } from '../../data/desk-list.ts';
import { dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';
import { receptionListStyles } from './reception-list-styles.ts';

/** What was touched: a row of today, or a patient who has nothing today. */
export type DeskChoice = { readonly row: DeskRow } | { readonly patient: PatientView };

@customElement('reception-list')
export class ReceptionList extends FoyerElement {
  static override styles = [shared, staffStyles, receptionListStyles];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) rows: readonly DeskRow[] = [];
  @property({ attribute: false }) others: readonly PatientView[] = [];
  /** Somebody is looked for. */
  @property({ type: Boolean }) looking = false;

  override firstUpdated(): void {
    const index = nowIndex(this.rows, this.frame.asOf);
    this.renderRoot.querySelectorAll('.rows > li')[index]?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const lit = this.looking ? this.rows.find((row) => this.#mayCheckIn(row)) : undefined;
    return html`<div class="heads" aria-hidden="true">
        <span>${t('reception.time')}</span><span>${t('reception.name')}</span
        ><span class="born">${t('reception.born')}</span> <span class="for">${t('reception.for')}</span
        ><span class="state">${t('reception.state')}</span><span></span>
      </div>
      <ul class="rows">
        ${this.rows.map((row) => this.#row(row, row === lit))}
        ${this.others.length > 0 ? html`<li class="others"><b>${t('reception.others')}</b></li>` : nothing}
        ${this.others.map((patient) => this.#other(patient))}
        ${
          this.rows.length + this.others.length === 0
            ? html`<li class="none">
                <p>${t(this.looking ? 'reception.not-found' : 'reception.nobody')}</p>
              </li>`
            : nothing
        }
      </ul>`;
  }

  #row(row: DeskRow, lit: boolean) {
    const { view, session } = this.frame;
    const { appointment, patient, ticket } = row;
    const service = view.services[row.serviceId];
    const checking =
      appointment !== undefined &&
      session.pending.some(({ command }) => command.type === 'check-in' && command.appointmentId === appointment.id);
    const name = patient?.displayName ?? t(ticket ? 'reception.no-name' : 'reception.unknown');
    return html`<li class=${lit ? 'found' : ''}>
      <time>${formatTime(row.at, view.clinic.zone)}</time>
      <button type="button" class="name" @click=${() => this.#open({ row })}>
        <bdi class=${patient ? '' : 'muted'}>${name}</bdi>
      </button>
      <span class="born">${patient?.birthDate ? dateText(patient.birthDate, 'short') : nothing}</span>
      <span class="for cut">${service ? localised(service.name) : nothing}</span>
      <state-mark class="state" of=${checking ? 'unconfirmed' : row.state}
        ><span class="cut"
          >${checking ? t('reception.checking-in') : t(`reception.state-${row.state}`, { count: row.lateMinutes })}</span
        ></state-mark
      >
      <span class="end">
        ${
          ticket
            ? html`<button
                type="button"
                class="number"
                aria-label=${t('reception.open-number', { number: ticket.number })}
                @click=${() => this.#open({ row })}
              >
                <foyer-number value=${ticket.number}></foyer-number>
              </button>`
            : appointment && this.#mayCheckIn(row)
              ? html`<foyer-button
                  class=${lit ? 'lit' : ''}
                  ?pending=${checking}
                  ?disabled=${checking}
                  label=${t('reception.check-in-name', { name })}
                  @click=${() => askToAct(this, { type: 'check-in', appointmentId: appointment.id })}
                  >${t('reception.check-in')}</foyer-button
                >`
              : nothing
        }
      </span>
    </li>`;
  }

  #other(patient: PatientView) {
    return html`<li>
      <time></time>
      <button type="button" class="name" @click=${() => this.#open({ patient })}>
        <bdi>${patient.displayName}</bdi>
      </button>
      <span class="born">${patient.birthDate ? dateText(patient.birthDate, 'short') : nothing}</span>
      <span class="for"></span><span class="state muted">${t('reception.nothing-today')}</span>
      <span class="end"
        ><foyer-button @click=${() => this.#open({ patient })}>${t('reception.number')}</foyer-button></span
      >
    </li>`;
  }

  #mayCheckIn(row: DeskRow): boolean {
    return row.appointment !== undefined && !row.appointment.ticketId;
  }

  #open(choice: DeskChoice): void {
    this.dispatchEvent(new CustomEvent<DeskChoice>('choose', { detail: choice }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-list': ReceptionList;
  }
  interface HTMLElementEventMap {
    choose: CustomEvent<DeskChoice>;
  }
}

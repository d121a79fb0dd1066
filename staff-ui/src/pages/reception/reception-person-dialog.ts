// One person of today: who it is, and what the desk does for them: check in, take the check-in of the wrong person back
// or say why that cannot be done now, put a name to a number, give a number, book, move, cancel, correct. Fires `give-number`,
// `ask-booking` and `correct`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { BookingKind } from '@foyer/contracts/booking.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { PatientView, StaffTicket } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/arrival-marks.ts';
import { EdgePeople } from '../../components/edge-people.ts';
import '../../components/found-people.ts';
import '../../components/journey-choice.ts';
import '../../components/staff-dialog.ts';
import '../../components/wait-line.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/state-mark.ts';
import type { DeskRow } from '../../data/desk-list.ts';
import { matches } from '../../data/find.ts';
import { mayAct } from '../../data/ticket-acts.ts';
import { deskStateText } from '../../strings/desk-state-text.ts';
import { graceText, wayText } from '../../strings/journey-text.ts';
import { t } from '../../strings/strings.ts';
import './person-facts.ts';

const FOUND = 12;

@customElement('reception-person-dialog')
export class ReceptionPersonDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .facts {
        display: grid;
        gap: 4px;
        font-size: 1.125rem;
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 12px;
      }
      .acts foyer-button {
        display: grid;
        --button-height: max(64px, 4rem);
      }
      found-people {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) row!: DeskRow;
  @state() private naming = false;
  @state() private steps = false;
  @state() private typed = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;
  readonly #people = new EdgePeople(this);

  override render() {
    const { patient, ticket } = this.row;
    const heading = [ticket?.number, patient?.displayName ?? (ticket ? t('reception.no-name') : t('reception.unknown'))]
      .filter(Boolean)
      .join(' · ');
    return html`<staff-dialog heading=${heading} @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      ${this.#facts()} ${this.naming ? this.#name() : this.steps ? this.#steps() : this.#acts()}
    </staff-dialog>`;
  }

  #facts() {
    const { view } = this.frame;
    const { patient, ticket, appointment, serviceId, state: stands, lateMinutes } = this.row;
    const service = view.services[serviceId];
    return html`<div class="facts">
      <p>
        ${appointment ? t('room.booked-for', { time: formatTime(appointment.at, view.clinic.zone) }) : t('class.walk-in')}${service ? `, ${localised(service.name)}` : nothing}
      </p>
      <p>
        <state-mark of=${stands}>${deskStateText(stands, lateMinutes)}</state-mark>
      </p>
      ${ticket ? this.#way(ticket) : nothing}
      ${ticket?.wait ? html`<wait-line .wait=${ticket.wait}></wait-line>` : nothing}
      <arrival-marks .appointment=${appointment} .ticket=${ticket} .currency=${view.clinic.currency}></arrival-marks>
      <person-facts .frame=${this.frame} .patient=${patient} .ticket=${ticket}></person-facts>
    </div>`;
  }

  /** Where the visit stands, and until when the place of who did not come is kept. */
  #way(ticket: StaffTicket) {
    const { view, asOf } = this.frame;
    return [wayText(ticket, view), graceText(ticket, view.clinic.zone, asOf)]
      .filter(Boolean)
      .map((words) => html`<p><b>${words}</b></p>`);
  }

  #steps() {
    const { ticket } = this.row;
    return html`<journey-choice
      .frame=${this.frame}
      .ticket=${ticket}
      @staff-act=${() => this.dialog.leave()}
    ></journey-choice>`;
  }

  #acts() {
    const { appointment, ticket, patient } = this.row;
    return html`<div class="acts">
        ${appointment && !appointment.ticketId ? html`<foyer-button kind="strong" icon="tick" @click=${() => this.#act({ type: 'check-in', appointmentId: appointment.id })}>${t('reception.check-in')}</foyer-button>` : nothing}
        ${ticket && !patient && mayAct('identify-ticket', ticket.state) ? html`<foyer-button kind="strong" icon="person" @click=${() => (this.naming = true)}>${t('reception.add-name')}</foyer-button>` : nothing}
        ${ticket && mayAct('undo-check-in', ticket.state) ? html`<foyer-button icon="undo" @click=${() => this.#act({ type: 'undo-check-in', ticketId: ticket.id })}>${t(patient ? 'reception.undo-check-in' : 'reception.undo-number')}</foyer-button>` : nothing}
        ${ticket && mayAct('resume', ticket.state) ? html`<foyer-button icon="again" @click=${() => this.#act({ type: 'resume', ticketId: ticket.id })}>${t('room.resume')}</foyer-button>` : nothing}
        ${ticket && mayAct('add-journey-step', ticket.state) ? html`<foyer-button icon="flag" @click=${() => (this.steps = true)}>${t('journey.steps')}</foyer-button>` : nothing}
        ${ticket && mayAct('reprint-ticket', ticket.state) ? html`<foyer-button icon="printer" @click=${() => this.#act({ type: 'reprint-ticket', ticketId: ticket.id })}>${t('reception.print')}</foyer-button>` : nothing}
        ${patient ? html`<foyer-button icon="plus" @click=${() => this.#go('give-number')}>${t('reception.another-number')}</foyer-button>` : nothing}
        ${this.#bookings()}
        ${patient ? html`<foyer-button icon="document" @click=${() => this.#go('correct')}>${t('reception.correct')}</foyer-button>` : nothing}
      </div>
      ${ticket && patient ? this.#whyNotUndone(ticket) : nothing}`;
  }

  /** Whoever has checked in is neither moved nor cancelled. */
  #bookings() {
    const { appointment, patient } = this.row;
    if (!this.frame.view.booking) return nothing;
    const standing = appointment && !appointment.ticketId;
    return html`${standing ? html`<foyer-button icon="calendar" @click=${() => this.#book(BookingKind.move)}>${t('booking.move')}</foyer-button>` : nothing}
    ${standing ? html`<foyer-button icon="cross" @click=${() => this.#book(BookingKind.cancel)}>${t('booking.cancel')}</foyer-button>` : nothing}
    ${patient ? html`<foyer-button icon="calendar" @click=${() => this.#book(BookingKind.book)}>${t('booking.book')}</foyer-button>` : nothing}`;
  }

  /** A check-in is taken back while its number waits, and by no other way. */
  #whyNotUndone({ number, state: stands }: StaffTicket) {
    if (!isOpen(stands) || mayAct('undo-check-in', stands)) return nothing;
    const key = stands === 'called' || stands === 'serving' ? 'reception.undo-with-staff' : 'reception.undo-away';
    return html`<p class="muted">${t(key, { number, state: t(`state.${stands}`) })}</p>`;
  }

  #name() {
    const people = this.#found;
    const { settled, more, refused } = this.#people.found;
    const looking = this.typed.trim().length > 1;
    return html`<div>
      <label class="field"
        ><span>${t('reception.who-is-it')}</span>
        <input
          autofocus
          autocomplete="off"
          placeholder=${t('reception.find-person')}
          .value=${this.typed}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      /></label>
      <found-people
        label=${t('reception.who-is-it')}
        .people=${people}
        ?more=${more}
        @person=${(event: CustomEvent<PatientView>) => this.#identify(event.detail)}
      ></found-people>
      ${looking && settled && people.length === 0 ? html`<p role="status">${t(refused ? 'reception.only-today' : 'reception.not-found')}</p>` : nothing}
    </div>`;
  }

  #type(typed: string): void {
    this.typed = typed;
    this.#people.type(typed);
  }

  /** Whom the tablet holds at once, and everybody else as the edge finds them. */
  get #found(): readonly PatientView[] {
    if (this.typed.trim().length < 2) return [];
    const known = this.#people.found.patients;
    const knownIds = new Set(known.map(({ id }) => id));
    const here = Object.values(this.frame.view.patients).filter(
      (patient) =>
        !patient.erased &&
        !knownIds.has(patient.id) &&
        matches(this.typed, { name: patient.displayName, birthDate: patient.birthDate, phone: patient.phone }),
    );
    return [...known, ...here].slice(0, FOUND);
  }

  #identify({ id }: PatientView): void {
    const { ticket } = this.row;
    if (ticket) this.#act({ type: 'identify-ticket', ticketId: ticket.id, patientId: id });
  }

  #book(kind: BookingKind): void {
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent<BookingKind>('ask-booking', { detail: kind }));
  }

  #go(to: 'give-number' | 'correct'): void {
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent(to));
  }

  #act(body: CommandBody): void {
    askToAct(this, body);
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-person-dialog': ReceptionPersonDialog;
  }
}

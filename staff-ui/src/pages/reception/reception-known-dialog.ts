// Somebody who is known here and has nothing today: who it is, and what the desk does for them: a number, their name to
// a number that was taken without one, an appointment, a correction. Fires `give-number`,
// `ask-booking` and `correct`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { BookingKind } from '@foyer/contracts/booking.ts';
import type { PatientView, StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { lastedMinutes } from '../../data/lasted.ts';
import { mayAct } from '../../data/ticket-acts.ts';
import { t } from '../../strings/strings.ts';
import './person-facts.ts';

@customElement('reception-known-dialog')
export class ReceptionKnownDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .acts,
      .numbers {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 12px;
      }
      foyer-button {
        display: grid;
        --button-height: max(64px, 4rem);
      }
      foyer-number {
        font-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) patient!: PatientView;
  @state() private attaching = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    return html`<staff-dialog
      heading=${this.patient.displayName}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <person-facts .frame=${this.frame} .patient=${this.patient}></person-facts>
      ${this.attaching ? this.#numbers() : this.#acts()}
    </staff-dialog>`;
  }

  #acts() {
    return html`<div class="acts">
      <foyer-button kind="strong" icon="plus" @click=${() => this.#go('give-number')}
        >${t('reception.without-appointment')}</foyer-button
      >
      ${
        this.#nameless.length > 0
          ? html`<foyer-button icon="person" @click=${() => (this.attaching = true)}
              >${t('reception.attach')}</foyer-button
            >`
          : nothing
      }
      ${
        this.frame.view.booking
          ? html`<foyer-button icon="calendar" @click=${() => this.#book()}>${t('booking.book')}</foyer-button>`
          : nothing
      }
      <foyer-button icon="document" @click=${() => this.#go('correct')}>${t('reception.correct')}</foyer-button>
    </div>`;
  }

  #numbers() {
    const { view, asOf } = this.frame;
    return html`<h3>${t('reception.attach-which')}</h3>
      <div class="numbers" role="group" aria-label=${t('reception.attach-which')}>
        ${this.#nameless.map((ticket) => {
          const service = view.services[ticket.serviceId];
          const minutes = lastedMinutes(view, ticket.issuedAt, asOf);
          return html`<foyer-button @click=${() => this.#attach(ticket)}>
            <foyer-number value=${ticket.number}></foyer-number><br /><span class="small"
              >${service ? localised(service.name) : nothing}<br />${t('room.waited-for', { count: minutes })}</span
            >
          </foyer-button>`;
        })}
      </div>`;
  }

  /** Open numbers that nobody's name is on, those that were just taken first. */
  get #nameless(): readonly StaffTicket[] {
    return Object.values(this.frame.view.tickets)
      .filter(({ patientId, state: stands }) => !patientId && mayAct('identify-ticket', stands))
      .toSorted((a, b) => b.issuedAt - a.issuedAt);
  }

  #attach(ticket: StaffTicket): void {
    askToAct(this, { type: 'identify-ticket', ticketId: ticket.id, patientId: this.patient.id });
    this.dialog.leave();
  }

  #book(): void {
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent<BookingKind>('ask-booking', { detail: BookingKind.book }));
  }

  #go(to: 'give-number' | 'correct'): void {
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent(to));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-known-dialog': ReceptionKnownDialog;
  }
  interface HTMLElementEventMap {
    'give-number': CustomEvent<undefined>;
    correct: CustomEvent<undefined>;
    'ask-booking': CustomEvent<BookingKind>;
  }
}

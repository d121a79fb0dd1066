// Who is called to this room or with the nurse, since when, what to ask at the door, and the five acts, which stand
// away from the thumb. Opens the questions of hold and transfer by `open-step`.

import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PatientView, StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import '../../components/act-button.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/company-facts.ts';
import '../../components/arrival-marks.ts';
import '../../components/need-list.ts';
import '../../components/ticket-forms.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { ageOn, elapsed } from '../../data/age.ts';
import { currentAt } from '../../data/call-plan.ts';
import { inDoubtAt, type InDoubt } from '../../data/in-doubt.ts';
import { lasted } from '../../data/lasted.ts';
import { mayAct } from '../../data/ticket-acts.ts';
import { ageText, dateText } from '../../strings/dates.ts';
import { inDoubtText } from '../../strings/in-doubt-text.ts';
import { wayText } from '../../strings/journey-text.ts';
import { t } from '../../strings/strings.ts';
import type { TicketStep } from './room-ticket-dialog.ts';

/** Of whom it is known without a word at the kiosk. */
const notBooked = { booked: false } as const;
const disc = svg`<circle cx="8" cy="8" r="8" fill="currentColor" />`;
const ring = svg`<circle cx="8" cy="8" r="6.500" fill="none" stroke="currentColor" stroke-width="3" stroke-dasharray="4 2.800" />`;

@customElement('room-person')
export class RoomPerson extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        min-height: 44px;
      }
      .who foyer-number {
        font-size: 3rem;
      }
      .since {
        display: inline-flex;
        align-items: center;
        gap: 12px;
        margin-inline-start: auto;
        font-size: 1.125rem;
        font-weight: 400;
      }
      .since b {
        font-size: 2.25rem;
        line-height: 1;
        direction: ltr;
      }
      .since svg {
        width: 16px;
        height: 16px;
      }
      .name {
        margin-top: 14px;
        font-size: 1.5rem;
        line-height: 2rem;
        overflow-wrap: anywhere;
      }
      .name.long {
        font-size: 1.25rem;
        line-height: 1.625rem;
      }
      .facts {
        margin-top: 8px;
        font-size: 1.125rem;
        line-height: 1.75rem;
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: clamp(4px, 2cqi, 8px);
        margin-top: 16px;
      }
      .steps {
        margin-top: 8px;
        --button-height: max(44px, 2.75rem);
      }
      .arrive {
        display: grid;
        margin-top: 14px;
        font-size: 1.125rem;
        --button-height: max(60px, 3.75rem);
      }
      .asked {
        display: grid;
        gap: 8px;
        margin-top: 14px;
        font-size: 1.125rem;
      }
      .asked h3 {
        font-size: 1.5rem;
      }
      .nobody {
        font-size: 1.5rem;
        line-height: 2.75rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';

  override render() {
    const { view } = this.frame;
    const ticket = currentAt(view, this.servicePointId);
    if (!ticket)
      return html`<h2 class="nobody">${t('room.nobody-here')}</h2>
        <p class="muted">${t('room.nobody-here-what')}</p>`;
    const patient = ticket.patientId ? view.patients[ticket.patientId] : undefined;
    const asked = inDoubtAt(view, this.servicePointId);
    return html`${this.#who(ticket)} ${asked ? this.#question(asked) : nothing} ${this.#facts(ticket, patient)}
    ${asked ? nothing : html`${this.#steps(ticket)} ${this.#acts(ticket)}`}`;
  }

  #who(ticket: StaffTicket) {
    const { now } = this.frame;
    const serving = ticket.state === 'serving';
    const since = serving ? ticket.servingSince : ticket.calledAt;
    return html`<h2 class="who">
      <foyer-number value=${ticket.number}></foyer-number>
      <span class="since ${serving ? 'serving' : ''}">
        <svg viewBox="0 0 16 16" aria-hidden="true">${serving ? disc : ring}</svg>
        ${serving ? t('room.with-you') : t('room.called', { count: ticket.callCount })}
        ${since === undefined ? nothing : html`<b>${elapsed(lasted(this.frame.view, since, now))}</b>`}
      </span>
    </h2>`;
  }

  #facts(ticket: StaffTicket, patient: PatientView | undefined) {
    const { view } = this.frame;
    if (!patient || patient.erased) {
      return html`<p class="name">${t(patient ? 'room.erased' : 'room.no-name')}</p>
        <div class="facts">
          <company-facts .frame=${this.frame} .ticket=${ticket}></company-facts>
          <ticket-forms .frame=${this.frame} .ticket=${ticket}></ticket-forms>
        </div>`;
    }
    readyForHan(patient.displayName);
    const age = patient.birthDate ? ageOn(view.clinic.businessDay, patient.birthDate) : undefined;
    const needs = [...new Set([...patient.needs, ...ticket.needs])];
    return html`<p class="name ${patient.displayName.length > 44 ? 'long' : ''}">
        <b><bdi>${patient.displayName}</bdi></b>
      </p>
      <div class="facts">
        ${
          patient.birthDate
            ? html`<p>
                ${t('room.born')}
                <b>${dateText(patient.birthDate)}</b>${age ? t('room.age-after', { age: ageText(age) }) : nothing}
              </p>`
            : html`<p>${t('room.no-birth-date')}</p>`
        }
        <need-list
          ?column=${needs.length < 3}
          .needs=${needs}
          .language=${patient.language ?? ticket.language}
          .interpreter=${ticket.interpreter ?? notBooked}
          .usual=${view.clinic.languages[0]}
        ></need-list>
        <arrival-marks .ticket=${ticket}></arrival-marks>
        <company-facts .frame=${this.frame} .ticket=${ticket}></company-facts>
        <ticket-forms .frame=${this.frame} .ticket=${ticket}></ticket-forms>
      </div>`;
  }

  /** Where the visit stands, and the way to its steps. */
  #steps(ticket: StaffTicket) {
    return html`<foyer-button class="steps" icon="flag" @click=${() => this.#ask(ticket.id, 'steps')}
      >${wayText(ticket, this.frame.view) || t('journey.add-step')}</foyer-button
    >`;
  }

  #question(asked: InDoubt) {
    return html`<div class="asked">
      <h3>${t('in-doubt.with-you', { number: asked.ticket.number })}</h3>
      <p>${inDoubtText(asked.ticket, this.frame.view)}</p>
      <still-here .frame=${this.frame} .asked=${asked}></still-here>
    </div>`;
  }

  #acts(ticket: StaffTicket) {
    const { session } = this.frame;
    const servicePointId = this.servicePointId;
    const { id: ticketId, state, number } = ticket;
    const arriving = session.isPending('confirm-arrival', ticketId);
    return html`${
        mayAct('confirm-arrival', state)
          ? html`<foyer-button
              class="arrive"
              kind="strong"
              icon="tick"
              ?pending=${arriving}
              ?disabled=${arriving}
              @click=${() => askToAct(this, { type: 'confirm-arrival', servicePointId, ticketId })}
              >${t('room.is-here', { number })}</foyer-button
            >`
          : nothing
      }
      <div class="acts" role="group" aria-label=${t('room.acts', { number })}>
        <act-button
          icon="bell"
          ?disabled=${!mayAct('recall', state)}
          ?pending=${session.isPending('recall')}
          @click=${() => askToAct(this, { type: 'recall', servicePointId })}
          >${t('room.recall')}</act-button
        >
        <act-button
          icon="not-here"
          ?disabled=${!mayAct('mark-not-answered', state)}
          ?pending=${session.isPending('mark-not-answered', ticketId)}
          @click=${() => askToAct(this, { type: 'mark-not-answered', ticketId })}
          >${t('room.not-here')}</act-button
        >
        <act-button
          icon="pause"
          ?disabled=${!mayAct('hold', state)}
          ?pending=${session.isPending('hold', ticketId)}
          @click=${() => this.#ask(ticketId, 'hold')}
          >${t('room.hold')}</act-button
        >
        <act-button
          icon="transfer"
          ?disabled=${!mayAct('transfer', state)}
          ?pending=${session.isPending('transfer', ticketId)}
          @click=${() => this.#ask(ticketId, 'transfer')}
          >${t('room.transfer')}</act-button
        >
        <act-button
          icon="tick"
          ?disabled=${!mayAct('finish-service', state)}
          ?pending=${session.isPending('finish-service', ticketId)}
          @click=${() => askToAct(this, { type: 'finish-service', servicePointId, ticketId })}
          >${t('room.finish')}</act-button
        >
      </div>`;
  }

  #ask(ticketId: string, step: TicketStep): void {
    this.dispatchEvent(new CustomEvent('open-step', { detail: { ticketId, step } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-person': RoomPerson;
  }
  interface HTMLElementEventMap {
    'open-step': CustomEvent<{ readonly ticketId: string; readonly step: TicketStep }>;
  }
}

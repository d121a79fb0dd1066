// One person of today: who it is, and what the desk does for them: check in, take the check-in back, put a name to a
// number, give a number.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/need-list.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/state-mark.ts';
import { ageOn } from '../../data/age.ts';
import type { DeskRow } from '../../data/desk-list.ts';
import { matches } from '../../data/find.ts';
import { mayAct } from '../../data/ticket-acts.ts';
import { ageText, dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';

const FOUND = 8;

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
      .acts foyer-button,
      .found foyer-button {
        display: grid;
        --button-height: max(64px, 4rem);
      }
      .found {
        display: grid;
        gap: 8px;
        margin-top: 8px;
      }
      .found foyer-button {
        --button-justify: flex-start;
        --button-align: start;
        --button-height: 3rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) row!: DeskRow;
  @state() private naming = false;
  @state() private typed = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { patient, ticket } = this.row;
    const heading = [ticket?.number, patient?.displayName ?? (ticket ? t('reception.no-name') : t('reception.unknown'))]
      .filter(Boolean)
      .join(' · ');
    return html`<staff-dialog heading=${heading} @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      ${this.#facts()} ${this.naming ? this.#name() : this.#acts()}
    </staff-dialog>`;
  }

  #facts() {
    const { view } = this.frame;
    const { patient, ticket, appointment, serviceId, state: stands, lateMinutes } = this.row;
    const service = view.services[serviceId];
    const age = patient?.birthDate ? ageOn(view.clinic.businessDay, patient.birthDate) : undefined;
    return html`<div class="facts">
      ${patient?.birthDate ? html`<p>${t('room.born')} <b>${dateText(patient.birthDate)}</b>${age ? t('room.age-after', { age: ageText(age) }) : nothing}</p>` : nothing}
      ${patient?.phone ? html`<p>${t('reception.phone')}: <bdi dir="ltr">${patient.phone}</bdi></p>` : nothing}
      <p>
        ${appointment ? t('room.booked-for', { time: formatTime(appointment.at, view.clinic.zone) }) : t('class.walk-in')}${service ? `, ${localised(service.name)}` : nothing}
      </p>
      <p>
        <state-mark of=${stands}>${t(`reception.state-${stands}`, { count: lateMinutes })}</state-mark>
      </p>
      <need-list
        .needs=${patient?.needs ?? ticket?.needs ?? []}
        .language=${patient?.language ?? ticket?.language}
        .usual=${view.clinic.languages[0]}
      ></need-list>
    </div>`;
  }

  #acts() {
    const { appointment, ticket, patient } = this.row;
    return html`<div class="acts">
      ${appointment && !appointment.ticketId ? html`<foyer-button kind="strong" icon="tick" @click=${() => this.#act({ type: 'check-in', appointmentId: appointment.id })}>${t('reception.check-in')}</foyer-button>` : nothing}
      ${ticket && !patient && mayAct('identify-ticket', ticket.state) ? html`<foyer-button kind="strong" icon="person" @click=${() => (this.naming = true)}>${t('reception.add-name')}</foyer-button>` : nothing}
      ${ticket && mayAct('undo-check-in', ticket.state) ? html`<foyer-button icon="undo" @click=${() => this.#act({ type: 'undo-check-in', ticketId: ticket.id })}>${t('reception.undo-check-in')}</foyer-button>` : nothing}
      ${ticket && mayAct('resume', ticket.state) ? html`<foyer-button icon="again" @click=${() => this.#act({ type: 'resume', ticketId: ticket.id })}>${t('room.resume')}</foyer-button>` : nothing}
      ${patient ? html`<foyer-button icon="plus" @click=${() => this.#number()}>${t('reception.another-number')}</foyer-button>` : nothing}
    </div>`;
  }

  #name() {
    const { view } = this.frame;
    const { ticket } = this.row;
    const found =
      this.typed.trim().length < 2
        ? []
        : Object.values(view.patients)
            .filter(
              (patient) =>
                !patient.erased &&
                matches(this.typed, {
                  name: patient.displayName,
                  birthDate: patient.birthDate,
                  phone: patient.phone,
                }),
            )
            .slice(0, FOUND);
    return html`<div>
      <label class="field"
        ><span>${t('reception.who-is-it')}</span>
        <input
          autofocus
          autocomplete="off"
          placeholder=${t('reception.find')}
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
      /></label>
      <div class="found" role="group" aria-label=${t('reception.who-is-it')}>
        ${found.map(
          (patient) =>
            html`<foyer-button
              @click=${() => ticket && this.#act({ type: 'identify-ticket', ticketId: ticket.id, patientId: patient.id })}
            >
              <b><bdi>${patient.displayName}</bdi></b
              >${patient.birthDate ? `, ${dateText(patient.birthDate)}` : ''}
            </foyer-button>`,
        )}
        ${this.typed.trim().length >= 2 && found.length === 0 ? html`<p role="status">${t('reception.not-found')}</p>` : nothing}
      </div>
    </div>`;
  }

  #number(): void {
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent('give-number'));
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

// Today's people: time, name, birth date, what for, where they stand, and at the end of the row the one thing to do:
// check in, by one touch. While somebody is looked for, the first who can be checked in is lit, and below stand those
// who have nothing today. Namesakes show what tells them apart, and none of them is lit. The arrows go from one row's
// thing to do to the next; beyond the first they lead out (`leave-list`).

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { askToAct } from '../../components/act-event.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/arrival-marks.ts';
import '../../components/person-marks.ts';
import '../../components/state-mark.ts';
import { mayCheckIn, namesakes, nowIndex, rowToCheckIn, type DeskRow } from '../../data/desk-list.ts';
import type { PeopleFound } from '../../data/people-search.ts';
import { deskStateText } from '../../strings/desk-state-text.ts';
import { outsideWord } from '../../strings/outside-text.ts';
import { refusalText } from '../../strings/refusal-text.ts';
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
  /** Known here, with nothing today. */
  @property({ attribute: false }) others: readonly PatientView[] = [];
  /** How far the edge has looked. */
  @property({ attribute: false }) search!: PeopleFound;
  /** What somebody is looked for by. */
  @property() typed = '';

  override firstUpdated(): void {
    const index = nowIndex(this.rows, this.frame.asOf);
    this.renderRoot.querySelectorAll('.rows > li')[index]?.scrollIntoView({ block: 'nearest' });
  }

  /** Goes to the first row's thing to do. */
  focusFirst(): void {
    this.#acts[0]?.focus();
  }

  override render() {
    const looking = this.typed !== '';
    const lit = looking ? rowToCheckIn(this.rows, this.others) : undefined;
    const alike = looking ? namesakes([...this.rows.map(({ patient }) => patient), ...this.others]) : new Set<string>();
    return html`<div class="heads" aria-hidden="true">
        <span>${t('reception.time')}</span><span>${t('reception.name')}</span
        ><span class="born">${t('reception.born')}</span> <span class="for">${t('reception.for')}</span
        ><span class="state">${t('reception.state')}</span><span></span>
      </div>
      <ul class="rows" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
        ${this.rows.map((row) => this.#row(row, row === lit, alike.has(row.patient?.id ?? '')))}
        ${this.others.length > 0 ? html`<li class="others"><b>${t('reception.others')}</b></li>` : nothing}
        ${this.others.map((patient) => this.#other(patient))}
        ${looking ? this.#looked() : this.rows.length === 0 ? html`<li class="none"><p>${t('reception.nobody')}</p></li>` : nothing}
      </ul>`;
  }

  /** What is to be said below the people found: how far was looked, and what to do where nobody was. */
  #looked() {
    const { settled, refused, more } = this.search;
    const nobody = this.rows.length + this.others.length === 0;
    const said = refused
      ? refused.code === 'unreachable'
        ? t('reception.only-today')
        : refusalText(refused.code, refused.facts)
      : nobody
        ? t(settled ? 'reception.not-found' : 'reception.looking')
        : more
          ? t('reception.more')
          : '';
    if (said === '') return nothing;
    return html`<li class="none">
      <p role="status">${said}</p>
      ${
        nobody && settled
          ? html`<foyer-button class="register" icon="person" @click=${() => this.#leave('register')}
              >${t('reception.register-typed', { typed: this.typed })}</foyer-button
            >`
          : nothing
      }
    </li>`;
  }

  #row(row: DeskRow, lit: boolean, alike: boolean) {
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
        <bdi class=${patient ? '' : 'muted'}>${name}</bdi
        >${patient && alike ? html`<person-marks .patient=${patient}></person-marks>` : nothing}
        <arrival-marks .appointment=${appointment} .ticket=${ticket} .currency=${view.clinic.currency}></arrival-marks>
      </button>
      <span class="born">${patient?.birthDate ? dateText(patient.birthDate, 'short') : nothing}</span>
      <span class="for cut">${service ? localised(service.name) : nothing}</span>
      <state-mark class="state" of=${checking ? 'unconfirmed' : row.state}
        ><span class="cut"
          >${checking ? t('reception.checking-in') : (outsideWord(ticket?.steppedOut) ?? deskStateText(row.state, row.lateMinutes))}</span
        ></state-mark
      >
      <span class="end">
        ${
          ticket
            ? html`<button
                type="button"
                class="number act"
                aria-label=${t('reception.open-number', { number: ticket.number })}
                @click=${() => this.#open({ row })}
              >
                <foyer-number value=${ticket.number}></foyer-number>
              </button>`
            : appointment && mayCheckIn(row)
              ? html`<foyer-button
                  class="act ${lit ? 'lit' : ''}"
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
    return html`<li class="other">
      <button type="button" class="name" @click=${() => this.#open({ patient })}>
        <bdi>${patient.displayName}</bdi><person-marks .patient=${patient}></person-marks>
      </button>
      <span class="state muted">${t('reception.nothing-today')}</span>
      <span class="end"
        ><foyer-button
          class="act"
          label=${t('reception.open-person', { name: patient.displayName })}
          @click=${() => this.#open({ patient })}
          >${t('reception.open')}</foyer-button
        ></span
      >
    </li>`;
  }

  get #acts(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.act')];
  }

  #key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as HTMLElement).closest('li');
    if (step === 0 || !row) return;
    event.preventDefault();
    const acts = this.#acts;
    const next = acts.findIndex((act) => row.contains(act)) + step;
    if (next < 0) this.#leave('leave-list');
    else acts[next]?.focus();
  }

  #leave(to: 'register' | 'leave-list'): void {
    this.dispatchEvent(new CustomEvent(to));
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
    register: CustomEvent<undefined>;
    'leave-list': CustomEvent<undefined>;
  }
}

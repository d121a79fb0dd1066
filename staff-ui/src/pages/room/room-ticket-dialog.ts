// One ticket, opened from the list or by an act: what is known of it, and the acts that need a word more (hold,
// transfer, a chosen call, the class, closing it). What an act changes is said before it is taken.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { priorityClasses, type PriorityClass } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/class-mark.ts';
import '../../components/company-facts.ts';
import '../../components/journey-choice.ts';
import '../../components/arrival-marks.ts';
import '../../components/need-list.ts';
import '../../components/reason-field.ts';
import '../../components/staff-dialog.ts';
import '../../components/ticket-forms.ts';
import '../../components/wait-line.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { currentAt } from '../../data/call-plan.ts';
import { toMakeReady } from '../../data/journey.ts';
import { lastedMinutes } from '../../data/lasted.ts';
import { mayAct } from '../../data/ticket-acts.ts';
import { graceText, senderText, serviceText, wayText } from '../../strings/journey-text.ts';
import { outsideText } from '../../strings/outside-text.ts';
import { t } from '../../strings/strings.ts';
import './hold-choice.ts';
import './step-out-choice.ts';
import './ticket-why.ts';
import './transfer-choice.ts';

export type TicketStep = 'choose' | 'call' | 'priority' | 'hold' | 'step-out' | 'transfer' | 'steps' | 'close' | 'why';

const callReasons = [
  'room.reason-unwell',
  'room.reason-finish',
  'room.reason-promised',
  'room.reason-language',
] as const;
const priorityReasons = ['room.reason-unwell', 'room.reason-pain', 'room.reason-child', 'room.reason-frail'] as const;
const closeReasons = ['room.reason-went-home', 'room.reason-elsewhere', 'room.reason-twice'] as const;

@customElement('room-ticket-dialog')
export class RoomTicketDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 24px;
        font-size: 1.125rem;
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 12px;
        --button-height: max(72px, 4.5rem);
      }
      .acts foyer-button {
        display: grid;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @property() servicePointId = '';
  @property() step: TicketStep = 'choose';
  @state() private reason = '';
  @state() private wanted: PriorityClass | undefined;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { number } = this.ticket;
    return html`<staff-dialog
      heading=${t(`room.step-${this.step}`, { number })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.#step()}
    </staff-dialog>`;
  }

  #step() {
    switch (this.step) {
      case 'choose':
        return this.#choose();
      case 'hold':
        return html`<hold-choice
          .frame=${this.frame}
          @hold=${(event: CustomEvent<{ until?: number; reason?: string }>) => this.#act({ type: 'hold', ticketId: this.ticket.id, ...event.detail })}
        ></hold-choice>`;
      case 'step-out':
        return html`<step-out-choice .ticket=${this.ticket} @staff-act=${() => this.dialog.leave()}></step-out-choice>`;
      case 'transfer':
        return html`<transfer-choice
          .frame=${this.frame}
          .ticket=${this.ticket}
          @staff-act=${() => this.dialog.leave()}
        ></transfer-choice>`;
      case 'steps':
        return html`<journey-choice
          .frame=${this.frame}
          .ticket=${this.ticket}
          @staff-act=${() => this.dialog.leave()}
        ></journey-choice>`;
      case 'why':
        return html`<ticket-why .frame=${this.frame} ticketId=${this.ticket.id}></ticket-why>`;
      case 'call':
        return this.#call();
      case 'priority':
        return this.#priority();
      case 'close':
        return this.#close();
    }
  }

  #choose() {
    const { view, asOf } = this.frame;
    const { ticket } = this;
    const patient = ticket.patientId ? view.patients[ticket.patientId] : undefined;
    const service = view.services[ticket.serviceId];
    const go = (step: TicketStep) => () => (this.step = step);
    const way = wayText(ticket, view);
    const grace = graceText(ticket, view.clinic.zone, asOf);
    return html`<div class="facts">
        <class-mark of=${ticket.priorityClass}></class-mark>
        <span>${service ? localised(service.name) : nothing}</span>
        ${ticket.appointmentAt ? html`<span>${t('room.booked-for', { time: formatTime(ticket.appointmentAt, view.clinic.zone) })}</span>` : nothing}
        <span>${t('room.waited-for', { count: lastedMinutes(view, ticket.issuedAt, asOf) })}</span>
        <need-list
          .needs=${ticket.needs}
          .language=${ticket.language}
          .interpreter=${ticket.interpreter}
          .usual=${view.clinic.languages[0]}
        ></need-list>
        <arrival-marks .ticket=${ticket}></arrival-marks>
        <company-facts .frame=${this.frame} .ticket=${ticket}></company-facts>
        <ticket-forms .frame=${this.frame} .ticket=${ticket}></ticket-forms>
        ${ticket.steppedOut ? html`<b>${outsideText(ticket.steppedOut, view.clinic.zone)}</b>` : nothing}
        ${way ? html`<b>${way}</b>` : nothing} ${grace ? html`<b>${grace}</b>` : nothing}
        ${patient ? html`<b><bdi>${patient.displayName}</bdi></b>` : nothing}
      </div>
      ${ticket.wait ? html`<wait-line .wait=${ticket.wait}></wait-line>` : nothing}
      <div class="acts">
        ${toMakeReady(ticket, view.servicePoints[this.servicePointId]).map(({ id: stepId, serviceId }) => html`<foyer-button kind="strong" icon="tick" @click=${() => this.#act({ type: 'mark-ready', ticketId: ticket.id, stepId })}>${t('journey.ready-for', { service: serviceText(serviceId, view) })}</foyer-button>`)}
        ${mayAct('call-ticket', ticket.state) ? html`<foyer-button icon="announce" @click=${go('call')}>${t('room.call-this')}</foyer-button>` : nothing}
        ${mayAct('resume', ticket.state) ? html`<foyer-button icon="again" @click=${() => this.#act({ type: 'resume', ticketId: ticket.id })}>${t('room.resume')}</foyer-button>` : nothing}
        ${mayAct('set-priority', ticket.state) ? html`<foyer-button icon="warning" @click=${go('priority')}>${t('room.set-priority')}</foyer-button>` : nothing}
        ${mayAct('hold', ticket.state) ? html`<foyer-button icon="pause" @click=${go('hold')}>${t('room.hold')}</foyer-button>` : nothing}
        ${mayAct('step-out', ticket.state) && !ticket.steppedOut ? html`<foyer-button icon="arrow-right" @click=${go('step-out')}>${t('outside.step-out')}</foyer-button>` : nothing}
        ${ticket.steppedOut ? html`<foyer-button icon="room" @click=${() => this.#act({ type: 'back-inside', ticketId: ticket.id })}>${t('outside.is-back')}</foyer-button>` : nothing}
        ${mayAct('transfer', ticket.state) ? html`<foyer-button icon="transfer" @click=${go('transfer')}>${t('room.transfer')}</foyer-button>` : nothing}
        ${ticket.cameFrom && mayAct('return-to-sender', ticket.state) ? html`<foyer-button icon="undo" @click=${() => this.#act({ type: 'return-to-sender', ticketId: ticket.id })}>${t('journey.back-to', { name: senderText(ticket, view) })}</foyer-button>` : nothing}
        ${mayAct('add-journey-step', ticket.state) ? html`<foyer-button icon="flag" @click=${go('steps')}>${t('journey.steps')}</foyer-button>` : nothing}
        <foyer-button icon="sight" @click=${go('why')}>${t('why.ask')}</foyer-button>
        ${mayAct('mark-left', ticket.state) ? html`<foyer-button icon="cross" @click=${go('close')}>${t('room.close-ticket')}</foyer-button>` : nothing}
      </div>`;
  }

  #call() {
    const { view, session } = this.frame;
    const current = currentAt(view, this.servicePointId);
    const body = (finishCurrent?: 'completed' | 'not-answered' | true): CommandBody => ({
      type: 'call-ticket',
      servicePointId: this.servicePointId,
      ticketId: this.ticket.id,
      reason: this.reason,
      ...(finishCurrent ? { finishCurrent } : {}),
    });
    const open = view.servicePoints[this.servicePointId]?.state === 'open';
    const ready = this.reason.trim() !== '' && session.hasLine && open;
    const button = (words: string, finish?: 'completed' | 'not-answered' | true) =>
      html`<foyer-button slot="acts" kind="strong" ?disabled=${!ready} @click=${() => this.#act(body(finish))}
        >${words}</foyer-button
      >`;
    return html`<p>${t('room.call-this-what')}</p>
      ${open ? nothing : html`<p class="alert">${t('refusal.service-point-closed')}</p>`}
      ${session.hasLine ? nothing : html`<p class="alert">${t('room.no-line')}</p>`} ${this.#reasonField(callReasons)}
      ${
        current?.state === 'called'
          ? html`<p><b>${t('room.outcome-what', { number: current.number })}</b></p>
              ${button(t('room.outcome-not-here', { number: current.number }), 'not-answered')}${button(t('room.outcome-completed', { number: current.number }), 'completed')}`
          : html`${current ? html`<p><b>${t('room.will-finish', { number: current.number })}</b></p>` : nothing}${button(t('room.call-number', { number: this.ticket.number }), current ? true : undefined)}`
      }`;
  }

  #priority() {
    const ready = this.reason.trim() !== '' && this.wanted !== undefined && this.wanted !== this.ticket.priorityClass;
    return html`<p>${t('room.priority-what')}</p>
      <div class="acts" role="group" aria-label=${t('room.class')}>
        ${priorityClasses.map((kind) => html`<foyer-button toggle ?on=${(this.wanted ?? this.ticket.priorityClass) === kind} @click=${() => (this.wanted = kind)}>${t(`class.${kind}`)}</foyer-button>`)}
      </div>
      ${this.#reasonField(priorityReasons)}
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${!ready}
        @click=${() => this.#act({ type: 'set-priority', ticketId: this.ticket.id, priorityClass: this.wanted!, reason: this.reason })}
        >${t('common.save')}</foyer-button
      >`;
  }

  #close() {
    const ready = this.reason.trim() !== '';
    const { id: ticketId } = this.ticket;
    return html`<p>${t('room.close-what')}</p>
      ${this.#reasonField(closeReasons)}
      <foyer-button
        slot="acts"
        ?disabled=${!ready}
        @click=${() => this.#act({ type: 'cancel-ticket', ticketId, reason: this.reason })}
        >${t('room.cancel-ticket')}</foyer-button
      >
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${!ready}
        @click=${() => this.#act({ type: 'mark-left', ticketId, reason: this.reason })}
        >${t('room.mark-left')}</foyer-button
      >`;
  }

  #reasonField(
    reasons: readonly (
      | (typeof callReasons)[number]
      | (typeof priorityReasons)[number]
      | (typeof closeReasons)[number]
    )[],
  ) {
    return html`<reason-field
      .suggestions=${reasons.map((key) => t(key))}
      .value=${this.reason}
      @reason=${(event: CustomEvent<string>) => (this.reason = event.detail)}
    ></reason-field>`;
  }

  #act(body: CommandBody): void {
    askToAct(this, body);
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-ticket-dialog': RoomTicketDialog;
  }
}

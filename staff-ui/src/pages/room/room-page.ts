// The nurse's page: who waits, who is with me, who is next, and one door to call them. Left hand: the two columns
// change sides. Invariant: one touch sends one call; while it is unanswered, and 2 s after, the door is dark.

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ServicePointId, TicketId } from '@foyer/contracts/ids.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '../../components/line-card.ts';
import '../../components/moved-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { ask, StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/unconfirmed-card.ts';
import '../../components/walk-card.ts';
import { callPlan, currentAt, finishCurrentOf } from '../../data/call-plan.ts';
import { walkAt } from '../../data/walks.ts';
import { t } from '../../strings/strings.ts';
import './hand-over-dialog.ts';
import './room-call.ts';
import './room-late-dialog.ts';
import './room-outcome-dialog.ts';
import type { Outcome } from './room-outcome-dialog.ts';
import { roomPageStyles } from './room-page-styles.ts';
import './room-person.ts';
import './room-queue.ts';
import './room-state-dialog.ts';
import './room-ticket-dialog.ts';
import type { TicketStep } from './room-ticket-dialog.ts';
import './room-why-dialog.ts';
import './take-over-dialog.ts';

const REST_MS = 2_000;

type Question =
  | { readonly kind: 'outcome' | 'room' | 'why' | 'late' | 'leave' }
  | { readonly kind: 'ticket'; readonly ticketId: TicketId; readonly step: TicketStep };

@customElement('room-page')
export class RoomPage extends StaffPage {
  static override styles = [shared, staffStyles, roomPageStyles];

  @state() private question: Question | undefined;
  @state() private resting = false;
  /** When the room was left that this person looked into and has not taken over. */
  @state() private lookedInto: number | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
  }

  override render() {
    const { frame } = this;
    const { view, session, preferences } = frame;
    const servicePointId = view.me.servicePointId;
    const point = servicePointId ? view.servicePoints[servicePointId] : undefined;
    if (!servicePointId || !point) return this.#withoutRoom();
    const called = currentAt(view, servicePointId)?.state === 'called';
    const walk = walkAt(view, servicePointId);
    return html`<staff-header .frame=${frame}>
        <foyer-button class="state" @click=${() => (this.question = { kind: 'room' })}
          >${t('room.now', { state: t(`point.${point.state}`) })}</foyer-button
        >
      </staff-header>
      <main class="hand-${preferences.hand}" @staff-act=${this.#act}>
        <section class="queue" aria-label=${t('room.queue')}>
          <line-card .frame=${frame}></line-card>
          ${walk ? html`<walk-card .frame=${frame} .walk=${walk}></walk-card>` : nothing}
          <moved-card .frame=${frame}></moved-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame} servicePointId=${servicePointId}></notice-strip>` : nothing}
          <room-queue
            .frame=${frame}
            servicePointId=${servicePointId}
            ?stale=${!session.hasLine}
            @open-ticket=${(event: CustomEvent<TicketId>) => (this.question = { kind: 'ticket', ticketId: event.detail, step: 'choose' })}
          ></room-queue>
        </section>
        <section class="person" aria-label=${localised(point.name)}>
          <div class="here">
            <room-person
              .frame=${frame}
              servicePointId=${servicePointId}
              @open-step=${(event: CustomEvent<{ ticketId: TicketId; step: TicketStep }>) => (this.question = { kind: 'ticket', ...event.detail })}
            ></room-person>
            <said-line .said=${session.said} @read=${() => session.read()}></said-line>
            <unconfirmed-card .frame=${frame}></unconfirmed-card>
          </div>
          <room-call
            .frame=${frame}
            servicePointId=${servicePointId}
            ?resting=${this.resting}
            ?terse=${called || session.said !== undefined}
            @call=${() => this.#call()}
            @call-family=${() => this.#call(true)}
            @call-follower=${(event: CustomEvent<TicketId>) => this.#callFollower(event.detail)}
            @open-room=${() => this.#send({ type: 'open-service-point', servicePointId })}
            @clean-room=${() => this.#send({ type: 'set-room-state', servicePointId, roomState: 'empty' })}
            @finish-first=${() => this.#finish(servicePointId)}
            @open-why=${() => (this.question = { kind: 'why' })}
          ></room-call>
        </section>
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>
      ${this.#question(servicePointId)} ${this.#takeOver(point)}`;
  }

  #takeOver({ id, handOver }: StaffView['servicePoints'][string]) {
    if (!handOver || handOver.since === this.lookedInto || this.question) return nothing;
    return html`<take-over-dialog
      .frame=${this.frame}
      servicePointId=${id}
      @close=${() => (this.lookedInto = handOver.since)}
    ></take-over-dialog>`;
  }

  #withoutRoom() {
    return html`<staff-header .frame=${this.frame}></staff-header>
      <main class="without">
        <h1>${t('room.without')}</h1>
        <p>${t('room.without-what')}</p>
        <foyer-button kind="strong" icon="lock" @click=${() => ask(this, 'staff-lock')}
          >${t('common.lock')}</foyer-button
        >
      </main>
      <foyer-floor ?broken=${!this.session.hasLine}></foyer-floor>`;
  }

  #question(servicePointId: string) {
    const { question, frame } = this;
    // A dialog tells of its end a moment later, when another question may stand here.
    const close = () => {
      if (this.question === question) this.question = undefined;
    };
    const current = currentAt(frame.view, servicePointId);
    switch (question?.kind) {
      case undefined:
        return nothing;
      case 'outcome':
        return current
          ? html`<room-outcome-dialog
              .ticket=${current}
              @close=${close}
              @outcome=${(event: CustomEvent<Outcome>) => this.#callNext(event.detail)}
            ></room-outcome-dialog>`
          : nothing;
      case 'room':
        return html`<room-state-dialog
          .frame=${frame}
          servicePointId=${servicePointId}
          @close=${close}
          @staff-act=${this.#act}
          @running-late=${() => (this.question = { kind: 'late' })}
          @leave-room=${() => (this.question = { kind: 'leave' })}
        ></room-state-dialog>`;
      case 'leave':
        return html`<hand-over-dialog
          .frame=${frame}
          servicePointId=${servicePointId}
          @close=${close}
          @staff-act=${this.#act}
        ></hand-over-dialog>`;
      case 'late':
        return html`<room-late-dialog
          .frame=${frame}
          servicePointId=${servicePointId}
          @close=${close}
          @staff-act=${this.#act}
        ></room-late-dialog>`;
      case 'why':
        return html`<room-why-dialog
          .frame=${frame}
          servicePointId=${servicePointId}
          @close=${close}
        ></room-why-dialog>`;
      case 'ticket': {
        const ticket = frame.view.tickets[question.ticketId];
        return ticket
          ? html`<room-ticket-dialog
              .frame=${frame}
              .ticket=${ticket}
              servicePointId=${servicePointId}
              step=${question.step}
              @close=${close}
              @staff-act=${this.#act}
            ></room-ticket-dialog>`
          : nothing;
      }
    }
  }

  #act(event: CustomEvent<CommandBody>): void {
    void this.#send(event.detail);
  }

  async #send(body: CommandBody): Promise<void> {
    const calls = body.type === 'call-next' || body.type === 'call-ticket';
    if (calls) this.#restFor();
    const sent = await this.session.act(body);
    if (calls && sent.ok) this.#restFor(REST_MS);
    else if (calls) this.#wake();
    if (calls && this.session.said?.code === 'current-outcome-needed') {
      this.session.read();
      this.question = { kind: 'outcome' };
    }
  }

  #call(withParty?: true): void {
    const plan = callPlan(this.view, this.view.me.servicePointId ?? '', this.session.hasLine);
    if (plan.kind === 'ask-outcome') this.question = { kind: 'outcome' };
    if (plan.kind === 'call') this.#callNext(finishCurrentOf(plan).finishCurrent, withParty);
  }

  /** Out of turn, and so with a reason. */
  #callFollower(ticketId: TicketId): void {
    if (this.resting) return;
    const servicePointId = this.view.me.servicePointId ?? '';
    void this.#send({
      type: 'call-ticket',
      servicePointId,
      ticketId,
      reason: t('company.reason'),
      finishCurrent: true,
    });
  }

  #finish(servicePointId: ServicePointId): void {
    const ticketId = currentAt(this.view, servicePointId)?.id;
    if (ticketId !== undefined) void this.#send({ type: 'finish-service', servicePointId, ticketId });
  }

  #callNext(finishCurrent: true | Outcome | undefined, withParty?: true): void {
    if (this.resting) return;
    const servicePointId = this.view.me.servicePointId ?? '';
    void this.#send({
      type: 'call-next',
      servicePointId,
      ...(finishCurrent ? { finishCurrent } : {}),
      ...(withParty ? { withParty } : {}),
    });
  }

  /** Without a time it rests until it is told otherwise. */
  #restFor(ms?: number): void {
    clearTimeout(this.#rest);
    this.resting = true;
    if (ms !== undefined) this.#rest = setTimeout(() => this.#wake(), ms);
  }

  #wake(): void {
    clearTimeout(this.#rest);
    this.resting = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-page': RoomPage;
  }
}

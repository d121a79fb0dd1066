// The steps of one visit, and what staff do to them: say that something is ready, skip a step or put it forward with a
// reason, add a service, begin a ready-made way. Each is sent at once, and the list shows what became of it.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { JourneyStep } from '@foyer/contracts/journey.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { mayBegin, maySkip, movableBefore, toMakeReady, wayOf } from '../data/journey.ts';
import { serviceText } from '../strings/journey-text.ts';
import { t } from '../strings/strings.ts';
import { askToAct } from './act-event.ts';
import './reason-field.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

const icons: { readonly [S in JourneyStep['state']]: IconName } = {
  done: 'tick',
  here: 'person',
  ahead: 'clock',
  skipped: 'cross',
};
const skipReasons = ['journey.reason-done', 'journey.reason-not-needed', 'journey.reason-other-day'] as const;
const moveReasons = ['journey.reason-queue', 'journey.reason-result'] as const;
type Asked = { readonly step: JourneyStep; readonly beforeStepId?: string };

@customElement('journey-choice')
export class JourneyChoice extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
        min-height: 64px;
        padding-block: 4px;
        border-bottom: 1px solid var(--line);
        font-size: 1.125rem;
        --icon-size: 1.5em;
      }
      li.here {
        font-weight: 700;
      }
      li.done,
      li.skipped {
        color: var(--muted);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-inline-start: auto;
      }
      li .name {
        flex: 1 1 12rem;
        overflow-wrap: anywhere;
      }
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      .choices foyer-button {
        display: grid;
        --button-height: max(56px, 3.5rem);
      }
      .when {
        margin-top: 12px;
      }
      .asked {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @state() private asked: Asked | undefined;
  @state() private reason = '';
  @state() private whenReady = false;

  override render() {
    return this.asked ? this.#why(this.asked) : html`${this.#steps()} ${this.#add()} ${this.#begin()}`;
  }

  #steps() {
    const steps = this.ticket.journey?.steps ?? [];
    if (wayOf(this.ticket).length < 2) return html`<p>${t('journey.one')}</p>`;
    return html`<ol>
      ${steps.map((step) => this.#step(step))}
    </ol>`;
  }

  #step(step: JourneyStep) {
    const { ticket } = this;
    const isWaitedFor = step.whenReady === true && (step.state === 'ahead' || step.state === 'here');
    const before = movableBefore(ticket, step);
    return html`<li class=${step.state} aria-current=${step.state === 'here' ? 'step' : 'false'}>
      <foyer-icon name=${icons[step.state]}></foyer-icon>
      <span class="name">${serviceText(step.serviceId, this.frame.view)}</span>
      <span>${t(`journey.state-${step.state}`)}</span>
      ${isWaitedFor ? html`<b>${t(step.ready ? 'journey.ready' : 'journey.not-ready')}</b>` : nothing}
      <span class="acts">
        ${
          toMakeReady(ticket).includes(step)
            ? html`<foyer-button
                icon="tick"
                kind="strong"
                ?pending=${this.frame.session.isPending('mark-ready', ticket.id)}
                @click=${() => this.#act({ type: 'mark-ready', ticketId: ticket.id, stepId: step.id })}
                >${t('journey.make-ready')}</foyer-button
              >`
            : nothing
        }
        ${before ? html`<foyer-button icon="arrow-up" @click=${() => this.#ask({ step, beforeStepId: before.id })}>${t('journey.earlier')}</foyer-button>` : nothing}
        ${maySkip(ticket, step) ? html`<foyer-button icon="cross" @click=${() => this.#skip(step)}>${t('journey.skip')}</foyer-button>` : nothing}
      </span>
    </li>`;
  }

  #add() {
    const { view } = this.frame;
    const { id: ticketId } = this.ticket;
    return html`<section>
      <h3>${t('journey.add')}</h3>
      <div class="choices">
        ${Object.values(view.services).map(
          ({ id: serviceId, name }) =>
            html`<foyer-button
              icon="plus"
              @click=${() => this.#act({ type: 'add-journey-step', ticketId, serviceId, ...(this.whenReady ? { whenReady: true } : {}) })}
              >${localised(name)}</foyer-button
            >`,
        )}
      </div>
      <foyer-button class="when" toggle ?on=${this.whenReady} @click=${() => (this.whenReady = !this.whenReady)}
        >${t('journey.when-ready')}</foyer-button
      >
    </section>`;
  }

  #begin() {
    const ready = Object.values(this.frame.view.journeys ?? {});
    if (ready.length === 0 || !mayBegin(this.ticket)) return nothing;
    const { id: ticketId } = this.ticket;
    return html`<section>
      <h3>${t('journey.begin')}</h3>
      <div class="choices">
        ${ready.map(({ id: journeyId, name }) => html`<foyer-button icon="flag" @click=${() => this.#act({ type: 'start-journey', ticketId, journeyId })}>${localised(name)}</foyer-button>`)}
      </div>
    </section>`;
  }

  #why({ step, beforeStepId }: Asked) {
    const service = serviceText(step.serviceId, this.frame.view);
    const suggestions = beforeStepId === undefined ? skipReasons : moveReasons;
    const words = t(beforeStepId === undefined ? 'journey.skip-this' : 'journey.move-this', { service });
    return html`<div class="asked">
      <h3>${words}</h3>
      <reason-field
        .suggestions=${suggestions.map((key) => t(key))}
        .value=${this.reason}
        @reason=${(event: CustomEvent<string>) => (this.reason = event.detail)}
      ></reason-field>
      <foyer-button
        kind="strong"
        ?disabled=${this.reason.trim() === ''}
        @click=${() => this.#send({ step, ...(beforeStepId === undefined ? {} : { beforeStepId }) })}
        >${words}</foyer-button
      >
      <foyer-button @click=${() => (this.asked = undefined)}>${t('common.back')}</foyer-button>
    </div>`;
  }

  #ask(asked: Asked): void {
    this.reason = '';
    this.asked = asked;
  }

  /** What is optional needs no reason. */
  #skip(step: JourneyStep): void {
    if (step.optional) this.#act({ type: 'skip-journey-step', ticketId: this.ticket.id, stepId: step.id });
    else this.#ask({ step });
  }

  #send({ step, beforeStepId }: Asked): void {
    const { id: ticketId } = this.ticket;
    const { reason } = this;
    this.asked = undefined;
    this.#act(
      beforeStepId === undefined
        ? { type: 'skip-journey-step', ticketId, stepId: step.id, reason }
        : { type: 'move-journey-step', ticketId, stepId: step.id, beforeStepId, reason },
    );
  }

  #act(body: CommandBody): void {
    this.whenReady = false;
    askToAct(this, body);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'journey-choice': JourneyChoice;
  }
}

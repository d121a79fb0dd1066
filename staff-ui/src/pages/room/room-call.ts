// Next and why, and the door that calls: the largest thing, at the thumb's edge. One tap calls; then it rests, so that a
// second touch calls nobody. Fires `call`, `call-family`, `call-follower`, `open-room`, `clean-room` and `finish-first`.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TicketId } from '@foyer/contracts/ids.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import type { DoorState } from '@foyer/ui-kit/elements/foyer-door.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import '../../components/point-name.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { callPlan, type CallPlan } from '../../data/call-plan.ts';
import { companionsAt, nextOfFamily } from '../../data/party.ts';
import { reasonForNext } from '../../data/next-reason.ts';
import { isOverdue, returnOf } from '../../data/pauses.ts';
import { queueAt } from '../../data/queue-list.ts';
import { t } from '../../strings/strings.ts';
import { reasonText, ruledReasonText } from './reason-text.ts';

interface Door {
  readonly state: DoorState;
  readonly act: string;
  readonly lines: TemplateResult | typeof nothing;
  readonly press?: () => void;
}

@customElement('room-call')
export class RoomCall extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        container-type: inline-size;
      }
      .next {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
        font-size: 1.125rem;
      }
      .next foyer-number {
        font-size: 2.25rem;
      }
      .family {
        display: grid;
        margin: 4px 0 12px;
        font-size: 1.125rem;
        --button-height: max(56px, 3.5rem);
      }
      .why {
        margin-inline-start: auto;
      }
      .reason {
        margin: 4px 0 16px;
        font-size: 1.0625rem;
      }
      foyer-door {
        flex: 1;
        min-height: var(--door-least, clamp(120px, 21vh, 10.5rem));
        max-height: 15rem;
        margin-top: auto;
        --handle: 24px;
        --handle-y: 74%;
        --door-padding: clamp(12px, 4cqi, 24px) 28px 24px;
      }
      /** The question above needs the place. */
      .asked {
        --door-least: 6.5rem;
        --act-size: 2.75rem;
        --lines-size: 1.0625rem;
      }
      .act {
        display: block;
        font-size: min(var(--act-size, 4.75rem), 18.5cqi);
        line-height: 1.1;
        font-weight: 700;
        letter-spacing: -0.025em;
      }
      .act:lang(ar) {
        line-height: 1.5;
        letter-spacing: 0;
      }
      .lines {
        display: block;
        margin-top: auto;
        padding-inline-end: 44px;
        font-size: var(--lines-size, 1.375rem);
        line-height: 1.3;
      }
      .lines.quiet {
        font-size: 1.125rem;
      }
      .lines foyer-number {
        line-height: inherit;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';
  /** No call now: the last one was a moment ago. */
  @property({ type: Boolean }) resting = false;
  /** The called one has not come: the room above needs the place of the reason. */
  @property({ type: Boolean }) terse = false;

  override render() {
    const { view, session, asOf } = this.frame;
    const rows = queueAt(view, this.servicePointId, 'waiting', asOf);
    const reason = reasonForNext(rows);
    const isRuled = view.servicePoints[this.servicePointId]?.calledBy !== undefined;
    const next = rows.find((row) => row.next)?.ticket;
    const plan = callPlan(view, this.servicePointId, session.hasLine);
    const door = this.#door(plan);
    const isAsked = plan.kind === 'in-doubt';
    const family = this.#family(plan);
    return html`${
        next && session.hasLine && !isAsked
          ? html`<div class="next">
                ${t('room.next')} <foyer-number value=${next.number}></foyer-number>
                <button type="button" class="link why" @click=${() => this.dispatchEvent(new CustomEvent('open-why'))}>
                  <foyer-icon name="sight" .stroke=${2}></foyer-icon>${t('room.why')}
                </button>
              </div>
              ${family}
              ${this.terse || !reason || family !== nothing ? nothing : html`<p class="reason" part="reason">${isRuled ? ruledReasonText(reason) : reasonText(reason, view.clinic.zone)}</p>`}`
          : nothing
      }
      ${next && !session.hasLine ? html`<p class="reason"><b>${t('room.go-on')}</b> ${t('room.go-on-what', { number: next.number })}</p>` : nothing}
      <foyer-door
        class=${isAsked ? 'asked' : ''}
        action
        fill
        state=${door.state}
        ?disabled=${!door.press}
        @click=${() => door.press?.()}
      >
        <span class="act">${door.act}</span>
        <span class="lines ${door.state === 'lit' ? '' : 'quiet'}">${door.lines}</span>
      </foyer-door>`;
  }

  /** Whoever came with the one in the room, or everyone who came with the next one, in one touch. */
  #family(plan: CallPlan) {
    if (plan.kind !== 'call') return nothing;
    const { view } = this.frame;
    const follower = plan.finishes && nextOfFamily(view, this.servicePointId, plan.finishes, plan.next);
    if (follower) {
      return this.#familyButton(html`${t('company.next')} ${number(follower)}`, () => {
        this.dispatchEvent(new CustomEvent('call-follower', { detail: follower.id }));
      });
    }
    const count = this.#companions(plan);
    if (count === 0) return nothing;
    return this.#familyButton(html`${t('company.call', { count: count + 1 })}`, () => this.#fire('call-family'));
  }

  #familyButton(words: TemplateResult, press: () => void) {
    return html`<foyer-button class="family" kind="strong" icon="people" ?disabled=${this.resting} @click=${press}
      >${words}</foyer-button
    >`;
  }

  #companions(plan: CallPlan): number {
    if (plan.kind !== 'call') return 0;
    return companionsAt(this.frame.view, this.servicePointId, plan.next).length;
  }

  #door(plan: CallPlan): Door {
    const { session } = this.frame;
    const calling = session.isPending('call-next') || session.isPending('call-ticket');
    const act = t('room.call-next');
    if (calling) return { state: 'hollow', act, lines: html`${t('room.calling')}` };
    if (this.resting && plan.kind !== 'no-line') return { state: 'hollow', act, lines: html`${t('room.rests')}` };
    switch (plan.kind) {
      case 'no-line':
        return { state: 'hollow', act, lines: html`${t('room.no-line')}` };
      case 'in-doubt':
        return { state: 'hollow', act, lines: html`${number(plan.current)} ${t('in-doubt.first')}` };
      case 'nobody-waits':
        return { state: 'hollow', act, lines: html`${t('room.nobody-waits')}` };
      case 'open-room':
        return {
          state: 'lit',
          act: t('room.open'),
          lines: html`${this.#back() ?? t(`room.is-${plan.state}`)}`,
          press: () => this.#fire('open-room'),
        };
      case 'clean-room':
        return {
          state: 'lit',
          act: t('rooms.act-clean'),
          lines: html`${t('room.is-to-be-cleaned')}`,
          press: () => this.#fire('clean-room'),
        };
      case 'finish-first':
        return {
          state: 'lit',
          act: t('room.finish'),
          lines: html`${number(plan.current)}<br />${t('room.cleaned-between')}`,
          press: () => this.#fire('finish-first'),
        };
      case 'ask-outcome':
        return {
          state: 'lit',
          act,
          lines: this.#lines(plan.next, html`${number(plan.current)} ${t('room.asked-first')}`),
          press: () => this.#fire('call'),
        };
      case 'call':
        return {
          state: 'lit',
          act,
          press: () => this.#fire('call'),
          lines: this.#lines(
            plan.next,
            plan.finishes ? html`${number(plan.finishes)} ${t('room.is-finished')}` : nothing,
          ),
        };
    }
  }

  #lines(next: StaffTicket, second: TemplateResult | typeof nothing) {
    const point = this.frame.view.servicePoints[this.servicePointId];
    const name = point ? localised(point.name) : '';
    return html`${number(next)} ${t('room.to')}
      <point-name name=${name}></point-name>${second === nothing ? nothing : html`<br />${second}`}`;
  }

  /** When a room that pauses goes on, or was to. */
  #back(): string | undefined {
    const { view, now } = this.frame;
    const point = view.servicePoints[this.servicePointId];
    const until = point && returnOf(point);
    if (point === undefined || until === undefined) return undefined;
    return t(isOverdue(point, now) ? 'pause.due' : 'pause.back-at', { time: formatTime(until, view.clinic.zone) });
  }

  #fire(type: 'call' | 'call-family' | 'open-room' | 'clean-room' | 'finish-first'): void {
    this.dispatchEvent(new CustomEvent(type));
  }
}

const number = (ticket: StaffTicket) => html`<foyer-number value=${ticket.number}></foyer-number>`;

declare global {
  interface HTMLElementTagNameMap {
    'room-call': RoomCall;
  }
  interface HTMLElementEventMap {
    call: CustomEvent;
    'call-family': CustomEvent;
    'call-follower': CustomEvent<TicketId>;
    'open-room': CustomEvent;
    'clean-room': CustomEvent;
    'finish-first': CustomEvent;
    'open-why': CustomEvent;
  }
}

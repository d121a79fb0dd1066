// What goes on behind the lock, without a name: how many wait, who is in the room by number, and an emergency that can
// be called. Empty where nobody was signed in. `short` is the one line of the head.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { elapsed } from '../../data/age.ts';
import { currentAt } from '../../data/call-plan.ts';
import { inDoubtAt } from '../../data/in-doubt.ts';
import { lasted } from '../../data/lasted.ts';
import { longestWaitMinutes, queueAt } from '../../data/queue-list.ts';
import { maySend } from '../../data/ticket-acts.ts';
import { t } from '../../strings/strings.ts';
import { lockEmergencyStyles } from './lock-emergency-styles.ts';

@customElement('lock-room')
export class LockRoom extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    lockEmergencyStyles,
    css`
      :host {
        min-width: 0;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: 1.125rem;
      }
      .line svg {
        flex: none;
        width: 16px;
        height: 16px;
      }
      .asked {
        margin-bottom: 12px;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 56px;
        padding: 16px 0 20px;
        border-top: 2px solid var(--line);
      }
      .facts b.large {
        display: block;
        font-size: 1.75rem;
        line-height: 2.25rem;
      }
    `,
  ];

  @property({ attribute: false }) frame: Frame | undefined;
  @property({ type: Boolean }) short = false;

  override render() {
    const { frame } = this;
    const servicePointId = frame?.view.me.servicePointId;
    const point = servicePointId ? frame?.view.servicePoints[servicePointId] : undefined;
    if (!frame || !servicePointId || !point) return this.short ? nothing : html`<slot></slot>`;
    const current = currentAt(frame.view, servicePointId);
    return this.short
      ? this.#line(frame, point.state, current)
      : this.#facts(frame, servicePointId, localised(point.name), current);
  }

  #line(frame: Frame, state: 'open' | 'paused' | 'closed', current: ReturnType<typeof currentAt>) {
    const since = current?.servingSince ?? current?.calledAt;
    return html`<p class="line ${state === 'open' ? 'serving' : 'muted'}">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" fill="currentColor" />
      </svg>
      <span
        >${t(`lock.still-${state}`)}
        ${current ? html`<foyer-number class="inline-number" value=${current.number}></foyer-number> ${t('lock.is-here')} ${since === undefined ? '' : elapsed(lasted(frame.view, since, frame.now))}` : nothing}</span
      >
    </p>`;
  }

  #facts(frame: Frame, servicePointId: string, name: string, current: ReturnType<typeof currentAt>) {
    const { view, session, asOf } = frame;
    const rows = queueAt(view, servicePointId, 'waiting', asOf);
    const next = rows.find((row) => row.next)?.ticket;
    const since = current?.servingSince ?? current?.calledAt;
    const asked = Object.values(view.help).filter((help) => help.kind === 'emergency' && help.state !== 'acknowledged');
    const isInDoubt = inDoubtAt(view, servicePointId) !== undefined;
    return html`${isInDoubt ? html`<p class="asked" role="status"><foyer-icon name="warning"></foyer-icon><b>${t('lock.in-doubt', { rooms: name })}</b></p>` : nothing}
      <div class="facts">
        <p>
          <b class="large">${t('room.waiting', { count: rows.length })}</b>
          <span class="muted"
            >${rows.length > 0 ? t('room.longest', { count: longestWaitMinutes(rows) }) : nothing}</span
          >
        </p>
        <p>
          <b class="large">${t(current ? 'lock.one-in' : 'lock.none-in', { point: name })}</b>
          <span class="muted"
            >${current ? html`<foyer-number class="inline-number" value=${current.number}></foyer-number> ${since === undefined ? nothing : t('lock.since', { time: formatTime(since, view.clinic.zone) })}` : nothing}
            ${next ? html`${t('lock.then')} <foyer-number class="inline-number" value=${next.number}></foyer-number>` : nothing}</span
          >
        </p>
      </div>
      <div class="two">
        ${
          maySend(view.me.roles, 'request-help')
            ? html`<foyer-button
                class="emergency"
                kind="alert"
                icon="emergency"
                .iconStroke=${3}
                ?pending=${session.isPending('request-help')}
                @click=${() => session.act({ type: 'request-help', kind: 'emergency' })}
                ><b>${t('lock.emergency')}</b
                ><br />${t(asked.length > 0 ? 'lock.emergency-sounds' : 'lock.emergency-what')}</foyer-button
              >`
            : nothing
        }<slot></slot>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lock-room': LockRoom;
  }
}

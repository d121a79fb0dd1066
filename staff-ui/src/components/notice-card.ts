// One thing that is wrong, as a card: what, since when, what to do, and what stays safe; with the act that ends it, for
// who may. Fires `seen` where a card may be put away ("I am calling aloud").

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StaffId } from '@foyer/contracts/ids.ts';
import { runbookPage } from '@foyer/contracts/runbook.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { mayEnd, onTimeAgain } from '../data/delays.ts';
import { toldOf, type Notice } from '../data/notices.ts';
import { refusedIn } from '../data/refusals.ts';
import { maySend } from '../data/ticket-acts.ts';
import { backDueText } from '../strings/back-due-text.ts';
import { conflictText, conflictTitle } from '../strings/conflict-text.ts';
import { deviceProblemTitle } from '../strings/device-text.ts';
import { inDoubtText, inDoubtTitle } from '../strings/in-doubt-text.ts';
import { leftText } from '../strings/left-text.ts';
import { walkReasonsText } from '../strings/outside-text.ts';
import { printerDownText } from '../strings/printer-down-text.ts';
import { refusalText } from '../strings/refusal-text.ts';
import { instructionsText } from '../strings/screening-text.ts';
import { t } from '../strings/strings.ts';
import { workItemText, workItemTitle } from '../strings/work-item-text.ts';
import './conflict-versions.ts';
import './open-things.ts';
import './settle-button.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';
import './still-here.ts';
import './take-over-button.ts';

interface Words {
  readonly icon: IconName;
  readonly title: string;
  readonly body: string;
  readonly more?: TemplateResult;
  readonly act?: TemplateResult;
  readonly grave?: boolean;
}

@customElement('notice-card')
export class NoticeCard extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      section {
        display: grid;
        gap: 4px;
        padding: 12px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
      }
      section.grave {
        border: 4px solid var(--alert);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: 1.125rem;
        --icon-size: 1.5rem;
      }
      .grave h3 {
        color: var(--alert);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 6px 32px;
        align-items: center;
        margin: 4px 0;
      }
      dt {
        font-size: 1.25rem;
      }
      foyer-button {
        display: grid;
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) notice!: Notice;
  @state() private sending = false;
  @state() private refused = '';

  override render() {
    const { icon, title, body, more, act, grave } = this.#words();
    return html`<section class=${grave ? 'grave' : ''}>
      <h3><foyer-icon name=${icon}></foyer-icon><span>${title}</span></h3>
      <p>${body}</p>
      ${more ?? nothing}${act ?? nothing}${this.#runbook()}
    </section>`;
  }

  #words(): Words {
    const { view, session } = this.frame;
    const time = (at: number | undefined) => (at === undefined ? '' : formatTime(at, view.clinic.zone));
    const { notice } = this;
    switch (notice.kind) {
      case 'display-down':
        return {
          icon: 'offline',
          grave: true,
          title: t('notice.display-down', { name: notice.device.name }),
          body: notice.device.lastSeenAt
            ? t('notice.call-aloud-since', { time: time(notice.device.lastSeenAt) })
            : t('notice.call-aloud'),
          more: html`<dl>
            ${notice.calls.map((call) => {
              const point = view.servicePoints[call.servicePointId];
              return html`<dt><foyer-number value=${call.number}></foyer-number></dt>
                <dd>${point ? localised(point.name) : ''}</dd>`;
            })}
          </dl>`,
          act: html`<foyer-button @click=${this.#seen}>${t('notice.calling-aloud')}</foyer-button>`,
        };
      case 'clock-frozen':
        return {
          icon: 'clock',
          grave: true,
          title: t('notice.clock-frozen'),
          body: t('notice.clock-frozen-what', { time: time(this.frame.now) }),
          ...(maySend(view.me.roles, 'confirm-clock')
            ? {
                act: html`<foyer-button
                  ?pending=${session.isPending('confirm-clock')}
                  @click=${() => session.act({ type: 'confirm-clock' })}
                  >${t('notice.clock-right')}</foyer-button
                >`,
              }
            : {}),
        };
      case 'in-doubt':
        return {
          icon: 'warning',
          title: inDoubtTitle(notice.asked),
          body: inDoubtText(notice.asked.ticket, view),
          act: html`<still-here .frame=${this.frame} .asked=${notice.asked}></still-here>`,
        };
      case 'room-ready': {
        const { id: servicePointId, ticketId, name } = notice.point;
        return {
          icon: 'flag',
          title: t('notice.room-ready', { room: localised(name) }),
          body: t('notice.room-ready-what', { number: view.tickets[ticketId ?? '']?.number ?? '' }),
          act: html`<foyer-button
            ?pending=${session.isPending('set-room-state')}
            @click=${() => session.act({ type: 'set-room-state', servicePointId, roomState: 'with-doctor' })}
            >${t('rooms.act-doctor-in')}</foyer-button
          >`,
        };
      }
      case 'screened': {
        const { number, screening } = notice.ticket;
        const place = localised(screening.sendTo);
        return {
          icon: 'warning',
          title: t('screening.notice', { number, place }),
          body: instructionsText(screening),
          act: html`<foyer-button @click=${this.#seen}>${t('screening.seen')}</foyer-button>`,
        };
      }
      case 'walk-overdue': {
        const { number, servicePointId, at } = notice.walk;
        const point = view.servicePoints[servicePointId];
        const room = point ? localised(point.name) : '';
        return {
          icon: 'warning',
          grave: true,
          title: t('notice.walk-overdue', { number }),
          body: t('notice.walk-overdue-what', { room, time: time(at), reasons: walkReasonsText(notice.walk) }),
          act: html`<foyer-button
            ?pending=${session.isPending('acknowledge-walk', notice.walk.id)}
            @click=${() => session.act({ type: 'acknowledge-walk', ticketId: notice.walk.id })}
            >${t('walk.go')}</foyer-button
          >`,
        };
      }
      case 'no-owner': {
        const { id, name, handOver } = notice.point;
        return {
          icon: 'room',
          title: t('notice.no-owner', { room: localised(name) }),
          body: handOver ? leftText(handOver, view.clinic.zone) : '',
          more: html`<open-things .frame=${this.frame} servicePointId=${id}></open-things>`,
          act: html`<take-over-button .frame=${this.frame} servicePointId=${id}></take-over-button>`,
        };
      }
      case 'back-due': {
        const { id: servicePointId } = notice.point;
        return {
          icon: 'pause',
          title: backDueText(notice.point, view.clinic.zone),
          body: t('notice.back-due-what'),
          act: html`<foyer-button
            ?pending=${session.isPending('open-service-point')}
            @click=${() => session.act({ type: 'open-service-point', servicePointId })}
            >${t('room.open')}</foyer-button
          >`,
        };
      }
      case 'running-late':
        return {
          icon: 'clock',
          title: t('late.title'),
          body: delayText(notice.delay),
          ...(mayEnd(notice.delay, view)
            ? {
                act: html`<foyer-button
                  ?pending=${session.isPending('announce-delay')}
                  @click=${() => session.act(onTimeAgain(notice.delay))}
                  >${t('late.on-time')}</foyer-button
                >`,
              }
            : {}),
        };
      case 'printer-down':
        return {
          icon: 'printer-empty',
          title: printerDownText(notice.printer),
          body: notice.printer ? t('printers.safe') : t('notice.printer-down-what'),
        };
      case 'not-printed':
        return {
          icon: 'printer-empty',
          title: t('notice.not-printed', { numbers: notice.numbers.join(', ') }),
          body: t('notice.not-printed-what'),
        };
      case 'device-problem':
        return {
          icon: 'warning',
          grave: notice.alarm.stopsPatients,
          title: deviceProblemTitle(notice.alarm),
          body: t(`devices.repair-${notice.alarm.problem}`),
        };
      case 'device-down':
        return {
          icon: 'offline',
          title: t('notice.device-down', { name: notice.device.name }),
          body: t('notice.device-down-what'),
        };
      case 'relay-down':
        return {
          icon: 'offline',
          title: t('notice.relay-down', { time: time(notice.since) }),
          body: t('notice.relay-down-what', { count: notice.rows }),
        };
      case 'relay-halted':
        return {
          icon: 'offline',
          title: t('notice.relay-halted', { time: time(notice.since) }),
          body: t('notice.relay-halted-what', { count: notice.rows }),
        };
      case 'staff-locked':
        return {
          icon: 'lock',
          title: t('notice.staff-locked', { name: notice.person.name }),
          body: this.refused || t('notice.staff-locked-what', { time: time(notice.person.until) }),
          act: html`<foyer-button
            ?pending=${this.sending}
            ?disabled=${this.sending}
            @click=${() => void this.#unlock(notice.person.id)}
            >${t('notice.unlock')}</foyer-button
          >`,
        };
      case 'conflict':
        return {
          icon: notice.conflict.chosen ? 'tick' : 'document',
          title: conflictTitle(notice.conflict, view),
          body: conflictText(notice.conflict),
          more: html`<conflict-versions .frame=${this.frame} .conflict=${notice.conflict}></conflict-versions>`,
        };
      case 'work-item':
        return {
          icon: 'document',
          title: workItemTitle(notice.item, view),
          body: workItemText(notice.item, view),
          ...(maySend(view.me.roles, 'resolve-work-item')
            ? { act: html`<settle-button .frame=${this.frame} workItemId=${notice.item.id}></settle-button>` }
            : {}),
        };
    }
  }

  #runbook() {
    const page = runbookPage(toldOf(this.notice));
    return page === undefined ? nothing : html`<p class="small">${t('runbook.page', { page })}</p>`;
  }

  async #unlock(staffId: StaffId): Promise<void> {
    const { api, session } = this.frame;
    this.sending = true;
    const refused = refusedIn(await api.unlock(staffId, session.token));
    this.sending = false;
    this.refused = refused ? refusalText(refused.code, refused.facts) : '';
  }

  #seen(): void {
    this.dispatchEvent(new CustomEvent<string>('seen', { detail: this.notice.id, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-card': NoticeCard;
  }
  interface HTMLElementEventMap {
    seen: CustomEvent<string>;
  }
}

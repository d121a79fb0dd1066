// The worst notice as one line, for pages without a rail; touching it opens all of them.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { notices, type Notice } from '../data/notices.ts';
import { backDueText } from '../strings/back-due-text.ts';
import { conflictTitle } from '../strings/conflict-text.ts';
import { deviceProblemTitle } from '../strings/device-text.ts';
import { inDoubtTitle } from '../strings/in-doubt-text.ts';
import { printerDownText } from '../strings/printer-down-text.ts';
import { workItemTitle } from '../strings/work-item-text.ts';
import { instructionsText } from '../strings/screening-text.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import './notice-card.ts';
import './staff-dialog.ts';

@customElement('notice-strip')
export class NoticeStrip extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
      .strip {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: 3rem;
        padding: 4px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        --icon-size: 1.5rem;
      }
      .grave {
        border: 4px solid var(--alert);
      }
      .grave b,
      .grave foyer-icon {
        color: var(--alert);
      }
      .words {
        flex: 1;
        min-width: 0;
        line-height: 1.35;
      }
      .more {
        text-decoration: underline;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** The point whose own question stands on the page already. */
  @property() servicePointId = '';
  @state() private open = false;
  @state() private seen: ReadonlySet<string> = new Set();

  override render() {
    const all = notices(this.frame.view, this.frame.now).filter((notice) => !this.#isAskedHere(notice));
    const [first, ...others] = all.filter((notice) => !this.seen.has(notice.id));
    return html`${
      first
        ? html`<button type="button" class="strip ${isGrave(first) ? 'grave' : ''}" @click=${() => (this.open = true)}>
            <foyer-icon
              name=${first.kind === 'display-down' ? 'offline' : first.kind === 'room-ready' ? 'flag' : 'warning'}
            ></foyer-icon>
            <span class="words">${this.#line(first)}</span>
            <span class="more"
              >${others.length > 0 ? t('notice.more', { count: others.length }) : t('notice.show')}</span
            >
          </button>`
        : nothing
    }
    ${
      this.open
        ? html`<staff-dialog
            heading=${t('notice.title', { count: all.length })}
            @close=${() => (this.open = false)}
            @seen=${this.#seen}
          >
            ${all.map((notice) => html`<notice-card .frame=${this.frame} .notice=${notice}></notice-card>`)}
          </staff-dialog>`
        : nothing
    }`;
  }

  #isAskedHere(notice: Notice): boolean {
    return notice.kind === 'in-doubt' && notice.asked.point.id === this.servicePointId;
  }

  #line(notice: Notice) {
    const { view } = this.frame;
    switch (notice.kind) {
      case 'display-down': {
        const calls = notice.calls.map((call) => {
          const point = view.servicePoints[call.servicePointId];
          return `${call.number} ${point ? localised(point.name) : ''}`;
        });
        return html`<b>${t('notice.display-down-aloud', { name: notice.device.name })}</b> ${calls.join(' · ')}`;
      }
      case 'clock-frozen':
        return html`<b>${t('notice.clock-frozen')}</b>`;
      case 'in-doubt':
        return html`<b>${inDoubtTitle(notice.asked)}</b>`;
      case 'room-ready':
        return html`<b>${t('notice.room-ready', { room: localised(notice.point.name) })}</b>`;
      case 'screened': {
        const { number, screening } = notice.ticket;
        const place = localised(screening.sendTo);
        return html`<b>${t('screening.notice', { number, place })}</b> ${instructionsText(screening)}`;
      }
      case 'walk-overdue':
        return html`<b>${t('notice.walk-overdue', { number: notice.walk.number })}</b>`;
      case 'no-owner':
        return html`<b>${t('notice.no-owner', { room: localised(notice.point.name) })}</b>`;
      case 'back-due':
        return html`<b>${backDueText(notice.point, view.clinic.zone)}</b>`;
      case 'running-late':
        return html`${delayText(notice.delay)}`;
      case 'printer-down':
        return html`<b>${printerDownText(notice.printer)}</b>
          ${notice.printer ? t('printers.safe') : t('notice.printer-down-what')}`;
      case 'not-printed':
        return html`<b>${t('notice.not-printed', { numbers: notice.numbers.join(', ') })}</b>`;
      case 'device-down':
        return html`<b>${t('notice.device-down', { name: notice.device.name })}</b>`;
      case 'device-problem':
        return html`<b>${deviceProblemTitle(notice.alarm)}</b>`;
      case 'relay-down':
        return html`${t('notice.relay-down-what', { count: notice.rows })}`;
      case 'relay-halted':
        return html`${t('notice.relay-halted-what', { count: notice.rows })}`;
      case 'staff-locked':
        return html`<b>${t('notice.staff-locked', { name: notice.person.name })}</b>`;
      case 'conflict':
        return html`${conflictTitle(notice.conflict, view)}`;
      case 'work-item':
        return html`${workItemTitle(notice.item, view)}`;
    }
  }

  #seen(event: CustomEvent<string>): void {
    this.seen = new Set([...this.seen, event.detail]);
    this.open = false;
  }
}

function isGrave(notice: Notice): boolean {
  return ['display-down', 'clock-frozen', 'walk-overdue'].includes(notice.kind);
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-strip': NoticeStrip;
  }
}

// The list of the room: who waits, who is on hold, who is not here; the first of those who wait is next. A row opens
// its ticket (`open-ticket`); who is on hold or not here comes back by one touch.

import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TicketId } from '@foyer/contracts/ids.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/class-mark.ts';
import '../../components/need-list.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/waited-path.ts';
import { longestWaitMinutes, QueueFilter, queueAt, type QueueRow } from '../../data/queue-list.ts';
import { screeningText } from '../../strings/screening-text.ts';
import { outsideWord } from '../../strings/outside-text.ts';
import { t } from '../../strings/strings.ts';
import { orderText } from '../../strings/why-text.ts';
import { roomQueueStyles } from './room-queue-styles.ts';

@customElement('room-queue')
export class RoomQueue extends FoyerElement {
  static override styles = [shared, staffStyles, roomQueueStyles];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';
  @state() private filter: QueueFilter = QueueFilter.waiting;
  @state() private below = 0;
  @query('.rows') private readonly list!: HTMLElement | null;

  readonly #resized = new ResizeObserver(() => this.#countBelow());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override updated(): void {
    if (this.list) this.#resized.observe(this.list);
    this.#countBelow();
  }

  override render() {
    const { view, asOf, session } = this.frame;
    const queue = (filter: QueueFilter) => queueAt(view, this.servicePointId, filter, asOf);
    const rows = queue(this.filter);
    const waiting = this.filter === QueueFilter.waiting ? rows : queue(QueueFilter.waiting);
    const stale = !session.hasLine;
    const time = formatTime(asOf, view.clinic.zone);
    const tab = (filter: QueueFilter, count: number) =>
      html`<button type="button" aria-pressed=${String(this.filter === filter)} @click=${() => (this.filter = filter)}>
        ${t(`room.tab-${filter}`)} <b>${count}</b>
      </button>`;
    return html`<div class="top">
        <h2>${t('room.waiting', { count: waiting.length })}</h2>
        <span class="muted longest"
          >${stale ? t('room.at', { time }) : waiting.length > 0 ? t('room.longest', { count: longestWaitMinutes(waiting) }) : nothing}</span
        >
        <div class="tabs" role="group" aria-label=${t('room.lists')}>
          ${this.filter === QueueFilter.waiting ? nothing : tab(QueueFilter.waiting, waiting.length)}
          ${tab(QueueFilter.onHold, queue(QueueFilter.onHold).length)}
          ${tab(QueueFilter.notHere, queue(QueueFilter.notHere).length)}
        </div>
      </div>
      <div class="heads" aria-hidden="true">
        <span>${t('room.number')}</span><span class="class">${t('room.class')}</span>
        <span class="waited">${stale ? t('room.waited-at', { time }) : t('room.waited')}</span>
        <span class="needs">${t('room.needs')}</span><span class="from">${t('room.from')}</span>
      </div>
      ${
        rows.length === 0
          ? html`<p class="empty">${t(`room.none-${this.filter}`)}</p>`
          : html`<ul class="rows" tabindex="-1" @scroll=${() => this.#countBelow()}>
              ${rows.map((row) => this.#row(row))}
            </ul>`
      }
      <p class="foot">
        ${this.below > 0 ? html`<b>${t('room.more', { count: this.below })}</b>` : nothing}
        <span class="muted">${orderText(view.servicePoints[this.servicePointId] ?? {})}</span>
      </p>`;
  }

  #row({ ticket, waitedMinutes, targetMinutes, next }: QueueRow) {
    const { view, session } = this.frame;
    const planned = next && !session.hasLine;
    const back = this.filter !== QueueFilter.waiting;
    const until = ticket.heldUntil
      ? t('room.until', { time: formatTime(ticket.heldUntil, view.clinic.zone) })
      : undefined;
    const outside = outsideWord(ticket.steppedOut);
    const elsewhere = ticket.screening ? screeningText(ticket.screening) : undefined;
    return html`<li
      class="${next ? 'next' : ''} ${planned ? 'planned' : ''} ${back ? 'back' : ''} ${outside ? 'away' : ''}"
    >
      <button type="button" class="open" @click=${() => this.#open(ticket.id)}>
        <foyer-number value=${ticket.number}></foyer-number>
        <class-mark class="class" of=${ticket.priorityClass}></class-mark>
        <waited-path class="waited" .minutes=${waitedMinutes} .target=${targetMinutes}></waited-path>
        <need-list
          class="needs"
          short
          .needs=${ticket.needs}
          .language=${ticket.language}
          .interpreter=${ticket.interpreter}
          .usual=${view.clinic.languages[0]}
        ></need-list>
        <span class="from cut"
          >${until ?? (outside || elsewhere ? html`<b>${outside ?? elsewhere}</b>` : t(`source.${ticket.source}`))}</span
        >
        ${
          next
            ? html`<b class="tag"
                >${planned ? t('room.planned') : html`${t('room.next-tag')} <foyer-icon name="forward" .stroke=${2.6}></foyer-icon>`}</b
              >`
            : nothing
        }
      </button>
      ${
        back
          ? html`<foyer-button
              ?pending=${session.isPending('resume', ticket.id)}
              label=${t('act.resume', { number: ticket.number })}
              @click=${() => askToAct(this, { type: 'resume', ticketId: ticket.id })}
              >${t('room.resume')}</foyer-button
            >`
          : nothing
      }
    </li>`;
  }

  #open(ticketId: TicketId): void {
    this.dispatchEvent(new CustomEvent<TicketId>('open-ticket', { detail: ticketId }));
  }

  #countBelow(): void {
    const list = this.list;
    const edge = list ? list.getBoundingClientRect().bottom : 0;
    const rows = list ? [...list.children] : [];
    const below = rows.filter((row) => row.getBoundingClientRect().bottom > edge + 8).length;
    if (below !== this.below) this.below = below;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-queue': RoomQueue;
  }
  interface HTMLElementEventMap {
    'open-ticket': CustomEvent<TicketId>;
  }
}

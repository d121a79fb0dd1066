// One queue: everybody who waits for a service. A row is put elsewhere with a finger or a mouse by its handle, or with the
// keyboard: arrows on the handle choose the place, Enter takes it, Escape leaves it. Fires `move-asked`; a row opens its
// ticket.

import type { TicketId } from '@foyer/contracts/ids.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../components/class-mark.ts';
import '../../components/need-list.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/waited-path.ts';
import type { QueueRow } from '../../data/queue-list.ts';
import { moveTo, type Move, type Queue } from '../../data/queues.ts';
import { t } from '../../strings/strings.ts';
import { queueColumnStyles } from './queue-column-styles.ts';

@customElement('queue-column')
export class QueueColumn extends FoyerElement {
  static override styles = [shared, staffStyles, queueColumnStyles];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) queue!: Queue;
  /** The row that is being moved, and the gap that it would go into. */
  @state() private lifted: { readonly from: number; readonly to: number } | undefined;

  override render() {
    const { service, rows, longestMinutes, open } = this.queue;
    const name = localised(service.name);
    return html`<section aria-label=${name}>
      <header>
        <h2>${name}</h2>
        <p class="muted">
          ${t('queues.waiting', { count: rows.length })}${rows.length > 0 ? html`, ${t('room.longest', { count: longestMinutes })}` : nothing}
        </p>
        <p class=${open === 0 && rows.length > 0 ? 'none-open' : 'muted'}>${t('queues.open', { count: open })}</p>
      </header>
      ${
        rows.length === 0
          ? nothing
          : html`<ol>
              ${repeat(
                rows,
                ({ ticket }) => ticket.id,
                (row, index) => this.#row(row, index),
              )}
              <li class="gap ${this.lifted?.to === rows.length ? 'here' : ''}" aria-hidden="true"></li>
            </ol>`
      }
    </section>`;
  }

  #row({ ticket, waitedMinutes, targetMinutes }: QueueRow, index: number) {
    const { view } = this.frame;
    const lifted = this.lifted;
    return html`<li
      class="${lifted?.to === index ? 'here' : ''} ${lifted?.from === index ? 'lifted' : ''}"
      data-index=${index}
    >
      <button
        type="button"
        class="handle"
        aria-label=${t('queues.handle', { number: ticket.number })}
        @pointerdown=${(event: PointerEvent) => this.#lift(event, index)}
        @pointermove=${this.#drag}
        @pointerup=${this.#drop}
        @pointercancel=${this.#leave}
        @keydown=${(event: KeyboardEvent) => this.#key(event, index)}
        @blur=${this.#leave}
      >
        <foyer-icon name="drag"></foyer-icon>
      </button>
      <button type="button" class="open" @click=${() => this.#open(ticket.id)}>
        <foyer-number value=${ticket.number}></foyer-number>
        <class-mark of=${ticket.priorityClass}></class-mark>
        <waited-path .minutes=${waitedMinutes} .target=${targetMinutes}></waited-path>
        <need-list
          short
          .needs=${ticket.needs}
          .language=${ticket.language}
          .interpreter=${ticket.interpreter}
          .usual=${view.clinic.languages[0]}
        ></need-list>
      </button>
    </li>`;
  }

  #lift(event: PointerEvent, from: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.lifted = { from, to: from };
  }

  readonly #drag = ({ clientY }: PointerEvent): void => {
    if (this.lifted === undefined) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('li[data-index]')];
    const to = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return clientY < top + height / 2;
    });
    this.lifted = { ...this.lifted, to: to === -1 ? rows.length : to };
  };

  readonly #drop = (): void => this.#take();

  readonly #leave = (): void => {
    this.lifted = undefined;
  };

  #key(event: KeyboardEvent, index: number): void {
    const { from, to } = this.lifted ?? { from: index, to: index };
    switch (event.key) {
      case 'ArrowUp':
        // The gap before the row and the one behind it are the same place.
        this.lifted = { from, to: Math.max(0, to === from + 1 ? from - 1 : to - 1) };
        break;
      case 'ArrowDown':
        this.lifted = { from, to: Math.min(this.queue.rows.length, to === from ? from + 2 : to + 1) };
        break;
      case 'Enter':
      case ' ':
        this.#take();
        break;
      case 'Escape':
        if (this.lifted === undefined) return;
        this.#leave();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #take(): void {
    const { lifted } = this;
    this.lifted = undefined;
    const move = lifted && moveTo(this.queue, lifted.from, lifted.to);
    if (move) this.dispatchEvent(new CustomEvent<Move>('move-asked', { detail: move, bubbles: true, composed: true }));
  }

  #open(ticketId: TicketId): void {
    this.dispatchEvent(new CustomEvent('open-ticket', { detail: ticketId, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-column': QueueColumn;
  }
  interface HTMLElementEventMap {
    'move-asked': CustomEvent<Move>;
  }
}

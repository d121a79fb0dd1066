// What was asked of the centre about appointments, and where it stands: waiting in sight, refused with both sides and
// what can be done instead, or just done and still to be undone. Where the clinic books itself, what was just done alone.
// Fires `other-time` for one that wants another time.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { BookingKind, BookingState, type BookingRequestView } from '@foyer/contracts/booking.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { askedAt, bookingsInSight, takeBack, undoWithinMs } from '../data/booking-acts.ts';
import { bookingStateText, bookingText, whenText } from '../strings/booking-text.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

/** Done here at once, for a clinic that books itself. */
export interface OwnBooking {
  readonly request: BookingRequestView;
  readonly name: string;
}

const icons = {
  [BookingState.waiting]: 'clock',
  [BookingState.refused]: 'warning',
  [BookingState.accepted]: 'tick',
} as const satisfies Record<BookingState, IconName>;
const backKeys = {
  [BookingState.waiting]: 'booking.withdraw',
  [BookingState.refused]: 'booking.leave',
  [BookingState.accepted]: 'common.undo',
} as const;

@customElement('booking-requests')
export class BookingRequests extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: block;
        flex: none;
      }
      ul {
        display: grid;
        gap: 8px;
        max-height: 13rem;
        overflow-y: auto;
      }
      li {
        display: grid;
        gap: 6px;
        padding: 8px 12px 8px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
      }
      .waiting {
        border-style: dashed;
      }
      .refused {
        border: 4px solid var(--alert);
      }
      foyer-icon {
        flex: none;
        --icon-size: 1.5rem;
      }
      .refused foyer-icon {
        color: var(--alert);
      }
      .words {
        flex: 1 1 11rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .words b,
      .words span {
        display: block;
      }
      :host([whole]) ul {
        max-height: none;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      .acts span {
        margin-inline-end: 4px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) own: OwnBooking | undefined;

  override render() {
    const { view, asOf } = this.frame;
    const asked = bookingsInSight(view, asOf);
    const own = this.own && asOf - this.own.request.askedAt < undoWithinMs ? this.own : undefined;
    if (asked.length === 0 && !own) return nothing;
    return html`<section aria-label=${t('booking.requests')} role="status">
      <ul>
        ${own ? this.#one(own.request, own.name) : nothing} ${asked.map((request) => this.#one(request))}
      </ul>
    </section>`;
  }

  #one(request: BookingRequestView, name?: string) {
    const { view } = this.frame;
    const { kind, state } = request;
    const back = takeBack(request);
    return html`<li class=${state}>
      <div class="row wrap">
        <foyer-icon name=${icons[state]}></foyer-icon>
        <span class="words"
          ><b><bdi>${bookingText(request, view, name)}</bdi></b
          ><span class=${state === BookingState.refused ? 'alert' : ''}>${bookingStateText(request, view)}</span></span
        >
        ${
          back
            ? html`<foyer-button ?disabled=${this.#isPending(back)} @click=${() => void this.frame.session.act(back)}
                >${t(kind === BookingKind.cancel && state === BookingState.accepted ? 'booking.again' : backKeys[state])}</foyer-button
              >`
            : nothing
        }
      </div>
      ${state === BookingState.refused && kind !== BookingKind.cancel ? this.#instead(request) : nothing}
    </li>`;
  }

  #instead(request: BookingRequestView) {
    const { freeTimes = [] } = request;
    const { zone } = this.frame.view.clinic;
    return html`<div class="acts">
      ${freeTimes.length > 0 ? html`<span>${t('booking.free')}</span>` : nothing}
      ${freeTimes.map((at) => html`<foyer-button @click=${() => void this.#askAt(request, at)}>${whenText(at, zone)}</foyer-button>`)}
      <foyer-button icon="calendar" @click=${() => this.#otherTime(request)}>${t('booking.choose-other')}</foyer-button>
    </div>`;
  }

  /** The refusal is dealt with once the other time is asked for. */
  async #askAt(request: BookingRequestView, at: EpochMs): Promise<void> {
    const { session } = this.frame;
    const body = askedAt(request, at);
    if (body === undefined || !(await session.act(body)).ok) return;
    await session.act({ type: 'resolve-work-item', workItemId: request.id });
  }

  #isPending(body: CommandBody): boolean {
    return this.frame.session.pending.some(({ command }) =>
      Object.entries(body).every(([what, value]) => (command as Record<string, unknown>)[what] === value),
    );
  }

  #otherTime(request: BookingRequestView): void {
    this.dispatchEvent(new CustomEvent<BookingRequestView>('other-time', { detail: request }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-requests': BookingRequests;
  }
  interface HTMLElementEventMap {
    'other-time': CustomEvent<BookingRequestView>;
  }
}

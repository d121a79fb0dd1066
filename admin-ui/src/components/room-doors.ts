// The clinic's rooms as doors on the floor: free = solid handle, somebody in it = hollow, closed or paused = dashed.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { lastedMs, type Gap } from '@foyer/contracts/gap.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../strings/strings.ts';

type Room = ClinicDay['rooms'][number];
/** Letters that fit beside one another. */
const LONG_NAME = 9;

@customElement('room-doors')
export class RoomDoors extends FoyerElement {
  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
        grid-auto-rows: 128px;
        row-gap: 20px;
        padding-inline: 24px;
        /* A floor under each row, from edge to edge. */
        background: repeating-linear-gradient(transparent 0 124px, var(--text) 124px 128px, transparent 128px 148px);
      }
      li {
        display: grid;
        min-width: 0;
        padding: 0 8px 4px;
      }
      foyer-door {
        --door-edge: 2px;
        --door-padding: 8px 12px 10px;
        --handle: 14px;
        --handle-x: 10px;
      }
      .sign {
        display: flex;
        flex: 1;
        flex-direction: column;
        font-size: 0.875rem;
        line-height: 1.43;
      }
      h3 {
        overflow: hidden;
        font-size: 1.125rem;
        line-height: 1.35;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h3.long {
        display: -webkit-box;
        font-size: 0.9375rem;
        line-height: 1.2;
        white-space: normal;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .who {
        min-height: 1.43em;
        overflow: hidden;
        color: var(--muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      foyer-number {
        margin: auto 0 10px;
        font-size: 26px;
      }
      .state {
        padding-inline-end: 20px;
      }
      .sign > :last-child {
        margin-top: auto;
      }
      foyer-number + .state {
        margin-top: 0 !important;
      }
      @media (max-width: 719px) {
        ul {
          grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
          padding-inline: 12px;
        }
      }
    `,
  ];

  @property({ attribute: false }) rooms: readonly Room[] = [];
  /** The centre's time, milliseconds since 1970. */
  @property({ type: Number }) now = 0;
  /** Nothing lasted through these. */
  @property({ attribute: false }) gaps: readonly Gap[] = [];

  override render() {
    return html`<ul>
      ${repeat(
        this.rooms,
        ({ id }) => id,
        (room) => this.#door(room),
      )}
    </ul>`;
  }

  #door(room: Room) {
    const { state, staffName, ticketNumber } = room;
    const name = localised(room.name);
    const shut = state !== 'open';
    return html`<li>
      <foyer-door
        state=${shut ? 'closed' : ticketNumber || room.room?.state === 'to-be-cleaned' ? 'hollow' : 'open'}
        fill
      >
        <div class="sign">
          <h3 class=${name.length > LONG_NAME ? 'long' : ''} title=${name}>${name}</h3>
          <p class="who">${staffName ?? nothing}</p>
          ${ticketNumber ? html`<foyer-number .value=${ticketNumber}></foyer-number>` : nothing}
          <p class="state">${this.#words(room)}</p>
        </div>
      </foyer-door>
    </li>`;
  }

  #words({ state, ticketNumber, since, room }: Room): string {
    if (room?.state === 'to-be-cleaned') return t('rooms.to-be-cleaned');
    if (room?.state === 'waiting') return t('rooms.waits', { time: this.#minutes(room.since) });
    if (room?.state === 'ready-for-doctor') return t('rooms.ready', { time: this.#minutes(room.since) });
    if (state === 'closed') return t('rooms.closed');
    if (state === 'paused') return t('rooms.paused');
    if (ticketNumber === undefined) return t('rooms.free');
    return since === undefined ? '' : this.#minutes(since);
  }

  #minutes(since: number): string {
    return t('minutes', { count: Math.floor(lastedMs(since, this.now, this.gaps) / minuteMs) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-doors': RoomDoors;
  }
}

// The board of rooms: every room as a door on its floor, with the one act that this person may do there next. Chips
// count the states and show one of them. Lit is the room that has waited longest for the person looking.

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ServicePointId } from '@foyer/contracts/ids.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/unconfirmed-card.ts';
import {
  isIn,
  litDoor,
  onFloors,
  roomDoors,
  roomFilters,
  type Floor,
  type RoomDoor,
  type RoomFilter,
} from '../../data/rooms.ts';
import { t } from '../../strings/strings.ts';
import './room-door.ts';
import './room-sign.ts';
import './rooms-choice-dialog.ts';
import { roomsPageStyles } from './rooms-page-styles.ts';

@customElement('rooms-page')
export class RoomsPage extends StaffPage {
  static override styles = [shared, staffStyles, roomsPageStyles];

  @state() private filter: RoomFilter = 'all';
  @state() private choosing: ServicePointId | undefined;

  override render() {
    const { frame, view, session } = this;
    const doors = roomDoors(view, frame.asOf);
    const lit = litDoor(doors, view);
    const floors = onFloors(doors.filter(({ face }) => isIn(face, this.filter)));
    const chosen = this.choosing === undefined ? undefined : view.servicePoints[this.choosing];
    return html`<staff-header .frame=${frame}></staff-header>
      <main @staff-act=${this.#act}>
        <h1 class="visually-hidden">${t('page.rooms')}</h1>
        <div class="said">
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
        </div>
        ${this.#chips(doors)} ${floors.length === 0 ? html`<p class="none">${t('rooms.none')}</p>` : nothing}
        ${repeat(
          floors,
          ({ name }) => name?.en ?? '',
          (floor) => this.#floor(floor, lit),
        )}
      </main>
      ${
        chosen
          ? html`<rooms-choice-dialog
              .frame=${frame}
              .point=${chosen}
              @close=${() => (this.choosing = undefined)}
              @staff-act=${this.#act}
            ></rooms-choice-dialog>`
          : nothing
      }`;
  }

  #act(event: CustomEvent<CommandBody>): void {
    void this.session.act(event.detail);
  }

  #chips(doors: readonly RoomDoor[]) {
    const count = (filter: RoomFilter) => doors.filter(({ face }) => isIn(face, filter)).length;
    // Nobody is on the way most of the time.
    const shown = roomFilters.filter((filter) => filter !== 'called' || filter === this.filter || count(filter) > 0);
    return html`<div class="chips" role="group" aria-label=${t('rooms.show')}>
      ${shown.map(
        (filter) =>
          html`<foyer-button toggle ?on=${this.filter === filter} @click=${() => (this.filter = filter)}
            ><span class="chip"
              >${filter === 'all' ? t('rooms.all') : html`<room-sign face=${filter}>${t(`rooms.filter-${filter}`)}</room-sign>`}
              <b>${count(filter)}</b></span
            ></foyer-button
          >`,
      )}
    </div>`;
  }

  #floor({ name, doors }: Floor, lit: RoomDoor | undefined) {
    const label = name === undefined ? t('rooms.no-floor') : localised(name);
    const here = lit !== undefined && doors.includes(lit) ? lit : undefined;
    return html`<section aria-label=${label}>
      <ul class=${this.session.hasLine ? '' : 'broken'}>
        ${repeat(
          doors,
          ({ point }) => point.id,
          (door) =>
            html`<li>
              <room-door
                .frame=${this.frame}
                .door=${door}
                ?lit=${door === lit}
                @choose-state=${() => (this.choosing = door.point.id)}
              ></room-door>
            </li>`,
        )}
      </ul>
      <foyer-floor ?broken=${!this.session.hasLine}>
        <p class="label">
          <b>${name === undefined ? nothing : label}</b>
          ${here ? html`<span class="muted">${this.#why(here)}</span>` : nothing}
        </p>
      </foyer-floor>
    </section>`;
  }

  #why({ point, face }: RoomDoor): string {
    const room = localised(point.name);
    if (point.room.staffId === this.view.me.id) return t('rooms.lit-you', { room });
    return t(face === 'ready-for-doctor' ? 'rooms.lit-doctor' : 'rooms.lit-nurse', { room });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rooms-page': RoomsPage;
  }
}

// A room as a door on its floor: who, what goes on and since when, and the one act that this person may do next. The
// name opens what else it may become. Fires `staff-act` and `choose-state`.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DoorState } from '@foyer/ui-kit/elements/foyer-door.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { askToAct } from '../../components/act-event.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/waited-path.ts';
import { isOverdue, returnOf } from '../../data/pauses.ts';
import { roomChoices, type RoomDoor as Door, type RoomFace } from '../../data/rooms.ts';
import { t } from '../../strings/strings.ts';
import { roomDoorStyles } from './room-door-styles.ts';
import './room-sign.ts';

/** Letters that fit beside one another. */
const LONG_NAME = 10;
const withStaff: readonly RoomFace[] = ['with-staff', 'with-nurse', 'with-doctor'];

@customElement('room-door')
export class RoomDoor extends FoyerElement {
  static override styles = [shared, staffStyles, roomDoorStyles];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) door!: Door;
  /** The one that has waited longest for this person. */
  @property({ type: Boolean }) lit = false;

  override render() {
    const { frame, door } = this;
    const { point, face, ticket } = door;
    const name = localised(point.name);
    const chooses = roomChoices(frame.view, point).length > 0;
    const classes = `name ${name.length > LONG_NAME ? 'long' : ''}`;
    return html`<foyer-door state=${this.#state()} fill>
      <div class="sign">
        <h3>
          ${
            chooses
              ? html`<button
                  type="button"
                  class=${classes}
                  aria-label=${t('rooms.change', { room: name })}
                  @click=${() => this.dispatchEvent(new CustomEvent('choose-state'))}
                >
                  ${name}
                </button>`
              : html`<span class=${classes}>${name}</span>`
          }
        </h3>
        <p class="who cut">${this.#who()}</p>
        <room-sign face=${face} class=${withStaff.includes(face) ? 'serving' : ''}
          >${t(`rooms.face-${face}`)}</room-sign
        >
        ${ticket ? html`<foyer-number value=${ticket.number}></foyer-number>` : html`<span class="none"></span>`}
        ${this.#time()} ${this.#act()} ${face === 'to-be-cleaned' ? html`<div class="foot"></div>` : nothing}
      </div>
    </foyer-door>`;
  }

  #who() {
    const { point, who } = this.door;
    if (point.handOver) return html`<b>${t('rooms.between')}</b>`;
    return who === undefined ? t('rooms.nobody') : html`<bdi>${who}</bdi>`;
  }

  #state(): DoorState {
    const { face } = this.door;
    if (this.lit) return 'lit';
    if (face === 'closed' || face === 'paused') return 'closed';
    return face === 'empty' ? 'open' : 'hollow';
  }

  #time() {
    const { minutes, ticket, point, face } = this.door;
    const until = returnOf(point);
    if (until !== undefined && face === 'paused') return this.#back(point, until);
    if (minutes === undefined || face === 'closed') return nothing;
    if (ticket && point.targetMinutes !== undefined) {
      return html`<waited-path spelled minutes=${minutes} target=${point.targetMinutes}></waited-path>`;
    }
    if (ticket) return html`<p>${t('common.minutes', { count: minutes })}</p>`;
    const { since } = point.room;
    return since === undefined
      ? nothing
      : html`<p>${t('rooms.since', { time: formatTime(since, this.frame.view.clinic.zone) })}</p>`;
  }

  #back(point: Door['point'], until: number) {
    const { now, view } = this.frame;
    const time = formatTime(until, view.clinic.zone);
    return isOverdue(point, now)
      ? html`<p class="alert"><b>${t('pause.due', { time })}</b></p>`
      : html`<p>${t('pause.back-at', { time })}</p>`;
  }

  #act() {
    const { act, point } = this.door;
    const { session } = this.frame;
    if (!act) return nothing;
    const pending = session.pending.some(
      ({ type, command }) =>
        type === act.body.type && 'servicePointId' in command && command.servicePointId === point.id,
    );
    // Calling waits for the line, so that nobody is called twice.
    const disabled = act.kind === 'bring' && !session.hasLine;
    const words = t(`rooms.act-${act.kind}`);
    return html`<foyer-button
      class="act"
      label=${t('rooms.act-in', { room: localised(point.name), act: words })}
      ?pending=${pending}
      ?disabled=${disabled}
      @click=${() => !pending && askToAct(this, act.body)}
      >${words}</foyer-button
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-door': RoomDoor;
  }
  interface HTMLElementEventMap {
    'choose-state': CustomEvent;
  }
}

// The doors of the clinic, as the signs on them say it, and what each serves.

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ServicePointSetUp } from '@foyer/contracts/clinic-set-up.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { nextRoom } from '../../data/first-run/ready-made.ts';
import { signOf } from '../../data/first-run/sign-of.ts';
import { t } from '../../strings/strings.ts';
import './add-door.ts';
import './room-dialog.ts';
import './set-up-door.ts';
import { SetUpStep, stepStyles } from './set-up-step.ts';

@customElement('rooms-step')
export class RoomsStep extends SetUpStep {
  static override styles = [shared, staffStyles, stepStyles];

  /** The one that is being changed; -1 for a new one. */
  @state() private changing: number | undefined;

  override render() {
    const { rooms } = this.draft;
    return html`${this.said('/servicePoints', 'rooms-fault')} ${this.#unserved()}
      <ul class="doors">
        ${rooms.map((room, index) => this.#room(room, index))}
        <li>
          <add-door label=${t('first-run.room-add')} @add-it=${() => (this.changing = -1)}></add-door>
        </li>
      </ul>
      ${this.changing === undefined ? nothing : this.#dialog(this.changing)}`;
  }

  #room(room: ServicePointSetUp, index: number) {
    const name = localised(room.name);
    const { sign, large } = signOf(name);
    const served = this.draft.services.filter(({ key }) => room.serviceKeys.includes(key));
    const fault = this.faultIn(`/servicePoints/${index}`);
    return html`<li>
      <set-up-door
        sign=${sign}
        large=${large}
        label=${name}
        lines=${new Intl.ListFormat(document.documentElement.lang).format(served.map((service) => localised(service.name)))}
        fault=${fault ? t(`first-run.fault-${fault.code}`) : ''}
        @change-it=${() => (this.changing = index)}
      ></set-up-door>
    </li>`;
  }

  /** Services whose patients would wait for nobody. */
  #unserved() {
    const names = this.faults
      .filter(({ code }) => code === 'service-without-room')
      .map(({ path }) => this.draft.services[Number(path.split('/')[2])])
      .filter((service) => service !== undefined)
      .map((service) => localised(service.name));
    if (names.length === 0) return nothing;
    const list = new Intl.ListFormat(document.documentElement.lang).format(names);
    return html`<p class="fault" role="alert">${t('first-run.rooms-unserved', { services: list })}</p>`;
  }

  #dialog(index: number) {
    const { rooms, services } = this.draft;
    const room = rooms[index] ?? { name: nextRoom(rooms), serviceKeys: services[0] ? [services[0].key] : [] };
    return html`<room-dialog
      .room=${room}
      .services=${services}
      ?fresh=${index === -1}
      @close=${() => (this.changing = undefined)}
      @room-said=${(event: CustomEvent<ServicePointSetUp>) => this.change({ rooms: index === -1 ? [...rooms, event.detail] : rooms.with(index, event.detail) })}
      @room-removed=${() => this.change({ rooms: rooms.toSpliced(index, 1) })}
    ></room-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rooms-step': RoomsStep;
  }
}

// The doors of the clinic, as the signs on them say it, and what each is for.

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { signOf } from '../../data/first-run/sign-of.ts';
import { moved } from '../../data/set-up/lists.ts';
import { newId, newRoom, type Room } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import './edit-room-dialog.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { Row, RowMove } from './set-up-rows.ts';

@customElement('rooms-part')
export class RoomsPart extends SetUpPart {
  static override styles = [shared, staffStyles, partStyles];

  @state() private open: { readonly id: string; readonly fresh: boolean } | undefined;

  override render() {
    const { servicePoints: rooms } = this.document;
    const index = rooms.findIndex(({ id }) => id === this.open?.id);
    return html`${this.said('/servicePoints', 'rooms-fault')} ${this.#unserved()}
      <set-up-rows
        label=${t('set-up.part-rooms')}
        add=${t('first-run.room-add')}
        .rows=${rooms.map((room, at) => this.#row(room, at))}
        @row-add=${() => this.#add()}
        @row-change=${({ detail }: CustomEvent<string>) => (this.open = { id: detail, fresh: false })}
        @row-move=${({ detail: { id, by } }: CustomEvent<RowMove>) => this.change({ servicePoints: moved(rooms, this.#at(id), by) }, `order/${id}`)}
        @row-remove=${({ detail }: CustomEvent<string>) => this.#remove(detail)}
      ></set-up-rows>
      ${
        this.open && index !== -1
          ? html`<edit-room-dialog
              .document=${this.document}
              .clinic=${this.clinic}
              .faults=${this.faults}
              .index=${index}
              ?fresh=${this.open.fresh}
              @close=${() => (this.open = undefined)}
            ></edit-room-dialog>`
          : nothing
      }`;
  }

  #row({ id, name, serviceIds, floor }: Room, index: number): Row {
    const said = localised(name);
    const served = this.document.services.filter((service) => serviceIds.includes(service.id));
    const names = new Intl.ListFormat(document.documentElement.lang).format(served.map((one) => localised(one.name)));
    const lines = floor === undefined ? names : `${names} · ${localised(floor)}`;
    return { id, sign: signOf(said).large, name: said, lines, fault: this.faultIn(`/servicePoints/${index}`) };
  }

  /** Services whose patients would wait for nobody. */
  #unserved() {
    const names = this.faults
      .filter(({ code }) => code === 'service-without-room')
      .map(({ path }) => this.document.services[Number(path.split('/')[2])])
      .filter((service) => service !== undefined)
      .map((service) => localised(service.name) || service.prefix);
    if (names.length === 0) return nothing;
    const list = new Intl.ListFormat(document.documentElement.lang).format(names);
    return html`<p class="fault" role="status">${t('first-run.rooms-unserved', { services: list })}</p>`;
  }

  #at(id: string): number {
    return this.document.servicePoints.findIndex((room) => room.id === id);
  }

  #add(): void {
    const room = newRoom(this.document, newId(Date.now()));
    this.change({ servicePoints: [...this.document.servicePoints, room] }, `room/${room.id}`);
    this.open = { id: room.id, fresh: true };
  }

  #remove(id: string): void {
    const { servicePoints } = this.document;
    const name = servicePoints[this.#at(id)]?.name ?? { en: '' };
    this.change({ servicePoints: servicePoints.filter((room) => room.id !== id) }, `without/${id}`, localised(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rooms-part': RoomsPart;
  }
}

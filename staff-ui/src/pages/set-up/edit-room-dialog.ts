// One room, every field of it. What is changed counts at once; leaving the dialog loses nothing. Fires `close`.

import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Room } from '../../data/set-up/new-things.ts';
import { saidOrNone } from '../../data/set-up/texts.ts';
import { t } from '../../strings/strings.ts';
import { ways, type Way } from '../first-run/ways.ts';
import './number-field.ts';
import './service-choices.ts';
import { EditDialog } from './edit-dialog.ts';
import { partStyles } from './set-up-part.ts';
import './texts-field.ts';

@customElement('edit-room-dialog')
export class EditRoomDialog extends EditDialog {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      staff-dialog {
        --dialog-width: 900px;
      }
      .fields {
        grid-template-columns: minmax(0, 1fr);
      }
      @media (min-width: 48rem) {
        .fields {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        texts-field:not(.whole) {
          grid-column: span 2;
        }
      }
    `,
  ];

  protected override readonly list = 'servicePoints';

  override render() {
    const room = this.document.servicePoints[this.index];
    if (room === undefined) return nothing;
    const { languages, services } = this.document;
    return html`<staff-dialog heading=${t(this.fresh ? 'first-run.room-add' : 'first-run.room-change')}>
      <div class="fields">
        <texts-field
          label=${t('first-run.room-name')}
          .texts=${room.name}
          .languages=${languages}
          fault=${this.faultOf('name')}
          @texts-changed=${({ detail }: CustomEvent<Room['name']>) => this.#put({ ...room, name: detail })}
        ></texts-field>
        <texts-field
          label=${t('set-up.room-floor')}
          .texts=${room.floor ?? { en: '' }}
          .languages=${languages}
          @texts-changed=${({ detail }: CustomEvent<Room['name']>) => this.#floor(room, detail)}
        ></texts-field>
        <service-choices
          class="whole"
          label=${t('first-run.room-services')}
          .services=${services}
          .chosen=${room.serviceIds}
          fault=${this.faultOf('serviceIds')}
          @services-chosen=${({ detail }: CustomEvent<string[]>) => this.#put({ ...room, serviceIds: detail })}
        ></service-choices>
        <div class="group whole">
          <b id="ways">${t('first-run.room-direction')}</b>
          <div class="choices" role="group" aria-labelledby="ways">
            <foyer-button toggle ?on=${room.direction === undefined} @click=${() => this.#point(room, undefined)}
              >${t('first-run.room-no-direction')}</foyer-button
            >
            ${(Object.keys(ways) as Way[]).map((way) => html`<foyer-button class="bare" toggle label=${t(`first-run.way-${way}`)} ?on=${room.direction === way} @click=${() => this.#point(room, way)}><foyer-icon name=${ways[way]}></foyer-icon></foyer-button>`)}
          </div>
        </div>
        <number-field
          label=${t('set-up.room-minutes')}
          placeholder=${t('set-up.no-limit')}
          .value=${room.targetMinutes}
          fault=${this.faultOf('targetMinutes')}
          @number-changed=${({ detail }: CustomEvent<number | null>) => this.#minutes(room, detail ?? undefined)}
        ></number-field>
        <div class="choices whole">
          <foyer-button toggle ?on=${room.cleaning === true} @click=${() => this.#clean(room)}
            >${t('set-up.room-cleaning')}</foyer-button
          >
        </div>
      </div>
      ${this.doneAct()}
    </staff-dialog>`;
  }

  #put(room: Room): void {
    this.change({ servicePoints: this.document.servicePoints.with(this.index, room) }, `room/${room.id}`);
  }

  #floor({ floor: _before, ...room }: Room, said: Room['name']): void {
    const floor = saidOrNone(said);
    this.#put(floor === undefined ? room : { ...room, floor });
  }

  #point({ direction: _before, ...room }: Room, direction: Way | undefined): void {
    this.#put(direction === undefined ? room : { ...room, direction });
  }

  #minutes({ targetMinutes: _before, ...room }: Room, targetMinutes: number | undefined): void {
    this.#put(targetMinutes === undefined ? room : { ...room, targetMinutes });
  }

  #clean({ cleaning, ...room }: Room): void {
    this.#put(cleaning === true ? room : { ...room, cleaning: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-room-dialog': EditRoomDialog;
  }
}

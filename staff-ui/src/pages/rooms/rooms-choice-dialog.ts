// What else goes on in a room, where the one act of its door is not it; and finishing who is there. One touch says so.

import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { TicketId } from '@foyer/contracts/ids.ts';
import type { RoomState } from '@foyer/contracts/ticket-state.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { roomChoices, whoMayBeFinished, type Point } from '../../data/rooms.ts';
import { t } from '../../strings/strings.ts';
import './room-sign.ts';

@customElement('rooms-choice-dialog')
export class RoomsChoiceDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 12px;
      }
      .choices foyer-button {
        display: grid;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) point!: Point;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const finishes = whoMayBeFinished(this.frame.view, this.point);
    return html`<staff-dialog
      heading=${t('rooms.choose', { room: localised(this.point.name) })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <div class="choices">
        ${roomChoices(this.frame.view, this.point).map(
          (state) =>
            html`<foyer-button @click=${() => this.#choose(state)}
              ><room-sign face=${state}>${t(`rooms.face-${state}`)}</room-sign></foyer-button
            >`,
        )}
        ${
          finishes
            ? html`<foyer-button icon="tick" @click=${() => this.#finish(finishes.id)}
                >${t('act.finish-service', { number: finishes.number })}</foyer-button
              >`
            : nothing
        }
      </div>
    </staff-dialog>`;
  }

  #finish(ticketId: TicketId): void {
    askToAct(this, { type: 'finish-service', servicePointId: this.point.id, ticketId });
    this.dialog.leave();
  }

  #choose(roomState: RoomState): void {
    askToAct(this, { type: 'set-room-state', servicePointId: this.point.id, roomState });
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rooms-choice-dialog': RoomsChoiceDialog;
  }
}

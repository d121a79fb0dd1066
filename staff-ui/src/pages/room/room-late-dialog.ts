// A room runs late by about so many minutes, which kiosks, walls and phones then say; or it is on time again. A nurse
// speaks for the room of the session, the desk for any room.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { delayAt, delayMinutes, mayEnd, onTimeAgain, roomsToAnnounce } from '../../data/delays.ts';
import { t } from '../../strings/strings.ts';

@customElement('room-late-dialog')
export class RoomLateDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
        gap: 12px;
      }
      .choices foyer-button {
        display: grid;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** The room that it opens with. */
  @property() servicePointId = '';
  @state() private chosen: string | undefined;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { view } = this.frame;
    const rooms = roomsToAnnounce(view);
    const servicePointId = this.chosen ?? this.servicePointId;
    const delay = delayAt(view, servicePointId);
    return html`<staff-dialog
      heading=${t('late.title')}
      what=${t('late.what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${
        rooms.length > 1
          ? html`<div class="choices" role="group" aria-label=${t('late.room')}>
                ${rooms.map(
                  ({ id, name }) =>
                    html`<foyer-button toggle ?on=${id === servicePointId} @click=${() => (this.chosen = id)}
                      ><bdi>${localised(name)}</bdi></foyer-button
                    >`,
                )}
              </div>
              <hr class="rule" />`
          : nothing
      }
      ${delay ? html`<p role="status">${delayText(delay)}</p>` : nothing}
      <div class="choices" role="group" aria-label=${t('late.title')}>
        ${delayMinutes.map(
          (minutes) =>
            html`<foyer-button
              ?disabled=${delay?.servicePointId === servicePointId && delay.minutes === minutes}
              @click=${() => this.#say({ type: 'announce-delay', servicePointId, minutes })}
              >${t('late.about', { count: minutes })}</foyer-button
            >`,
        )}
        ${
          delay && mayEnd(delay, view)
            ? html`<foyer-button icon="tick" @click=${() => this.#say(onTimeAgain(delay))}
                >${t('late.on-time')}</foyer-button
              >`
            : nothing
        }
      </div>
    </staff-dialog>`;
  }

  #say(command: CommandBody): void {
    askToAct(this, command);
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-late-dialog': RoomLateDialog;
  }
}

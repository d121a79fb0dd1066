// Before somebody leaves a room: what is open there, and who comes. Whom it is handed to, or nobody yet, the edge is told;
// then the tablet locks.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/open-things.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { ask, type Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { needsServicePoint } from '../../data/pages.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

@customElement('hand-over-dialog')
export class HandOverDialog extends FoyerElement {
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
        --button-height: max(60px, 3.75rem);
      }
      h3 {
        font-size: 1.125rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';
  @state() private people: StaffTiles['staff'] = [];
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#loadPeople();
  }

  override render() {
    const point = this.frame.view.servicePoints[this.servicePointId];
    if (!point) return nothing;
    const { servicePointId } = this;
    return html`<staff-dialog
      heading=${t('handover.title-leave', { room: localised(point.name) })}
      what=${t('handover.leave-what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <open-things .frame=${this.frame} servicePointId=${servicePointId}></open-things>
      <h3>${t('handover.who-comes')}</h3>
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <div class="choices">
        ${this.people.map(
          ({ id: toStaffId, name }) =>
            html`<foyer-button @click=${() => this.#leave({ type: 'hand-over', servicePointId, toStaffId })}
              ><bdi>${name}</bdi></foyer-button
            >`,
        )}
        <foyer-button kind="strong" @click=${() => this.#leave({ type: 'leave-service-point', servicePointId })}
          >${t('handover.nobody-yet')}</foyer-button
        >
      </div>
    </staff-dialog>`;
  }

  async #loadPeople(): Promise<void> {
    const tiles = await this.frame.api.staffTiles();
    if (tiles.ok) {
      const { me } = this.frame.view;
      this.people = tiles.value.staff.filter(({ id, roles }) => id !== me.id && needsServicePoint(roles));
    } else this.refused = refusalText(refusedIn(tiles)!.code, {});
  }

  #leave(body: CommandBody): void {
    askToAct(this, body);
    ask(this, 'staff-lock');
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hand-over-dialog': HandOverDialog;
  }
}

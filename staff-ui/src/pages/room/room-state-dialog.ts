// The room: open, pause, close, and hand over to somebody else. Fires `running-late` for what is said of that.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { needsServicePoint } from '../../data/pages.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

const acts = [
  { type: 'open-service-point', state: 'open', icon: 'room' },
  { type: 'pause-service-point', state: 'paused', icon: 'pause' },
  { type: 'close-service-point', state: 'closed', icon: 'cross' },
] as const;

@customElement('room-state-dialog')
export class RoomStateDialog extends FoyerElement {
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
      h3 {
        font-size: 1.125rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';
  @state() private people: StaffTiles['staff'] | undefined;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { view, session } = this.frame;
    const point = view.servicePoints[this.servicePointId];
    if (!point) return nothing;
    const name = localised(point.name);
    return html`<staff-dialog
      heading=${t('room.state', { point: name, state: t(`point.${point.state}`) })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <div class="choices">
        ${acts.map(
          ({ type, state: wanted, icon }) =>
            html`<foyer-button
              icon=${icon}
              ?disabled=${point.state === wanted}
              ?pending=${session.isPending(type)}
              @click=${() => this.#act(type)}
              >${t(`room.${type}`)}</foyer-button
            >`,
        )}
      </div>
      <p class="muted">${t('room.state-what')}</p>
      <p>
        <foyer-button icon="clock" @click=${() => this.dispatchEvent(new CustomEvent('running-late'))}
          >${t('late.title')}</foyer-button
        >
      </p>
      <hr class="rule" />
      <h3>${t('room.hand-over')}</h3>
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${
        this.people
          ? html`<div class="choices">
              ${this.people.map((person) => html`<foyer-button @click=${() => this.#handOver(person.id)}><bdi>${person.name}</bdi></foyer-button>`)}
            </div>`
          : html`<p>
              <foyer-button icon="people" @click=${() => this.#loadPeople()}>${t('room.hand-over-to')}</foyer-button>
            </p>`
      }
    </staff-dialog>`;
  }

  #act(type: (typeof acts)[number]['type']): void {
    askToAct(this, { type, servicePointId: this.servicePointId });
    this.dialog.leave();
  }

  async #loadPeople(): Promise<void> {
    const tiles = await this.frame.api.staffTiles();
    if (tiles.ok)
      this.people = tiles.value.staff.filter(
        (person) => person.id !== this.frame.view.me.id && needsServicePoint(person.roles),
      );
    else this.refused = refusalText(refusedIn(tiles)!.code, {});
  }

  #handOver(toStaffId: string): void {
    askToAct(this, { type: 'hand-over', servicePointId: this.servicePointId, toStaffId });
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-state-dialog': RoomStateDialog;
  }
  interface HTMLElementEventMap {
    'running-late': CustomEvent<void>;
  }
}

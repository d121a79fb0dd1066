// The room: open, pause until when, close. Fires `running-late` and `leave-room` for what is asked then.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';
import './pause-choice.ts';
import type { PausePlan } from './pause-choice.ts';

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
      .more {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
      .choices foyer-button {
        display: grid;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';
  @state() private pausing = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { view, session } = this.frame;
    const point = view.servicePoints[this.servicePointId];
    if (!point) return nothing;
    const name = localised(point.name);
    if (this.pausing) {
      return html`<staff-dialog
        heading=${t('pause.title', { room: name })}
        @close=${() => this.dispatchEvent(new CustomEvent('close'))}
      >
        <pause-choice
          .frame=${this.frame}
          @pause-room=${(event: CustomEvent<PausePlan>) => this.#pause(event.detail)}
        ></pause-choice>
      </staff-dialog>`;
    }
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
              @click=${() => (type === 'pause-service-point' ? (this.pausing = true) : this.#act(type))}
              >${t(`room.${type}`)}</foyer-button
            >`,
        )}
      </div>
      <p class="muted">${t('room.state-what')}</p>
      <p class="more">
        <foyer-button icon="clock" @click=${() => this.dispatchEvent(new CustomEvent('running-late'))}
          >${t('late.title')}</foyer-button
        >
        <foyer-button
          icon="people"
          ?disabled=${point.state === 'closed'}
          @click=${() => this.dispatchEvent(new CustomEvent('leave-room'))}
          >${t('handover.open')}</foyer-button
        >
      </p>
    </staff-dialog>`;
  }

  #act(type: (typeof acts)[number]['type']): void {
    askToAct(this, { type, servicePointId: this.servicePointId });
    this.dialog.leave();
  }

  #pause(plan: PausePlan): void {
    askToAct(this, { type: 'pause-service-point', servicePointId: this.servicePointId, ...plan });
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-state-dialog': RoomStateDialog;
  }
  interface HTMLElementEventMap {
    'running-late': CustomEvent<void>;
    'leave-room': CustomEvent<void>;
  }
}

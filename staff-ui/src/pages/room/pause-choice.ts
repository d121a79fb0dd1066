// What a room pauses for, and when it goes on: one touch each. Fires `pause-room` with `{ kind, until? }`.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pauseKinds, type PauseKind } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { pauseMinutes } from '../../data/pauses.ts';
import { t } from '../../strings/strings.ts';

export interface PausePlan {
  readonly kind: PauseKind;
  readonly until?: number;
}

@customElement('pause-choice')
export class PauseChoice extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
        gap: 12px;
      }
      .acts foyer-button {
        display: grid;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private kind: PauseKind = 'break';

  override render() {
    const { now, view } = this.frame;
    return html`<div class="kinds" role="group" aria-label=${t('pause.kind')}>
        ${pauseKinds.map(
          (kind) =>
            html`<foyer-button toggle ?on=${this.kind === kind} @click=${() => (this.kind = kind)}
              >${t(`pause.kind-${kind}`)}</foyer-button
            >`,
        )}
      </div>
      <div class="acts">
        ${pauseMinutes.map((count) => {
          const until = now + count * minuteMs;
          return html`<foyer-button @click=${() => this.#pause(until)}>
            <b>${t('common.minutes', { count })}</b
            ><br />${t('pause.back-at', { time: formatTime(until, view.clinic.zone) })}
          </foyer-button>`;
        })}
        <foyer-button @click=${() => this.#pause()}>${t('pause.no-time')}</foyer-button>
      </div>
      <p class="muted">${t('pause.what')}</p>`;
  }

  #pause(until?: number): void {
    const detail: PausePlan = { kind: this.kind, ...(until === undefined ? {} : { until: Math.round(until) }) };
    this.dispatchEvent(new CustomEvent<PausePlan>('pause-room', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pause-choice': PauseChoice;
  }
  interface HTMLElementEventMap {
    'pause-room': CustomEvent<PausePlan>;
  }
}

// For how long somebody is put on hold. Fires `hold` with `{ until?, reason? }`.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { minuteMs } from '@foyer/contracts/time.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/reason-field.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

const minutes = [5, 10, 15, 30, 60] as const;

@customElement('hold-choice')
export class HoldChoice extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
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
  @state() private reason = '';

  override render() {
    const { now, view } = this.frame;
    return html`<p>${t('room.hold-what')}</p>
      <div class="acts">
        ${minutes.map(
          (count) =>
            html`<foyer-button @click=${() => this.#hold(now + count * minuteMs)}>
              <b>${t('common.minutes', { count })}</b
              ><br />${t('room.until', { time: formatTime(now + count * minuteMs, view.clinic.zone) })}
            </foyer-button>`,
        )}
        <foyer-button @click=${() => this.#hold()}>${t('room.hold-open')}</foyer-button>
      </div>
      <reason-field
        .suggestions=${[t('room.reason-tests'), t('room.reason-break'), t('room.reason-companion')]}
        .value=${this.reason}
        @reason=${(event: CustomEvent<string>) => (this.reason = event.detail)}
      ></reason-field>`;
  }

  #hold(until?: number): void {
    const reason = this.reason.trim();
    const detail = {
      ...(until === undefined ? {} : { until: Math.round(until) }),
      ...(reason ? { reason } : {}),
    };
    this.dispatchEvent(new CustomEvent('hold', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hold-choice': HoldChoice;
  }
}

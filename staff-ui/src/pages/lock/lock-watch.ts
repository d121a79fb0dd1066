// Where nobody is signed in: the displays that are down with the calls to say aloud, and an emergency that the tablet
// itself can call.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { roomsInDoubt } from '../../data/in-doubt.ts';
import { displaysDown, lastCalls, soundingHelp } from '../../data/notices.ts';
import type { Heard } from '../../data/tablet-watch.ts';
import { t } from '../../strings/strings.ts';
import { lockEmergencyStyles } from './lock-emergency-styles.ts';

@customElement('lock-watch')
export class LockWatch extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    lockEmergencyStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        min-width: 0;
      }
      .down {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 16px;
        border: 4px solid var(--alert);
        border-radius: var(--r1);
        background: var(--raised);
        --icon-size: 1.5rem;
      }
      .down b,
      .down foyer-icon {
        color: var(--alert);
      }
    `,
  ];

  @property({ attribute: false }) heard: Heard | undefined;

  override render() {
    const { heard } = this;
    const view = heard?.view;
    if (!heard || !view) return html`<slot></slot>`;
    const calls = lastCalls(view)
      .map(({ number, servicePointId }) => {
        const point = view.servicePoints[servicePointId];
        return `${number} ${point ? localised(point.name) : ''}`;
      })
      .join(' · ');
    const asked = roomsInDoubt(view).map(({ name }) => localised(name));
    const sounds = soundingHelp(view).some((help) => help.kind === 'emergency');
    return html`${displaysDown(view).map(
        ({ name }) =>
          html`<p class="down" role="status">
            <foyer-icon name="offline"></foyer-icon
            ><span><b>${t('notice.display-down-aloud', { name })}</b> ${calls || nothing}</span>
          </p>`,
      )}
      ${
        asked.length > 0
          ? html`<p class="asked" role="status">
              <foyer-icon name="warning"></foyer-icon><b>${t('lock.in-doubt', { rooms: asked.join(' · ') })}</b>
            </p>`
          : nothing
      }
      <div class="two">
        <foyer-button
          class="emergency"
          kind="alert"
          icon="emergency"
          .iconStroke=${3}
          ?pending=${heard.isCalling}
          @click=${() => heard.callEmergency()}
          ><b>${t('lock.emergency')}</b
          ><br />${t(sounds ? 'lock.emergency-sounds' : 'lock.emergency-what')}</foyer-button
        >
        <slot></slot>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lock-watch': LockWatch;
  }
}

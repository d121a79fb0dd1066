// Displays that show no call any more, because the rooms and services that they were held to are gone: somebody has to
// say what they show.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { showsNoCalls } from '@foyer/contracts/display-layout-without.ts';
import type { DeviceView, StaffView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('displays-to-set')
export class DisplaysToSet extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding-block: 8px;
      }
    `,
  ];

  @property({ attribute: false }) view!: Pick<StaffView, 'devices' | 'displayLayouts' | 'services' | 'servicePoints'>;
  /** Whether whoever looks may say what a display shows. */
  @property({ type: Boolean }) sets = false;

  override render() {
    return this.#shownNothing.map(
      (device) =>
        html`<p role="status">
          <span class="alert">${t('display.gone', { name: device.name })}</span>
          ${
            this.sets
              ? html`<foyer-button
                  @click=${() => this.dispatchEvent(new CustomEvent<DeviceView>('set-display', { detail: device }))}
                  >${t('display.choose-anew')}</foyer-button
                >`
              : nothing
          }
        </p>`,
    );
  }

  get #shownNothing(): readonly DeviceView[] {
    const { devices, displayLayouts = {}, services, servicePoints } = this.view;
    const known = new Set([...Object.keys(services), ...Object.keys(servicePoints)]);
    return Object.values(devices).filter(({ id }) => {
      const layout = displayLayouts[id];
      return layout !== undefined && showsNoCalls(layout.scope, known);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'displays-to-set': DisplaysToSet;
  }
  interface HTMLElementEventMap {
    'set-display': CustomEvent<DeviceView>;
  }
}

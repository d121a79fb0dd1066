// Of which services a display tells how long the wait is now.

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { mostWaits } from '@foyer/contracts/display-layout-limits.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { toggled } from '../../data/display-draft.ts';
import { t } from '../../strings/strings.ts';
import { sayLayout } from './display-events.ts';
import { displayFieldStyles } from './display-field-styles.ts';

@customElement('display-waits')
export class DisplayWaits extends FoyerElement {
  static override styles = [shared, staffStyles, displayFieldStyles];

  @property({ attribute: false }) layout!: DisplayLayout;
  @property({ attribute: false }) view!: Pick<StaffView, 'services'>;

  override render() {
    const chosen = (this.layout.waits ?? []).filter((id) => id in this.view.services);
    return html`<h3 id="waits">${t('display.waits')}</h3>
      <p class="muted">${t('display.waits-what', { count: mostWaits })}</p>
      <div class="choices" role="group" aria-labelledby="waits">
        ${Object.values(this.view.services).map(
          ({ id, name }) =>
            html`<foyer-button
              toggle
              ?on=${chosen.includes(id)}
              ?disabled=${chosen.length >= mostWaits && !chosen.includes(id)}
              @click=${() => this.#choose(toggled(chosen, id))}
              >${localised(name)}</foyer-button
            >`,
        )}
      </div>`;
  }

  #choose(waits: string[]): void {
    sayLayout(this, { waits: waits.length === 0 ? undefined : waits });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-waits': DisplayWaits;
  }
}

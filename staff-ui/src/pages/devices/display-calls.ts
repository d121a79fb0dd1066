// Which calls a display shows, how many that came before, and what stands beside a number.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { dwellSeconds, mostRecentCalls, nameModes } from '@foyer/contracts/display-layout-limits.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { scopeKind, scopeOf, toggled, type ScopeKind } from '../../data/display-draft.ts';
import { t } from '../../strings/strings.ts';
import { sayLayout } from './display-events.ts';
import { displayFieldStyles } from './display-field-styles.ts';

const scopeKinds = ['whole', 'rooms', 'services'] as const satisfies readonly ScopeKind[];
const dwells = [dwellSeconds.least, 8, 12, 20, 30, dwellSeconds.most] as const;

@customElement('display-calls')
export class DisplayCalls extends FoyerElement {
  static override styles = [shared, staffStyles, displayFieldStyles];

  @property({ attribute: false }) layout!: DisplayLayout;
  @property({ attribute: false }) view!: StaffView;
  @state() private kind: ScopeKind = 'whole';

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.kind = scopeKind(this.layout.scope);
  }

  override render() {
    const { layout, kind } = this;
    const dwellChoices = [...new Set([...dwells, layout.dwellSeconds])].toSorted((a, b) => a - b);
    return html`<h3 id="calls">${t('display.calls')}</h3>
      <div class="choices" role="group" aria-labelledby="calls">
        ${scopeKinds.map(
          (one) =>
            html`<foyer-button toggle ?on=${kind === one} @click=${() => this.#choose(one)}
              >${t(`display.calls-${one}`)}</foyer-button
            >`,
        )}
      </div>
      ${kind === 'whole' ? nothing : this.#places()}
      <div class="choices">
        <label class="field"
          ><span>${t('display.recent')}</span>
          <select name="recent" @change=${this.#recent}>
            ${Array.from({ length: mostRecentCalls + 1 }, (_, count) => html`<option value=${count} ?selected=${layout.recentCalls === count}>${count === 0 ? t('display.recent-none') : count}</option>`)}
          </select></label
        >
        <label class="field"
          ><span>${t('display.dwell')}</span>
          <select name="dwell" @change=${this.#dwell}>
            ${dwellChoices.map((count) => html`<option value=${count} ?selected=${layout.dwellSeconds === count}>${t('display.seconds', { count })}</option>`)}
          </select></label
        >
      </div>
      <h3 id="names">${t('display.names')}</h3>
      <div class="choices" role="group" aria-labelledby="names">
        ${nameModes.map(
          (names) =>
            html`<foyer-button toggle ?on=${layout.names === names} @click=${() => sayLayout(this, { names })}
              >${t(`display.names-${names}`)}</foyer-button
            >`,
        )}
      </div>`;
  }

  #places() {
    const places = Object.values(this.kind === 'rooms' ? this.view.servicePoints : this.view.services);
    const chosen = this.#chosen;
    return html`<div class="choices" role="group" aria-label=${t(`display.calls-${this.kind}`)}>
      ${places.map(
        ({ id, name }) =>
          html`<foyer-button
            toggle
            ?on=${chosen.includes(id)}
            @click=${() => sayLayout(this, { scope: scopeOf(this.kind, toggled(chosen, id)) })}
            >${localised(name)}</foyer-button
          >`,
      )}
    </div>`;
  }

  get #chosen(): readonly string[] {
    const { servicePointIds = [], serviceIds = [] } = this.layout.scope;
    const { servicePoints, services } = this.view;
    // One that is gone would be refused.
    return this.kind === 'rooms'
      ? servicePointIds.filter((id) => id in servicePoints)
      : serviceIds.filter((id) => id in services);
  }

  #choose(kind: ScopeKind): void {
    this.kind = kind;
    sayLayout(this, { scope: scopeOf(kind, this.#chosen) });
  }

  #recent(event: Event): void {
    sayLayout(this, { recentCalls: Number((event.target as HTMLSelectElement).value) });
  }

  #dwell(event: Event): void {
    sayLayout(this, { dwellSeconds: Number((event.target as HTMLSelectElement).value) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-calls': DisplayCalls;
  }
}

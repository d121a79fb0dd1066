// Which services something is for. Fires `services-chosen`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Service } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';

@customElement('service-choices')
export class ServiceChoices extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) services: readonly Service[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property() fault = '';

  override render() {
    return html`<b id="label">${this.label}</b>
      <div class="choices" role="group" aria-labelledby="label">
        ${this.services.map(({ id, name }) => html`<foyer-button toggle ?on=${this.chosen.includes(id)} @click=${() => this.#toggle(id)}>${localised(name) || t('set-up.nameless')}</foyer-button>`)}
      </div>
      ${this.fault ? html`<span class="alert" role="alert">${this.fault}</span>` : nothing}`;
  }

  #toggle(id: string): void {
    const detail = this.chosen.includes(id) ? this.chosen.filter((other) => other !== id) : [...this.chosen, id];
    this.dispatchEvent(new CustomEvent<string[]>('services-chosen', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-choices': ServiceChoices;
  }
  interface HTMLElementEventMap {
    'services-chosen': CustomEvent<string[]>;
  }
}

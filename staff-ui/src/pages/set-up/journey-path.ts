// A visit of several steps as a path of marks, as the patient's phone draws it: one mark a step, those that are taken in
// any order above one another, one that may be left out broken.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { placesOf, type Step } from '../../data/set-up/journeys.ts';
import type { Service } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';

@customElement('journey-path')
export class JourneyPath extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 6px;
      }
      ol > li {
        display: grid;
        flex: 1 0 5.5rem;
        gap: 8px;
        align-content: start;
      }
      .step {
        display: grid;
        gap: 4px;
        line-height: 1.25;
        overflow-wrap: anywhere;
      }
      .step::before {
        content: '';
        height: 10px;
        border: 2px solid var(--text);
        border-radius: 5px;
        background: var(--text);
      }
      .optional::before {
        border-style: dashed;
        background: none;
      }
    `,
  ];

  @property({ attribute: false }) steps: readonly Step[] = [];
  @property({ attribute: false }) services: readonly Service[] = [];

  override render() {
    return html`<ol aria-label=${t('set-up.journey-path')}>
      ${placesOf(this.steps).map((place) => html`<li>${place.map((step) => this.#mark(step))}</li>`)}
    </ol>`;
  }

  #mark({ serviceId, optional }: Step) {
    const service = this.services.find(({ id }) => id === serviceId);
    return html`<span class="step ${optional ? 'optional' : ''}"
      ><bdi>${service ? localised(service.name) || t('set-up.nameless') : t('set-up.step-of-nothing')}</bdi></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'journey-path': JourneyPath;
  }
}

// People found, to choose one of: name, and what tells namesakes apart. Nobody is chosen beforehand. Fires `person`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { t } from '../strings/strings.ts';
import './person-marks.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('found-people')
export class FoundPeople extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host,
      .people {
        display: grid;
        gap: 8px;
      }
      foyer-button {
        display: grid;
        --button-height: 3.5rem;
        --button-justify: flex-start;
        --button-align: start;
      }
    `,
  ];

  /** What the choice is about, for a reader. */
  @property() label = '';
  @property({ attribute: false }) people: readonly PatientView[] = [];
  /** Whether there are more than these. */
  @property({ type: Boolean }) more = false;

  override render() {
    if (this.people.length === 0) return nothing;
    return html`<div class="people" role="group" aria-label=${this.label}>
        ${this.people.map(
          (patient) =>
            html`<foyer-button @click=${() => this.#choose(patient)}>
              <b><bdi>${patient.displayName}</bdi></b
              ><person-marks .patient=${patient}></person-marks>
            </foyer-button>`,
        )}
      </div>
      ${this.more ? html`<p class="small muted">${t('reception.more')}</p>` : nothing}`;
  }

  #choose(patient: PatientView): void {
    this.dispatchEvent(new CustomEvent<PatientView>('person', { detail: patient }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'found-people': FoundPeople;
  }
  interface HTMLElementEventMap {
    person: CustomEvent<PatientView>;
  }
}

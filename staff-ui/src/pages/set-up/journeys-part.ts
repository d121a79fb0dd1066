// Visits of several steps: each with its name, what begins it and the way it goes.

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { mostJourneys } from '@foyer/contracts/journey-limits.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { newJourney, placesOf, type Journey } from '../../data/set-up/journeys.ts';
import { moved } from '../../data/set-up/lists.ts';
import { newId } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import './edit-journey-dialog.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { Row, RowMove } from './set-up-rows.ts';

@customElement('journeys-part')
export class JourneysPart extends SetUpPart {
  static override styles = [shared, staffStyles, partStyles];

  @state() private open: { readonly id: string; readonly fresh: boolean } | undefined;

  override render() {
    const { journeys, services } = this.document;
    const index = journeys.findIndex(({ id }) => id === this.open?.id);
    return html`<set-up-rows
        label=${t('set-up.part-journeys')}
        add=${t('set-up.journey-add')}
        .rows=${journeys.map((journey, at) => this.#row(journey, at))}
        ?full=${journeys.length >= mostJourneys || services.length === 0}
        @row-add=${() => this.#add()}
        @row-change=${({ detail }: CustomEvent<string>) => (this.open = { id: detail, fresh: false })}
        @row-move=${({ detail: { id, by } }: CustomEvent<RowMove>) => this.change({ journeys: moved(journeys, this.#at(id), by) }, `order/${id}`)}
        @row-remove=${({ detail }: CustomEvent<string>) => this.#remove(detail)}
      ></set-up-rows>
      ${
        this.open && index !== -1
          ? html`<edit-journey-dialog
              .document=${this.document}
              .clinic=${this.clinic}
              .faults=${this.faults}
              .index=${index}
              ?fresh=${this.open.fresh}
              @close=${() => (this.open = undefined)}
            ></edit-journey-dialog>`
          : nothing
      }`;
  }

  #row({ id, name, steps }: Journey, index: number): Row {
    const { services } = this.document;
    const nameOf = (serviceId: string) =>
      localised(services.find((service) => service.id === serviceId)?.name ?? { en: '' });
    const lines = placesOf(steps)
      .map((place) => place.map(({ serviceId }) => nameOf(serviceId)).join(' + '))
      .join(' · ');
    return { id, sign: '', name: localised(name), lines, fault: this.faultIn(`/journeys/${index}`) };
  }

  #at(id: string): number {
    return this.document.journeys.findIndex((journey) => journey.id === id);
  }

  #add(): void {
    const journey = newJourney(this.document, newId(Date.now()));
    this.change({ journeys: [...this.document.journeys, journey] }, `journey/${journey.id}`);
    this.open = { id: journey.id, fresh: true };
  }

  #remove(id: string): void {
    const { journeys } = this.document;
    const name = journeys[this.#at(id)]?.name ?? { en: '' };
    this.change({ journeys: journeys.filter((journey) => journey.id !== id) }, `without/${id}`, localised(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'journeys-part': JourneysPart;
  }
}

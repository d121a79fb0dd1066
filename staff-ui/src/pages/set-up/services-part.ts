// What patients come for, in the order in which a kiosk shows it.

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { serviceLetters } from '@foyer/contracts/set-up-faults.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { moved, withoutService } from '../../data/set-up/lists.ts';
import { newId, newService, type Service } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import './edit-service-dialog.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { Row, RowMove } from './set-up-rows.ts';

@customElement('services-part')
export class ServicesPart extends SetUpPart {
  static override styles = [shared, staffStyles, partStyles];

  @state() private open: { readonly id: string; readonly fresh: boolean } | undefined;

  override render() {
    const { services } = this.document;
    const index = services.findIndex(({ id }) => id === this.open?.id);
    return html`${this.said('/services', 'services-fault')}
      <set-up-rows
        label=${t('set-up.part-services')}
        add=${t('first-run.service-add')}
        .rows=${services.map((service, at) => this.#row(service, at))}
        ?full=${services.length >= serviceLetters.length}
        @row-add=${() => this.#add()}
        @row-change=${({ detail }: CustomEvent<string>) => (this.open = { id: detail, fresh: false })}
        @row-move=${({ detail: { id, by } }: CustomEvent<RowMove>) => this.change({ services: moved(services, this.#at(id), by) }, `order/${id}`)}
        @row-remove=${({ detail }: CustomEvent<string>) => this.#remove(detail)}
      ></set-up-rows>
      ${
        this.open && index !== -1
          ? html`<edit-service-dialog
              .document=${this.document}
              .clinic=${this.clinic}
              .faults=${this.faults}
              .index=${index}
              ?fresh=${this.open.fresh}
              @close=${() => (this.open = undefined)}
            ></edit-service-dialog>`
          : nothing
      }`;
  }

  #row({ id, prefix, name, waitingArea, walkIn, targetMinutes }: Service, index: number): Row {
    const lines = [
      t(walkIn ? 'first-run.service-for-all' : 'first-run.service-booked'),
      localised(waitingArea),
      t('set-up.service-minutes', { count: targetMinutes }),
    ];
    const fault = this.faultIn(`/services/${index}`);
    return { id, sign: prefix, name: localised(name), lines: lines.join(' · '), fault };
  }

  #at(id: string): number {
    return this.document.services.findIndex((service) => service.id === id);
  }

  #add(): void {
    const service = newService(this.document, newId(Date.now()));
    this.change({ services: [...this.document.services, service] }, `service/${service.id}`);
    this.open = { id: service.id, fresh: true };
  }

  #remove(id: string): void {
    const name = this.document.services[this.#at(id)]?.name ?? { en: '' };
    this.change(withoutService(this.document, id), `without/${id}`, localised(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'services-part': ServicesPart;
  }
}

// One service, every field of it. What is changed counts at once; leaving the dialog loses nothing. Fires `close`.

import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { serviceLetters } from '@foyer/contracts/set-up-faults.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Service } from '../../data/set-up/new-things.ts';
import { saidOrNone } from '../../data/set-up/texts.ts';
import { t } from '../../strings/strings.ts';
import './number-field.ts';
import { EditDialog } from './edit-dialog.ts';
import { partStyles } from './set-up-part.ts';
import './texts-field.ts';

@customElement('edit-service-dialog')
export class EditServiceDialog extends EditDialog {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      staff-dialog {
        --dialog-width: 900px;
      }
      .fields {
        grid-template-columns: minmax(0, 1fr);
      }
      @media (min-width: 48rem) {
        .fields {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        texts-field:not(.whole) {
          grid-column: span 2;
        }
        .letter,
        number-field {
          align-content: end;
        }
      }
    `,
  ];

  protected override readonly list = 'services';

  override render() {
    const service = this.document.services[this.index];
    if (service === undefined) return nothing;
    const { languages } = this.document;
    return html`<staff-dialog heading=${t(this.fresh ? 'first-run.service-add' : 'first-run.service-change')}>
      <div class="fields">
        <texts-field
          label=${t('first-run.service-name')}
          .texts=${service.name}
          .languages=${languages}
          fault=${this.faultOf('name')}
          @texts-changed=${({ detail }: CustomEvent<Service['name']>) => this.#put({ ...service, name: detail })}
        ></texts-field>
        <texts-field
          label=${t('first-run.service-area')}
          .texts=${service.waitingArea}
          .languages=${languages}
          fault=${this.faultOf('waitingArea')}
          @texts-changed=${({ detail }: CustomEvent<Service['name']>) => this.#put({ ...service, waitingArea: detail })}
        ></texts-field>
        <texts-field
          class="whole"
          label=${t('set-up.service-directions')}
          .texts=${service.directions ?? { en: '' }}
          .languages=${languages}
          @texts-changed=${({ detail }: CustomEvent<Service['name']>) => this.#direct(service, detail)}
        ></texts-field>
        ${this.#letter(service)}
        <number-field
          label=${t('first-run.service-target')}
          .value=${service.targetMinutes}
          fault=${this.faultOf('targetMinutes')}
          @number-changed=${({ detail }: CustomEvent<number | null>) => this.#put({ ...service, targetMinutes: detail ?? -1 })}
        ></number-field>
        <number-field
          label=${t('set-up.service-day-limit')}
          placeholder=${t('set-up.no-limit')}
          .value=${service.dayLimit}
          fault=${this.faultOf('dayLimit')}
          @number-changed=${({ detail }: CustomEvent<number | null>) => this.#limit(service, 'dayLimit', detail ?? undefined)}
        ></number-field>
        <number-field
          label=${t('set-up.service-booked-at-once')}
          placeholder=${t('set-up.no-limit')}
          .value=${service.bookedAtOnce}
          fault=${this.faultOf('bookedAtOnce')}
          @number-changed=${({ detail }: CustomEvent<number | null>) => this.#limit(service, 'bookedAtOnce', detail ?? undefined)}
        ></number-field>
        <span class="small muted whole" id="letter-what">${t('first-run.service-letter-what')}</span>
        <div class="choices whole">
          <foyer-button toggle ?on=${service.walkIn} @click=${() => this.#put({ ...service, walkIn: !service.walkIn })}
            >${t('first-run.service-walk-in')}</foyer-button
          >
          <foyer-button toggle ?on=${this.#isDesk(service)} @click=${() => this.#desk(service)}
            >${t('first-run.service-desk')}</foyer-button
          >
        </div>
      </div>
      ${this.doneAct()}
    </staff-dialog>`;
  }

  #letter(service: Service) {
    const { services } = this.document;
    const letters = serviceLetters.filter(
      (letter) => letter === service.prefix || services.every(({ prefix }) => prefix !== letter),
    );
    return html`<div class="box letter">
      <label class="field"
        ><span>${t('first-run.service-letter')}</span>
        <select
          name="letter"
          aria-describedby="letter-what letter-fault"
          aria-invalid=${this.faultOf('prefix') ? 'true' : 'false'}
          @change=${(event: Event) => this.#put({ ...service, prefix: (event.target as HTMLSelectElement).value })}
        >
          ${letters.map((letter) => html`<option value=${letter} ?selected=${letter === service.prefix}>${letter}</option>`)}
        </select></label
      >
      ${this.faultOf('prefix') ? html`<span class="fault" id="letter-fault">${this.faultOf('prefix')}</span>` : nothing}
    </div>`;
  }

  #isDesk({ id }: Service): boolean {
    return this.document.deskServiceId === id;
  }

  #put(service: Service): void {
    this.change({ services: this.document.services.with(this.index, service) }, `service/${service.id}`);
  }

  #direct({ directions: _before, ...service }: Service, said: Service['name']): void {
    const directions = saidOrNone(said);
    this.#put(directions === undefined ? service : { ...service, directions });
  }

  #limit(service: Service, which: 'dayLimit' | 'bookedAtOnce', limit: number | undefined): void {
    const { [which]: _before, ...rest } = service;
    this.#put(limit === undefined ? rest : { ...rest, [which]: limit });
  }

  #desk(service: Service): void {
    this.change({ deskServiceId: this.#isDesk(service) ? null : service.id }, `desk/${service.id}`);
  }

  /** That no door serves it yet is said in the list, and mended at the doors. */
  protected override get isAtFault(): boolean {
    return this.faults.some((fault) => fault.path.startsWith(`${this.path}/`));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-service-dialog': EditServiceDialog;
  }
}

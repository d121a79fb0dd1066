// What each service asks of whoever calls for it: a skill, how long a visit takes, a quota, and where the late wait. The
// skills of the staff stand below. Fires `services-calling`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { CallingRules, ServiceCalling as Asked } from '@foyer/contracts/calling-rules.ts';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Service } from '../../data/set-up/new-things.ts';
import { askedOf, withAsked, withSkills } from '../../data/set-up/service-asks.ts';
import { t } from '../../strings/strings.ts';
import './number-field.ts';
import { partStyles } from './set-up-part.ts';

@customElement('service-calling')
export class ServiceCalling extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      summary {
        min-height: 3rem;
        padding-block: 10px;
        font-size: 1.125rem;
        font-weight: 700;
        cursor: pointer;
      }
      details {
        border-bottom: 1px solid var(--line);
      }
      .fields {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        padding-block: 4px 16px;
      }
    `,
  ];

  @property({ attribute: false }) rules!: CallingRules;
  @property({ attribute: false }) services: readonly Service[] = [];
  @property({ attribute: false }) staff: StaffTiles['staff'] = [];
  /** Of the rules. */
  @property({ attribute: false }) faults: readonly CallingFault[] = [];

  override render() {
    return html`${this.services.map((service) => this.#service(service))}
      <details>
        <summary>${t('set-up.skills')}</summary>
        <p class="muted">${t('set-up.skills-what')}</p>
        <div class="fields">${this.staff.map((member) => this.#skills(member))}</div>
      </details>`;
  }

  #service({ id, name }: Service) {
    const { rules } = this;
    const asked = askedOf(rules.services, id);
    const put = (changes: Partial<Asked>) => this.#fire({ services: withAsked(rules.services, id, changes) });
    const fault = (field: keyof Asked) => this.#fault(id, field);
    return html`<details ?open=${rules.services.some(({ serviceId }) => serviceId === id)}>
      <summary>${localised(name)}</summary>
      <div class="fields">
        <number-field
          label=${t('set-up.asks-mean')}
          placeholder=${t('set-up.unsaid')}
          .value=${asked.meanMinutes}
          fault=${fault('meanMinutes')}
          @number-changed=${({ detail }: CustomEvent<number | null>) => put({ meanMinutes: detail ?? undefined })}
        ></number-field>
        <number-field
          label=${t('set-up.asks-quota')}
          placeholder=${t('set-up.no-limit')}
          .value=${asked.walkInsPerDay}
          @number-changed=${({ detail }: CustomEvent<number | null>) => put({ walkInsPerDay: detail === -1 ? undefined : (detail ?? undefined) })}
        ></number-field>
        <div class="box">
          <label class="field"
            ><span>${t('set-up.asks-skill')}</span>
            <input
              maxlength="120"
              autocomplete="off"
              placeholder=${t('set-up.unsaid')}
              aria-invalid=${fault('skill') ? 'true' : 'false'}
              aria-describedby="skill-${id}"
              .value=${asked.skill ?? ''}
              @change=${(event: Event) => put({ skill: (event.target as HTMLInputElement).value.trim() || undefined })}
          /></label>
          ${fault('skill') ? html`<span class="fault" id="skill-${id}">${fault('skill')}</span>` : nothing}
        </div>
        <div class="box">
          <label class="field"
            ><span>${t('set-up.asks-late')}</span>
            <select
              aria-invalid=${fault('lateTo') ? 'true' : 'false'}
              aria-describedby="late-${id}"
              @change=${(event: Event) => put({ lateTo: (event.target as HTMLSelectElement).value || undefined })}
            >
              <option value="">${t('set-up.asks-late-here')}</option>
              ${this.services.filter((other) => other.id !== id).map((other) => html`<option value=${other.id} ?selected=${other.id === asked.lateTo}>${localised(other.name)}</option>`)}
            </select></label
          >
          ${fault('lateTo') ? html`<span class="fault" id="late-${id}">${fault('lateTo')}</span>` : nothing}
        </div>
      </div>
    </details>`;
  }

  #skills({ id, name }: StaffTiles['staff'][number]) {
    const skills = this.rules.people.find(({ staffId }) => staffId === id)?.skills ?? [];
    return html`<label class="field"
      ><span>${name}</span>
      <input
        maxlength="400"
        autocomplete="off"
        placeholder=${t('set-up.unsaid')}
        .value=${skills.join(', ')}
        @change=${(event: Event) => this.#fire({ people: withSkills(this.rules.people, id, (event.target as HTMLInputElement).value) })}
    /></label>`;
  }

  #fault(serviceId: string, field: keyof Asked): string {
    const index = this.rules.services.findIndex((asked) => asked.serviceId === serviceId);
    const fault = this.faults.find(({ path }) => path === `/services/${index}/${field}`);
    return fault ? t(`set-up.calling-${fault.code}`) : '';
  }

  #fire(detail: Partial<Pick<CallingRules, 'services' | 'people'>>): void {
    this.dispatchEvent(new CustomEvent('services-calling', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-calling': ServiceCalling;
  }
  interface HTMLElementEventMap {
    'services-calling': CustomEvent<Pick<CallingRules, 'services' | 'people'>>;
  }
}

// One step of a visit: where it is, what it comes after, and whether it may be left out. Fires `step-changed`.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Step } from '../../data/set-up/journeys.ts';
import type { Service } from '../../data/set-up/new-things.ts';
import { clinicFaultText } from '../../strings/clinic-fault-text.ts';
import { t } from '../../strings/strings.ts';
import { partStyles } from './set-up-part.ts';

@customElement('edit-journey-step')
export class EditJourneyStep extends FoyerElement {
  static override styles = [shared, staffStyles, partStyles];

  @property({ attribute: false }) step!: Step;
  /** All of the journey's. */
  @property({ attribute: false }) steps: readonly Step[] = [];
  @property({ attribute: false }) services: readonly Service[] = [];
  /** With paths within the step. */
  @property({ attribute: false }) faults: readonly ClinicFault[] = [];

  override render() {
    const { step } = this;
    return html`<div class="fields">
      ${this.#service(step)} ${this.#after(step)}
      <div class="choices whole">
        <foyer-button toggle ?on=${step.optional === true} @click=${() => this.#toggle('optional')}
          >${t('set-up.step-optional-do')}</foyer-button
        >
        <foyer-button toggle ?on=${step.whenReady === true} @click=${() => this.#toggle('whenReady')}
          >${t('set-up.step-when-ready-do')}</foyer-button
        >
      </div>
    </div>`;
  }

  #service({ serviceId }: Step) {
    const fault = this.#fault('/serviceId');
    const isKnown = this.services.some(({ id }) => id === serviceId);
    return html`<div class="box whole">
      <label class="field"
        ><span>${t('set-up.thing-service')}</span>
        <select
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="service-fault"
          @change=${(event: Event) => this.#fire({ ...this.step, serviceId: (event.target as HTMLSelectElement).value })}
        >
          ${isKnown ? nothing : html`<option value=${serviceId} selected>${t('set-up.step-of-nothing')}</option>`}
          ${this.services.map(({ id, name }) => html`<option value=${id} ?selected=${id === serviceId}>${localised(name) || t('set-up.nameless')}</option>`)}
        </select></label
      >
      ${fault ? html`<span class="fault" id="service-fault">${fault}</span>` : nothing}
    </div>`;
  }

  #after({ id, after }: Step) {
    const others = this.steps.filter((other) => other.id !== id);
    const fault = this.#fault('/after');
    if (others.length === 0 && !fault) return nothing;
    return html`<div class="group whole">
      <b id="after">${t('set-up.step-after')}</b>
      <div class="choices" role="group" aria-labelledby="after">
        ${others.map((other) => html`<foyer-button toggle ?on=${after.includes(other.id)} @click=${() => this.#follow(other.id)}>${this.#nameOf(other)}</foyer-button>`)}
      </div>
      <span class="small muted">${t('set-up.step-after-what')}</span>
      ${fault ? html`<span class="fault" role="alert">${fault}</span>` : nothing}
    </div>`;
  }

  /** With its place in the list: one service may be gone to twice. */
  #nameOf(step: Step): string {
    const name = localised(this.services.find(({ id }) => id === step.serviceId)?.name ?? { en: '' });
    return t('set-up.step-named', { number: this.steps.indexOf(step) + 1, name: name || t('set-up.nameless') });
  }

  #fault(path: string): string {
    const fault = this.faults.find((one) => one.path === path || one.path.startsWith(`${path}/`));
    return fault ? clinicFaultText(fault.code) : '';
  }

  /** In the order of the steps; one that is not there any more goes. */
  #follow(id: string): void {
    const { after } = this.step;
    const wanted = after.includes(id) ? after.filter((other) => other !== id) : [...after, id];
    const known = this.steps.map((step) => step.id);
    this.#fire({ ...this.step, after: known.filter((other) => wanted.includes(other)) });
  }

  #toggle(which: 'optional' | 'whenReady'): void {
    const { [which]: before, ...rest } = this.step;
    this.#fire(before === undefined ? { ...rest, [which]: true } : rest);
  }

  #fire(detail: Step): void {
    this.dispatchEvent(new CustomEvent<Step>('step-changed', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-journey-step': EditJourneyStep;
  }
  interface HTMLElementEventMap {
    'step-changed': CustomEvent<Step>;
  }
}

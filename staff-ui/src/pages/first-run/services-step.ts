// What patients come for: the services of a general practice to begin with, each with its letter.

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ServiceSetUp } from '@foyer/contracts/clinic-set-up.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { withoutService } from '../../data/first-run/draft.ts';
import { freeLetter, waitingArea } from '../../data/first-run/ready-made.ts';
import { t } from '../../strings/strings.ts';
import './add-door.ts';
import './service-dialog.ts';
import './set-up-door.ts';
import { SetUpStep, stepStyles } from './set-up-step.ts';

@customElement('services-step')
export class ServicesStep extends SetUpStep {
  static override styles = [shared, staffStyles, stepStyles];

  /** The one that is being changed; -1 for a new one. */
  @state() private changing: number | undefined;

  override render() {
    const { services } = this.draft;
    return html`${this.said('/services', 'services-fault')}
      <ul class="doors">
        ${services.map((service, index) => html`<li><set-up-door sign=${localised(service.name)} large=${service.prefix} label=${localised(service.name)} lines=${t(service.walkIn ? 'first-run.service-for-all' : 'first-run.service-booked')} fault=${this.#fault(index)} @change-it=${() => (this.changing = index)}></set-up-door></li>`)}
        <li>
          <add-door label=${t('first-run.service-add')} @add-it=${() => (this.changing = -1)}></add-door>
        </li>
      </ul>
      ${this.changing === undefined ? nothing : this.#dialog(this.changing)}`;
  }

  #dialog(index: number) {
    const { services } = this.draft;
    const service = services[index] ?? this.#another();
    return html`<service-dialog
      .service=${service}
      .others=${services.filter((_, other) => other !== index)}
      ?fresh=${index === -1}
      @close=${() => (this.changing = undefined)}
      @service-said=${(event: CustomEvent<ServiceSetUp>) => this.#put(index, event.detail)}
      @service-removed=${() => this.dispatchEvent(new CustomEvent('draft-changed', { detail: withoutService(this.draft, service.key) }))}
    ></service-dialog>`;
  }

  #fault(index: number): string {
    const fault = this.faultIn(`/services/${index}`);
    return fault ? t(`first-run.fault-${fault.code}`) : '';
  }

  #another(): ServiceSetUp {
    const { services } = this.draft;
    let number = 1;
    while (services.some(({ key }) => key === `own-${number}`)) number += 1;
    return {
      key: `own-${number}`,
      name: { en: '' },
      prefix: freeLetter(services) ?? '',
      waitingArea: services[0]?.waitingArea ?? waitingArea,
      walkIn: true,
      targetMinutes: 20,
    };
  }

  /** There is one desk at most: the last one that was made it. */
  #put(index: number, said: ServiceSetUp): void {
    const { services } = this.draft;
    const others = said.isDesk ? services.map(({ isDesk: _desk, ...rest }) => rest) : services;
    this.change({ services: index === -1 ? [...others, said] : others.with(index, said) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'services-step': ServicesStep;
  }
}

// Everything that was said, on one page, before the doors open.

import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import { Languages, localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { Step } from '../../data/first-run/steps.ts';
import { t } from '../../strings/strings.ts';
import { SetUpStep, stepStyles } from './set-up-step.ts';

@customElement('open-step')
export class OpenStep extends SetUpStep {
  static override styles = [
    shared,
    staffStyles,
    stepStyles,
    css`
      :host {
        display: grid;
        align-content: start;
        padding-bottom: 24px;
      }
      dl > div {
        display: grid;
        grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr);
        align-items: center;
        gap: 4px 16px;
        min-height: 2.875rem;
        border-bottom: 1px solid var(--hair);
      }
      dt {
        color: var(--muted);
      }
      dd {
        padding-block: 6px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    const { clinic, hours, services, rooms, people } = this.draft;
    const list = (texts: readonly string[]) => new Intl.ListFormat(document.documentElement.lang).format(texts);
    const prices = services.flatMap(({ name, priceMinor }) =>
      priceMinor === undefined
        ? []
        : [t('first-run.price-of', { service: localised(name), amount: formatMoney(priceMinor, clinic.currency) })],
    );
    const hoursText = t(`first-run.hours-${hours.choice}`);
    const pause = hours.lunch && (hours.choice === 'weekdays' || hours.choice === 'every-day');
    return html`<dl>
      ${this.#line(Step.clinic, list([clinic.name, clinic.zone.replaceAll('_', ' '), clinic.currency, ...clinic.languages.map((code) => Languages[code].name)]))}
      ${this.#line(Step.hours, pause ? list([hoursText, t('first-run.hours-lunch')]) : hoursText)}
      ${this.#line(Step.services, list(services.map(({ prefix, name }) => t('first-run.letter-of', { letter: prefix, service: localised(name) }))))}
      ${this.#line(Step.rooms, list(rooms.map(({ name }) => localised(name))))}
      ${this.#line(Step.people, list(people.map(({ name }) => name)))}
      ${this.#line(Step.prices, prices.length === 0 ? t('first-run.prices-none') : list(prices))}
    </dl>`;
  }

  #line(step: Step, text: string) {
    return html`<div>
      <dt>${t(`first-run.step-${step}`)}</dt>
      <dd>${text}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'open-step': OpenStep;
  }
}

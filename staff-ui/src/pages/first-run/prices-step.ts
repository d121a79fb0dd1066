// What a visit costs, where it costs anything.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ServiceSetUp } from '@foyer/contracts/clinic-set-up.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { parseAmount, plainAmount } from '../../data/money.ts';
import { t } from '../../strings/strings.ts';
import { SetUpStep, stepStyles } from './set-up-step.ts';

const noAmount = -1;

@customElement('prices-step')
export class PricesStep extends SetUpStep {
  static override styles = [
    shared,
    staffStyles,
    stepStyles,
    css`
      .money {
        display: flex;
        min-width: 0;
        align-items: center;
        gap: 10px;
      }
      .money input {
        flex: 1;
        width: 0;
        text-align: end;
        font-size: 1.25rem;
        direction: ltr;
      }
    `,
  ];

  /** What stands in a field and is no amount, by the key of its service; the draft holds a price below nothing for it. */
  @state() private unread: ReadonlyMap<string, string> = new Map();

  override render() {
    return html`<div class="fields">${this.draft.services.map((service, index) => this.#price(service, index))}</div>`;
  }

  #price(service: ServiceSetUp, index: number) {
    const { currency } = this.draft.clinic;
    const { key, priceMinor } = service;
    const isAmount = priceMinor !== undefined && priceMinor >= 0;
    const text = this.unread.get(key) ?? (isAmount ? plainAmount(priceMinor, currency) : '');
    const isUnread = priceMinor !== undefined && !isAmount;
    return html`<div class="box">
      <label class="field"
        ><span>${localised(service.name)}</span>
        <span class="money"
          ><input
            name="price-${key}"
            inputmode="decimal"
            maxlength="12"
            autocomplete="off"
            placeholder=${t('first-run.price-none')}
            aria-invalid=${isUnread ? 'true' : 'false'}
            aria-describedby="price-${index}"
            .value=${text}
            @change=${(event: Event) => this.#set(service, (event.target as HTMLInputElement).value)}
          /><span>${currency}</span></span
        ></label
      >
      <span class="fault" id="price-${index}" role="alert"
        >${isUnread ? t('first-run.fault-price-out-of-range') : nothing}</span
      >
    </div>`;
  }

  #set({ key }: ServiceSetUp, typed: string): void {
    const unread = new Map(this.unread);
    const amount = typed.trim() === '' ? undefined : (parseAmount(typed, this.draft.clinic.currency) ?? noAmount);
    if (amount === noAmount) unread.set(key, typed);
    else unread.delete(key);
    this.unread = unread;
    this.change({
      services: this.draft.services.map((service) => {
        if (service.key !== key) return service;
        const { priceMinor: _price, ...rest } = service;
        return amount === undefined ? rest : { ...rest, priceMinor: amount };
      }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prices-step': PricesStep;
  }
}

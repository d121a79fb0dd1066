// What a visit costs, where it costs anything. What a centre owns is shown as it is there.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { parseAmount, plainAmount } from '../../data/money.ts';
import type { Service } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';

const noAmount = -1;

@customElement('charges-part')
export class ChargesPart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
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
      .note {
        margin-bottom: 12px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, auto) auto;
        justify-content: start;
        gap: 8px 32px;
        font-size: 1.125rem;
      }
      dd {
        text-align: end;
      }
    `,
  ];

  /** What stands in a field and is no amount, by the id of its service; the draft holds one below nothing for it. */
  @state() private unread: ReadonlyMap<string, string> = new Map();

  override render() {
    const { services } = this.document;
    if (!this.clinic.isAdopted) {
      return html`<div class="fields">${services.map((service) => this.#price(service))}</div>`;
    }
    return html`<p class="note">${t('set-up.of-centre')}</p>
      <dl>
        ${services.map(
          (service) =>
            html`<dt>${localised(service.name)}</dt>
              <dd>${this.#amount(service)}</dd>`,
        )}
      </dl>`;
  }

  #amount({ id }: Service) {
    const price = this.document.prices.find(({ serviceId }) => serviceId === id);
    return price ? formatMoney(price.amountMinor, this.clinic.currency) : t('first-run.price-none');
  }

  #price(service: Service) {
    const { currency } = this.clinic;
    const index = this.document.prices.findIndex(({ serviceId }) => serviceId === service.id);
    const amount = this.document.prices[index]?.amountMinor;
    const fault = index === -1 ? '' : this.faultAt(`/prices/${index}/amountMinor`);
    const text = amount === undefined ? '' : plainAmount(Math.max(0, amount), currency);
    return html`<div class="box">
      <label class="field"
        ><span>${localised(service.name)}</span>
        <span class="money"
          ><input
            inputmode="decimal"
            maxlength="12"
            autocomplete="off"
            placeholder=${t('first-run.price-none')}
            aria-invalid=${fault ? 'true' : 'false'}
            aria-describedby="price-${service.id}"
            .value=${this.unread.get(service.id) ?? text}
            @change=${(event: Event) => this.#set(service, (event.target as HTMLInputElement).value)}
          /><span>${currency}</span></span
        ></label
      >
      <span class="fault" id="price-${service.id}" role="alert">${fault || nothing}</span>
    </div>`;
  }

  #set({ id }: Service, typed: string): void {
    const amount = typed.trim() === '' ? undefined : (parseAmount(typed, this.clinic.currency) ?? noAmount);
    const unread = new Map(this.unread);
    if (amount === noAmount) unread.set(id, typed);
    else unread.delete(id);
    this.unread = unread;
    const { prices, services } = this.document;
    const now = new Map(prices.map((price) => [price.serviceId, price.amountMinor]));
    if (amount === undefined) now.delete(id);
    else now.set(id, amount);
    this.change(
      {
        prices: services.flatMap((service) => {
          const amountMinor = now.get(service.id);
          return amountMinor === undefined ? [] : [{ serviceId: service.id, amountMinor }];
        }),
      },
      `price/${id}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'charges-part': ChargesPart;
  }
}

// What one ticket owes, line by line, and the sum. Fires `leave` and `add-charge`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChargeView } from '@foyer/contracts/till-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney, formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Bill } from '../../data/till.ts';
import { dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';

@customElement('till-bill')
export class TillBill extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      .who {
        display: flex;
        align-items: center;
        gap: 20px;
        min-height: 44px;
      }
      .who foyer-number {
        font-size: 2.75rem;
      }
      .who bdi {
        flex: 1;
        min-width: 0;
        font-size: 1.125rem;
        font-weight: 700;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .who foyer-button {
        font-size: 1rem;
      }
      .born {
        margin: 8px 0;
        font-size: 0.9375rem;
      }
      ul {
        flex: 0 1 auto;
        min-height: 3.75rem;
        border-top: 2px solid var(--text);
        overflow-y: auto;
      }
      li {
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: 3.75rem;
        padding: 4px 0;
        border-bottom: 1px solid var(--hair);
        font-size: 1.0625rem;
        line-height: 1.4;
      }
      .amount {
        margin-inline-start: auto;
        font-size: 1.25rem;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding: 8px 0 16px;
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        padding: 8px 0;
        border-top: 4px solid var(--text);
        font-size: 1.25rem;
        font-weight: 700;
      }
      .sum b {
        font-size: 3.25rem;
        line-height: 1.2;
        letter-spacing: -0.025em;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) bill!: Bill;

  override render() {
    const { view } = this.frame;
    const { ticket, patient, unpaid, paid, dueMinor } = this.bill;
    const { currency } = view.clinic;
    return html`<h1 class="who">
        <foyer-number value=${ticket.number}></foyer-number><bdi>${patient?.displayName ?? t('till.no-name')}</bdi>
        <foyer-button
          class="bare"
          icon="cross"
          label=${t('till.other-bill')}
          @click=${() => this.dispatchEvent(new CustomEvent('leave'))}
        ></foyer-button>
      </h1>
      <p class="born muted">
        ${patient?.birthDate ? `${t('room.born')} ${dateText(patient.birthDate, 'short')}. ` : nothing}${t('till.visit', { state: t(`state.${ticket.state}`) })}
      </p>
      <ul tabindex="0" aria-label=${t('till.charges')}>
        ${unpaid.map((charge) => this.#line(charge, currency, t('till.charged', { time: formatTime(charge.at, view.clinic.zone) })))}
        ${paid.map((charge) => this.#line(charge, currency, t('till.paid-with', { receipt: view.payments[charge.paymentId ?? '']?.receiptNumber ?? '' })))}
        ${unpaid.length + paid.length === 0 ? html`<li class="muted">${t('till.nothing-charged')}</li>` : nothing}
      </ul>
      <p class="chips">
        <foyer-button icon="plus" @click=${() => this.dispatchEvent(new CustomEvent('add-charge'))}
          >${t('till.charge')}</foyer-button
        >
      </p>
      <p class="sum"><span>${t('till.to-pay')}</span><b>${formatMoney(dueMinor, currency)}</b></p>`;
  }

  #line(charge: ChargeView, currency: string, what: string) {
    const service = this.frame.view.services[charge.serviceId];
    return html`<li>
      <span
        >${service ? localised(service.name) : t('till.unknown-service')}<br /><span class="small muted"
          >${what}</span
        ></span
      >
      <span class="amount ${charge.paymentId ? 'muted' : ''}">${formatMoney(charge.amountMinor, currency)}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-bill': TillBill;
  }
  interface HTMLElementEventMap {
    leave: CustomEvent;
    'add-charge': CustomEvent;
  }
}

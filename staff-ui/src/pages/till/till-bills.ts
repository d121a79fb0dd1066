// Who is to pay: those who owe first, then those who were seen. Fires `choose` with the ticket's id.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TicketId } from '@foyer/contracts/ids.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import '../../components/search-field.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { matches } from '../../data/find.ts';
import { billsToday } from '../../data/till.ts';
import { t } from '../../strings/strings.ts';

@customElement('till-bills')
export class TillBills extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 8px;
        min-height: 0;
      }
      h1 {
        font-size: 1.5rem;
      }
      ul {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        scrollbar-width: thin;
      }
      button {
        display: grid;
        grid-template-columns: 6rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: 3.5rem;
        padding: 4px 0;
        border: 0;
        border-bottom: 1px solid var(--hair);
        background: none;
      }
      button:focus-visible {
        outline-offset: -4px;
      }
      foyer-number {
        font-size: 1.75rem;
      }
      .due {
        font-size: 1.25rem;
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private typed = '';

  override render() {
    const { view } = this.frame;
    const bills = billsToday(view).filter((bill) =>
      matches(this.typed, {
        name: bill.patient?.displayName,
        birthDate: bill.patient?.birthDate,
        number: bill.ticket.number,
      }),
    );
    return html`<h1>${t('till.who-pays')}</h1>
      <search-field
        label=${t('till.find')}
        .value=${this.typed}
        @search=${(event: CustomEvent<string>) => (this.typed = event.detail)}
      ></search-field>
      <ul>
        ${bills.map(
          (bill) =>
            html`<li>
              <button type="button" @click=${() => this.#choose(bill.ticket.id)}>
                <foyer-number value=${bill.ticket.number}></foyer-number>
                <bdi class="cut">${bill.patient?.displayName ?? t('till.no-name')}</bdi>
                ${
                  bill.dueMinor > 0
                    ? html`<span class="due">${formatMoney(bill.dueMinor, view.clinic.currency)}</span>`
                    : html`<span class="muted">${t(bill.paid.length > 0 ? 'till.paid' : 'till.not-charged')}</span>`
                }
              </button>
            </li>`,
        )}
        ${bills.length === 0 ? html`<li><p>${t(this.typed ? 'till.nobody-found' : 'till.nobody')}</p></li>` : nothing}
      </ul>`;
  }

  #choose(ticketId: TicketId): void {
    this.dispatchEvent(new CustomEvent<TicketId>('choose-ticket', { detail: ticketId }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-bills': TillBills;
  }
  interface HTMLElementEventMap {
    'choose-ticket': CustomEvent<TicketId>;
  }
}

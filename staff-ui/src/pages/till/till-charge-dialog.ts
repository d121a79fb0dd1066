// What to charge: the services that have a price. Those without one are shown and say why they cannot be chosen.

import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import type { Bill } from '../../data/till.ts';
import { t } from '../../strings/strings.ts';

@customElement('till-charge-dialog')
export class TillChargeDialog extends FoyerElement {
  static override styles = [
    shared,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
        gap: 12px;
      }
      foyer-button {
        display: grid;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) bill!: Bill;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { view } = this.frame;
    const charged = new Set([...this.bill.unpaid, ...this.bill.paid].map((charge) => charge.serviceId));
    return html`<staff-dialog
      heading=${t('till.charge-what', { number: this.bill.ticket.number })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <div class="choices">
        ${Object.values(view.services).map(
          (service) =>
            html`<foyer-button
              ?disabled=${service.priceMinor === undefined || charged.has(service.id)}
              @click=${() => this.#charge(service.id)}
            >
              ${localised(service.name)}<br /><b
                >${charged.has(service.id) ? t('till.already-charged') : service.priceMinor === undefined ? t('till.no-price') : formatMoney(service.priceMinor, view.clinic.currency)}</b
              >
            </foyer-button>`,
        )}
      </div>
    </staff-dialog>`;
  }

  #charge(serviceId: string): void {
    askToAct(this, { type: 'record-charge', ticketId: this.bill.ticket.id, serviceId });
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-charge-dialog': TillChargeDialog;
  }
}

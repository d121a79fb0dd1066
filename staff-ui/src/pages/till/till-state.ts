// The till itself: since when it is open, its float, what the drawer must hold, the last receipts. Fires `close-till`, and asks for the X.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TillView } from '@foyer/contracts/till-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney, formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { expectedCashMinor, paymentsLatestFirst } from '../../data/till.ts';
import { t } from '../../strings/strings.ts';

@customElement('till-state')
export class TillState extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      section {
        display: grid;
        gap: 8px;
        padding: 12px 16px;
        border-radius: var(--r1);
        background: var(--floor);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 16px;
        line-height: 1.75rem;
      }
      dt:first-of-type,
      dd:first-of-type {
        font-weight: 700;
      }
      foyer-button {
        display: grid;
      }
      .failed {
        color: var(--alert);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) till!: TillView;
  /** How many of the last receipts are listed. */
  @property({ type: Number }) receipts = 1;
  @property({ type: Boolean }) closable = false;

  override render() {
    const { view } = this.frame;
    const { currency, zone } = view.clinic;
    const payments = paymentsLatestFirst(view).slice(0, this.receipts);
    return html`<section>
      <dl>
        <dt>${t('till.open-since', { time: formatTime(this.till.openedAt, zone) })}</dt>
        <dd>${t('till.payments', { count: this.till.payments })}</dd>
        <dt>${t('till.float')}</dt>
        <dd>${formatMoney(this.till.floatMinor, currency)}</dd>
        <dt>${t('till.in-drawer')}</dt>
        <dd>${formatMoney(expectedCashMinor(this.till), currency)}</dd>
        <dt>${t('till.by-card')}</dt>
        <dd>${formatMoney(this.till.takenCardMinor, currency)}</dd>
        ${payments.map(
          (payment) =>
            html`<dt>
                ${t('till.receipt-at', { time: formatTime(payment.at, zone) })}${payment.print === 'failed' ? html` <span class="failed">${t('till.print-failed-short')}</span>` : nothing}
              </dt>
              <dd>
                ${payment.receiptNumber}${this.receipts > 1 ? `, ${formatMoney(payment.amountMinor, currency)}` : nothing}
              </dd>`,
        )}
      </dl>
      ${
        this.closable
          ? html`<foyer-button icon="printer" @click=${() => askToAct(this, { type: 'print-till-report' })}
                >${t('till.print-x')}</foyer-button
              >
              <foyer-button icon="lock" @click=${() => this.dispatchEvent(new CustomEvent('close-till'))}
                >${t('till.close')}</foyer-button
              >`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-state': TillState;
  }
  interface HTMLElementEventMap {
    'close-till': CustomEvent;
  }
}

// What goes back, large, with the pieces to hand over, and the door that takes the money. After it the receipt's number
// and what became of its print, until the next one. Fires `take` and `next`.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PaymentMeans } from '@foyer/contracts/ticket-state.ts';
import type { PaymentView } from '@foyer/contracts/till-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { changeIn } from '../../data/money.ts';
import { t } from '../../strings/strings.ts';

export interface Taken {
  readonly receiptNumber: string;
  readonly changeMinor: number;
  readonly means: PaymentMeans;
  readonly print?: PaymentView['print'];
}

@customElement('till-change')
export class TillChange extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 12px;
        min-width: 0;
        min-height: 0;
        container-type: inline-size;
      }
      h2 {
        font-size: 1.25rem;
      }
      .change {
        font-size: min(6.5rem, 25cqi);
        font-weight: 700;
        line-height: 1.1;
        letter-spacing: -0.03em;
        white-space: nowrap;
      }
      .change.quiet {
        color: var(--muted);
      }
      .long {
        font-size: min(5rem, 17cqi);
      }
      ul {
        flex: 0 1 auto;
        min-height: 0;
        overflow-y: auto;
        font-size: 1.125rem;
      }
      li {
        display: grid;
        grid-template-columns: 3rem 1fr;
        align-items: center;
        min-height: 2.5rem;
        border-top: 1px solid var(--hair);
      }
      .receipt {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: 1.0625rem;
        --icon-size: 1.5rem;
      }
      foyer-door {
        flex: 1 0 auto;
        min-height: clamp(140px, 26vh, 15rem);
        max-height: 15rem;
        margin-top: auto;
        --handle: 24px;
        --handle-y: 70%;
        --door-padding: clamp(12px, 5cqi, 24px) 28px 24px;
      }
      .act {
        font-size: min(4rem, 15.5cqi);
        line-height: 1.15;
        font-weight: 700;
        letter-spacing: -0.025em;
      }
      .act:lang(ar) {
        letter-spacing: 0;
        line-height: 1.5;
      }
      .lines {
        margin-top: auto;
        padding-inline-end: 44px;
        font-size: 1.25rem;
        line-height: 1.4;
      }
    `,
  ];

  @property() currency = 'EUR';
  @property() means: PaymentMeans = 'cash';
  @property({ type: Number }) dueMinor = 0;
  @property({ type: Number }) amountMinor = 0;
  @property({ type: Boolean }) hasLine = true;
  @property({ type: Boolean }) pending = false;
  @property({ attribute: false }) taken: Taken | undefined;

  override render() {
    const cash = (this.taken?.means ?? this.means) === 'cash';
    const changeMinor = this.taken ? this.taken.changeMinor : Math.max(0, this.amountMinor - this.dueMinor);
    const missing = this.dueMinor - this.amountMinor;
    const money = formatMoney(changeMinor, this.currency);
    return html`${
      cash
        ? html`<h2>${t('till.give-back')}</h2>
            <p class="change ${money.length > 7 ? 'long' : ''} ${changeMinor === 0 ? 'quiet' : ''}" role="status">
              ${money}
            </p>
            ${!this.taken && missing > 0 && this.amountMinor > 0 ? html`<p class="alert">${t('till.missing', { amount: formatMoney(missing, this.currency) })}</p>` : nothing}
            <ul tabindex="0" aria-label=${t('till.pieces')}>
              ${changeIn(changeMinor, this.currency).pieces.map((piece) => html`<li><b>${piece.count} ×</b><span>${t(`till.${piece.kind}`, { amount: formatMoney(piece.valueMinor, this.currency).replace(/[.,]00(?=\D*$)/, '') })}</span></li>`)}
            </ul>`
        : html`<h2>${t(this.taken ? 'till.card-taken' : 'till.nothing-back')}</h2>`
    }
    ${this.taken ? this.#receipt(this.taken) : nothing} ${this.#door(cash, missing)}`;
  }

  #receipt({ receiptNumber, print }: Taken) {
    return html`<p class="receipt" role="status">
      <foyer-icon name=${print === 'failed' ? 'printer-empty' : 'printer'} .stroke=${2}></foyer-icon>
      <span
        >${t('till.receipt')}
        <b>${receiptNumber}</b
        >${print ? html`, <span class=${print === 'failed' ? 'alert' : ''}>${t(`till.print-${print}`)}</span>` : nothing}</span
      >
    </p>`;
  }

  #door(cash: boolean, missing: number) {
    if (this.taken)
      return this.#draw(t('till.next'), html`${t('till.next-what')}`, true, () =>
        this.dispatchEvent(new CustomEvent('next')),
      );
    const act = t(cash ? 'till.take-cash' : 'till.take-card');
    if (this.pending) return this.#draw(act, html`${t('common.not-confirmed')}`, false);
    if (!this.hasLine) return this.#draw(act, html`${t('till.no-line')}`, false);
    if (this.dueMinor <= 0) return this.#draw(act, html`${t('till.nothing-due')}`, false);
    if (cash && missing > 0) return this.#draw(act, html`${t('till.type-amount')}`, false);
    const lines = cash
      ? html`${t('till.in-and-back', { given: formatMoney(this.amountMinor, this.currency), back: formatMoney(-missing, this.currency) })}<br />${t('till.receipt-prints')}`
      : html`${t('till.card-lines', { amount: formatMoney(this.dueMinor, this.currency) })}<br />${t('till.receipt-prints')}`;
    return this.#draw(act, lines, true, () => this.dispatchEvent(new CustomEvent('take')));
  }

  #draw(act: string, lines: TemplateResult, lit: boolean, press?: () => void) {
    return html`<foyer-door action fill state=${lit ? 'lit' : 'hollow'} ?disabled=${!press} @click=${() => press?.()}>
      <span class="act">${act}</span><span class="lines">${lines}</span>
    </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-change': TillChange;
  }
  interface HTMLElementEventMap {
    take: CustomEvent;
    next: CustomEvent;
  }
}

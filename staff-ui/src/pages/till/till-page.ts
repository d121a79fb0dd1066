// The cashier's page: who pays, what for, what they give, what goes back. One door takes the money; the receipt's number
// is the edge's, decided with the payment. Invariant: an amount is taken only over a live line, and once.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { TicketId } from '@foyer/contracts/ids.ts';
import type { PaymentMeans } from '@foyer/contracts/ticket-state.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { TillView } from '@foyer/contracts/till-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/unconfirmed-card.ts';
import { billOf, type Bill } from '../../data/till.ts';
import { t } from '../../strings/strings.ts';
import './till-bill.ts';
import './till-bills.ts';
import './till-cash.ts';
import './till-change.ts';
import type { Taken } from './till-change.ts';
import './till-charge-dialog.ts';
import './till-close-dialog.ts';
import { tillPageStyles } from './till-page-styles.ts';
import './till-state.ts';

interface Paid extends Omit<Taken, 'print'> {
  readonly paymentId: string;
}

@customElement('till-page')
export class TillPage extends StaffPage {
  static override styles = [shared, staffStyles, tillPageStyles];

  @state() private ticketId: TicketId | undefined;
  @state() private means: PaymentMeans = 'cash';
  @state() private amountMinor = 0;
  @state() private paid: Paid | undefined;
  @state() private question: 'charge' | 'close' | undefined;

  #tillId: string | undefined;

  /** An amount that was typed at one till is not the float of the next. */
  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const tillId = this.view.till?.id;
    if (tillId !== this.#tillId) this.#choose(undefined);
    this.#tillId = tillId;
  }

  override render() {
    const { frame, view, session } = this;
    const bill = this.ticketId === undefined ? undefined : billOf(view, this.ticketId);
    return html`<staff-header .frame=${frame}></staff-header>
      <main class=${view.till ? (bill ? 'three' : 'two') : 'two'} @staff-act=${this.#act}>
        <section class="bills" aria-label=${t('till.who-pays')}>
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          ${
            bill
              ? html`<till-bill
                  .frame=${frame}
                  .bill=${bill}
                  @leave=${() => this.#choose(undefined)}
                  @add-charge=${() => (this.question = 'charge')}
                ></till-bill>`
              : html`<till-bills
                  .frame=${frame}
                  @choose-ticket=${(event: CustomEvent<TicketId>) => this.#choose(event.detail)}
                ></till-bills>`
          }
          ${bill && view.till && frame.shape === 'wide' ? html`<till-state class="foot" .frame=${frame} .till=${view.till}></till-state>` : nothing}
        </section>
        ${view.till ? this.#open(view.till, bill) : this.#closed()}
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>
      ${this.question === 'charge' && bill ? html`<till-charge-dialog .frame=${frame} .bill=${bill} @staff-act=${this.#act} @close=${() => (this.question = undefined)}></till-charge-dialog>` : nothing}
      ${this.question === 'close' ? html`<till-close-dialog .frame=${frame} @close=${() => (this.question = undefined)}></till-close-dialog>` : nothing}`;
  }

  #open(till: TillView, bill: Bill | undefined) {
    const { frame, view, session } = this;
    const { currency } = view.clinic;
    if (!bill) {
      return html`<section class="change">
        <h2>${t('till.choose')}</h2>
        <p class="muted">${t('till.choose-what')}</p>
        <till-state
          .frame=${frame}
          .till=${till}
          receipts="8"
          closable
          @close-till=${() => (this.question = 'close')}
        ></till-state>
      </section>`;
    }
    const payment = this.paid ? view.payments[this.paid.paymentId] : undefined;
    const taken: Taken | undefined = this.paid && {
      ...this.paid,
      ...(payment?.print ? { print: payment.print } : {}),
    };
    return html`<section class="cash">
        <till-cash
          currency=${currency}
          .dueMinor=${bill.dueMinor}
          .amountMinor=${this.amountMinor}
          means=${this.means}
          label=${t(this.means === 'cash' ? 'till.they-give' : 'till.on-the-terminal')}
          ?disabled=${this.paid !== undefined || bill.dueMinor === 0}
          @means=${(event: CustomEvent<PaymentMeans>) => (this.means = event.detail)}
          @amount=${(event: CustomEvent<number>) => (this.amountMinor = event.detail)}
        ></till-cash>
      </section>
      <section class="change">
        <till-change
          currency=${currency}
          means=${this.means}
          .dueMinor=${bill.dueMinor}
          .amountMinor=${this.amountMinor}
          .taken=${taken}
          ?hasLine=${session.hasLine}
          ?pending=${session.isPending('take-payment')}
          @take=${() => void this.#take(bill)}
          @next=${() => this.#choose(undefined)}
        ></till-change>
      </section>`;
  }

  #closed() {
    const { session, view } = this;
    const opening = session.isPending('open-till');
    const ready = session.hasLine && !opening;
    return html`<section class="change">
      <h2>${t('till.is-closed')}</h2>
      ${view.closedTill ? this.#lastZ(view.closedTill) : nothing}
      <till-cash
        alone
        currency=${view.clinic.currency}
        .amountMinor=${this.amountMinor}
        label=${t('till.float-now')}
        @amount=${(event: CustomEvent<number>) => (this.amountMinor = event.detail)}
      ></till-cash>
      <foyer-door
        action
        fill
        state=${ready ? 'lit' : 'hollow'}
        ?disabled=${!ready}
        @click=${() => void this.#openTill()}
      >
        <span class="act">${t('till.open')}</span
        ><span class="lines"
          >${t(opening ? 'common.not-confirmed' : session.hasLine ? 'till.open-what' : 'till.no-line')}</span
        >
      </foyer-door>
    </section>`;
  }

  /** The closing before this opening, whose paper may be wanted again. */
  #lastZ({ id, zNumber, print }: NonNullable<StaffView['closedTill']>) {
    return html`<p>
        ${t('till.z-number', { number: zNumber })}${print ? html` <span class=${print === 'failed' ? 'alert' : 'muted'}>${t(`till.report-${print}`)}</span>` : nothing}
      </p>
      <foyer-button icon="printer" @click=${() => void this.session.act({ type: 'print-till-report', tillId: id })}
        >${t('till.print-z')}</foyer-button
      >`;
  }

  #choose(ticketId: TicketId | undefined): void {
    this.ticketId = ticketId;
    this.amountMinor = 0;
    this.means = 'cash';
    this.paid = undefined;
  }

  async #openTill(): Promise<void> {
    const floatMinor = this.amountMinor;
    this.amountMinor = 0;
    await this.session.act({ type: 'open-till', floatMinor });
  }

  async #take(bill: Bill): Promise<void> {
    if (this.session.isPending('take-payment')) return;
    const { means, amountMinor } = this;
    const sent = await this.session.act({
      type: 'take-payment',
      chargeIds: bill.unpaid.map((charge) => charge.id),
      means,
      amountMinor: bill.dueMinor,
      ...(means === 'cash' ? { tenderedMinor: amountMinor } : {}),
    });
    if (!sent.ok || !('result' in sent)) return;
    const { paymentId, receiptNumber } = sent.result;
    this.paid = {
      paymentId: String(paymentId),
      receiptNumber: String(receiptNumber),
      means,
      changeMinor: means === 'cash' ? amountMinor - bill.dueMinor : 0,
    };
  }

  #act(event: CustomEvent<CommandBody>): void {
    void this.session.act(event.detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-page': TillPage;
  }
}

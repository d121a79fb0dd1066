// At the desk, across every page: the printers that need somebody, each with a picture of how it is mended; and once one
// prints again, the tickets that were not printed. Fires `printer-seen` with what somebody has seen to, or put aside.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { faultKey, type FaultyPrinter, faultyPrinters, paperOffered } from '../data/printers.ts';
import { maySend } from '../data/ticket-acts.ts';
import { printerDownText } from '../strings/printer-down-text.ts';
import { t } from '../strings/strings.ts';
import './printer-picture.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

/** More numbers than these are printed all at once, or from the list. */
const mostNumbers = 8;

@customElement('printer-banner')
export class PrinterBanner extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        max-height: 45dvh;
        overflow-y: auto;
        background: var(--raised);
      }
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 24px;
        padding: 10px 24px;
        border-bottom: 2px solid var(--text);
      }
      .faulty {
        border: 4px solid var(--alert);
      }
      .what {
        flex: 1 1 12rem;
        min-width: 0;
        font-size: 1.125rem;
      }
      h2 {
        font-size: 1.375rem;
      }
      .faulty h2 {
        color: var(--alert);
      }
      .seen {
        padding-block: 4px;
        --icon-size: 1.5rem;
      }
      .seen h2 {
        display: inline;
        font-size: 1.125rem;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** Behind the lock nobody is known to do anything, and no number is shown. */
  @property({ type: Boolean }) locked = false;
  @property({ attribute: false }) seen: ReadonlySet<string> = new Set();

  override render() {
    const { view } = this.frame;
    const offered = this.locked ? [] : paperOffered(view, this.seen);
    return html`${faultyPrinters(view).map((printer) => this.#faulty(printer))}
    ${offered.length > 0 ? this.#offer(offered) : nothing}`;
  }

  #faulty(printer: FaultyPrinter) {
    const { clinic } = this.frame.view;
    const { state, since } = printer;
    const title = printerDownText(printer);
    const time = t('printers.since', { time: formatTime(since, clinic.zone) });
    const key = faultKey(printer);
    if (this.seen.has(key)) {
      return html`<section class="seen">
        <foyer-icon name="printer-empty"></foyer-icon>
        <div class="what">
          <h2>${title}</h2>
          ${time}
        </div>
      </section>`;
    }
    return html`<section class="faulty" role="alert">
      <printer-picture .state=${state}></printer-picture>
      <div class="what">
        <h2>${title}</h2>
        <p>${t(`printers.${state}-what`)}</p>
        <p class="small">${time} ${t('printers.safe')}</p>
      </div>
      ${
        this.locked
          ? html`<b>${t('help.unlock')}</b>`
          : html`<foyer-button kind="strong" @click=${() => this.#say([key])}>${t('printers.on-my-way')}</foyer-button>`
      }
    </section>`;
  }

  #offer(tickets: readonly StaffTicket[]) {
    const { session, view } = this.frame;
    if (!maySend(view.me.roles, 'reprint-ticket')) return nothing;
    const count = tickets.length;
    const print = (ticket: StaffTicket) => void session.act({ type: 'reprint-ticket', ticketId: ticket.id });
    const isSending = (ticket: StaffTicket): boolean => session.isPending('reprint-ticket', ticket.id);
    return html`<section class="offer" role="status">
      <div class="what">
        <h2>${t('printers.mended', { count })}</h2>
        <p>${t('printers.mended-what')}</p>
      </div>
      <div class="acts">
        ${tickets
          .slice(0, mostNumbers)
          .map(
            (ticket) =>
              html`<foyer-button
                icon="printer"
                ?pending=${isSending(ticket)}
                ?disabled=${isSending(ticket)}
                @click=${() => print(ticket)}
                >${t('printers.print-one', { number: ticket.number })}</foyer-button
              >`,
          )}
        <foyer-button
          kind="strong"
          ?disabled=${tickets.every(isSending)}
          @click=${() => tickets.filter((ticket) => !isSending(ticket)).forEach(print)}
          >${t('printers.print-all', { count })}</foyer-button
        >
        <foyer-button @click=${() => this.#say(tickets.map(({ id }) => id))}>${t('printers.not-needed')}</foyer-button>
      </div>
    </section>`;
  }

  #say(keys: readonly string[]): void {
    this.dispatchEvent(
      new CustomEvent<readonly string[]>('printer-seen', { detail: keys, bubbles: true, composed: true }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'printer-banner': PrinterBanner;
  }
  interface HTMLElementEventMap {
    'printer-seen': CustomEvent<readonly string[]>;
  }
}

// What a ticket's screen says besides the number: the day that the patient took today for, a document that has expired,
// and that something is to be paid. How much that is shows to who asks, for others read a screen as well.

import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDay, formatMoney } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OtherDay, TicketNotes as Notes } from '../../session/arrival.ts';
import { t } from '../../strings/strings.ts';

@customElement('ticket-notes')
export class TicketNotes extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      p {
        margin: 0;
      }
      .money {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 24px;
      }
      foyer-button {
        margin-inline-start: auto;
        font-size: calc(28px * var(--text-scale));
        --button-height: 72px;
        --button-padding: 4px 24px;
      }
    `,
  ];

  @property({ attribute: false }) notes!: Notes;
  @state() private isShown = false;

  override render() {
    const { otherDay, documentExpired, balance } = this.notes;
    return html`${otherDay ? html`<p><b>${otherDayText(otherDay)}</b> ${t('wrongDay.what')}</p>` : nothing}
    ${documentExpired ? html`<p>${t('ticket.documentExpired')}</p>` : nothing}
    ${
      balance
        ? html`<div class="money">
            <p>${t('ticket.balance')}</p>
            ${
              this.isShown
                ? html`<b role="status"><bdi>${formatMoney(balance.amountMinor, balance.currency)}</bdi></b>`
                : html`<foyer-button @click=${() => (this.isShown = true)}>${t('ticket.balanceShow')}</foyer-button>`
            }
          </div>`
        : nothing
    }`;
  }
}

export function otherDayText({ date, time }: OtherDay): string {
  const day = formatDay(Date.parse(`${date}T12:00:00Z`), 'UTC');
  return time === undefined ? t('wrongDay.day', { date: day }) : t('wrongDay.dayAt', { date: day, time });
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-notes': TicketNotes;
  }
}

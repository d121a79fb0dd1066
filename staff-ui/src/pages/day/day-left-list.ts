// Who is still here at the end of the day: number, name, where they stand and since when, and beside each what became of
// them, by one touch. Fires `outcome`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TicketId } from '@foyer/contracts/ids.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { dayOutcomes, type Chosen, type DayOutcome } from '../../data/day-end.ts';
import { t } from '../../strings/strings.ts';

export interface SaidOutcome {
  readonly ticketId: TicketId;
  readonly outcome: DayOutcome;
}

@customElement('day-left-list')
export class DayLeftList extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      li {
        display: grid;
        grid-template-columns: 5.5rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 8px 16px;
        padding-block: 10px;
        border-bottom: 1px solid var(--hair);
      }
      foyer-number {
        font-size: 1.5rem;
      }
      .who {
        min-width: 0;
      }
      .who b {
        display: block;
        overflow-wrap: anywhere;
      }
      .outcomes {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .none {
        display: block;
        padding-block: 24px;
        font-size: 1.125rem;
      }
      @container (max-width: 46rem) {
        li {
          grid-template-columns: 5.5rem minmax(0, 1fr);
        }
        .outcomes {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) left: readonly StaffTicket[] = [];
  @property({ attribute: false }) chosen: Chosen = new Map();

  override render() {
    if (this.left.length === 0) return html`<p class="none">${t('day.nobody-left')}</p>`;
    return html`<ul>
      ${this.left.map((ticket) => this.#row(ticket))}
    </ul>`;
  }

  #row(ticket: StaffTicket) {
    const { view } = this.frame;
    const name = ticket.patientId ? view.patients[ticket.patientId]?.displayName : undefined;
    const since = formatTime(ticket.servingSince ?? ticket.calledAt ?? ticket.issuedAt, view.clinic.zone);
    return html`<li>
      <foyer-number value=${ticket.number}></foyer-number>
      <div class="who">
        <b class=${name ? '' : 'muted'}>${name ?? t('reception.no-name')}</b>
        <span>${t('day.stands', { state: t(`state.${ticket.state}`), time: since })}</span>
        <span class="muted">${this.#where(ticket)}</span>
      </div>
      <div class="outcomes" role="group" aria-label=${t('day.what-became', { number: ticket.number })}>
        ${dayOutcomes.map(
          (outcome) =>
            html`<foyer-button
              toggle
              ?on=${this.chosen.get(ticket.id) === outcome}
              label=${t('day.outcome-of', { number: ticket.number, outcome: t(`day.${outcome}`) })}
              @click=${() => this.#say({ ticketId: ticket.id, outcome })}
              >${t(`day.${outcome}`)}</foyer-button
            >`,
        )}
      </div>
    </li>`;
  }

  /** The room, or where who waits was sent to. */
  #where({ servicePointId, serviceId }: StaffTicket) {
    const { servicePoints, services } = this.frame.view;
    const room = servicePointId === undefined ? undefined : servicePoints[servicePointId]?.name;
    const place = room ?? services[serviceId]?.waitingArea;
    return place === undefined ? nothing : localised(place);
  }

  #say(detail: SaidOutcome): void {
    this.dispatchEvent(new CustomEvent<SaidOutcome>('outcome', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-left-list': DayLeftList;
  }
}

// Why this one is next: without calling rules the rule, the reason, and who stands behind, as the tablet holds them; under
// rules as the edge has it.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import '../../components/class-mark.ts';
import '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/waited-path.ts';
import { reasonForNext } from '../../data/next-reason.ts';
import { queueAt, type QueueRow } from '../../data/queue-list.ts';
import { t } from '../../strings/strings.ts';
import { reasonText } from './reason-text.ts';
import './ticket-why.ts';

const SHOWN = 6;

@customElement('room-why-dialog')
export class RoomWhyDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .reason {
        font-size: 1.25rem;
      }
      ol {
        display: grid;
      }
      li {
        display: grid;
        grid-template-columns: 6rem 8rem 1fr;
        align-items: center;
        min-height: 3rem;
        border-top: 1px solid var(--hair);
      }
      li:first-child {
        font-weight: 700;
      }
      foyer-number {
        font-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';

  override render() {
    const { view, asOf } = this.frame;
    const rows = queueAt(view, this.servicePointId, 'waiting', asOf);
    const next = rows.find((row) => row.next);
    const isRuled = view.servicePoints[this.servicePointId]?.calledBy !== undefined;
    return html`<staff-dialog
      heading=${next ? t('room.why-next', { number: next.ticket.number }) : t('room.nobody-waits')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${isRuled && next ? html`<ticket-why .frame=${this.frame} ticketId=${next.ticket.id} servicePointId=${this.servicePointId}></ticket-why>` : this.#byClass(rows, view)}
    </staff-dialog>`;
  }

  #byClass(rows: readonly QueueRow[], { clinic }: Frame['view']) {
    const reason = reasonForNext(rows);
    return html`${reason ? html`<p class="reason">${reasonText(reason, clinic.zone)}</p>` : nothing}
      <p>${t('room.rule')}</p>
      <ol>
        ${rows.slice(0, SHOWN).map(
          (row) =>
            html`<li>
              <foyer-number value=${row.ticket.number}></foyer-number
              ><class-mark of=${row.ticket.priorityClass}></class-mark>
              <waited-path .minutes=${row.waitedMinutes} .target=${row.targetMinutes}></waited-path>
            </li>`,
        )}
      </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-why-dialog': RoomWhyDialog;
  }
}

// The marks of an arrival, each as sign and word.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StaffAppointment, StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import { arrivalMarks, type ArrivalMark } from '../data/arrival-marks.ts';
import { t } from '../strings/strings.ts';

const signs: Readonly<Record<ArrivalMark['kind'], IconName>> = {
  video: 'display',
  phone: 'phone',
  'document-expired': 'document',
  owes: 'coins',
};

@customElement('arrival-marks')
export class ArrivalMarks extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
        font-size: 0.9375rem;
        font-weight: 400;
        line-height: 1.35;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
        --icon-size: 1.25em;
      }
    `,
  ];

  @property({ attribute: false }) appointment: StaffAppointment | undefined;
  @property({ attribute: false }) ticket: StaffTicket | undefined;
  @property() currency = '';

  override render() {
    const marks = arrivalMarks(this.appointment, this.ticket);
    if (marks.length === 0) return nothing;
    return html`<ul>
      ${marks.map(
        (mark) =>
          html`<li>
            <foyer-icon name=${signs[mark.kind]} .stroke=${1.8}></foyer-icon><bdi>${this.#word(mark)}</bdi>
          </li>`,
      )}
    </ul>`;
  }

  #word(mark: ArrivalMark): string {
    if (mark.kind !== 'owes') return t(`arrival.${mark.kind}`);
    return t('arrival.owes', { amount: formatMoney(mark.amountMinor, this.currency) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'arrival-marks': ArrivalMarks;
  }
}

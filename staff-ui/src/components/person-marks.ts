// What tells one person from another of the same name, side by side: birth date, the end of the phone, the end of a
// document's number where the edge gave it.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FoundPatient } from '@foyer/contracts/people-at-the-desk.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { phoneEnd } from '../data/phone-end.ts';
import { dateText } from '../strings/dates.ts';
import { t } from '../strings/strings.ts';

@customElement('person-marks')
export class PersonMarks extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        color: var(--muted);
        font-size: 0.9375rem;
        font-weight: 400;
        line-height: 1.35;
      }
    `,
  ];

  @property({ attribute: false }) patient!: PatientView & Partial<Pick<FoundPatient, 'identifier'>>;

  override render() {
    const { birthDate, phone, identifier } = this.patient;
    return html`<span
        >${birthDate ? t('reception.born-on', { date: dateText(birthDate, 'short') }) : t('reception.no-birth-date')}</span
      >
      <span>${phone ? t('reception.phone-ends', { end: phoneEnd(phone) }) : t('reception.no-phone')}</span>
      ${identifier ? html`<span>${t(`reception.ends-${identifier.kind}`, { end: identifier.end })}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-marks': PersonMarks;
  }
}

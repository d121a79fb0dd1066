// Who somebody is, as the desk asks for it: birth date and age, phone, language and needs.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FoundPatient } from '@foyer/contracts/people-at-the-desk.ts';
import type { PatientView, StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '../../components/company-facts.ts';
import '../../components/need-list.ts';
import '../../components/ticket-forms.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { ageOn } from '../../data/age.ts';
import { ageText, dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';

@customElement('person-facts')
export class PersonFacts extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 4px;
        font-size: 1.125rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) patient: (PatientView & Partial<Pick<FoundPatient, 'identifier'>>) | undefined;
  /** What was said when the number was taken, where nobody knows the person better. */
  @property({ attribute: false }) ticket: StaffTicket | undefined;

  override render() {
    const { clinic } = this.frame.view;
    const { patient, ticket } = this;
    const age = patient?.birthDate ? ageOn(clinic.businessDay, patient.birthDate) : undefined;
    return html`${patient?.birthDate ? html`<p>${t('room.born')} <b>${dateText(patient.birthDate)}</b>${age ? t('room.age-after', { age: ageText(age) }) : nothing}</p>` : nothing}
      ${patient?.phone ? html`<p>${t('reception.phone')}: <bdi dir="ltr">${patient.phone}</bdi></p>` : nothing}
      ${patient?.identifier ? html`<p>${t(`reception.ends-${patient.identifier.kind}`, { end: patient.identifier.end })}</p>` : nothing}
      <need-list
        .needs=${patient?.needs ?? ticket?.needs ?? []}
        .language=${patient?.language ?? ticket?.language}
        .interpreter=${ticket?.interpreter}
        .usual=${clinic.languages[0]}
      ></need-list>
      ${
        ticket
          ? html`<company-facts .frame=${this.frame} .ticket=${ticket}></company-facts>
              <ticket-forms .frame=${this.frame} .ticket=${ticket}></ticket-forms>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-facts': PersonFacts;
  }
}

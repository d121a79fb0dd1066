// Who came for the patient, and who came with them. It names nobody: a family is told by its numbers.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { partyOf } from '../data/party.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';

@customElement('company-facts')
export class CompanyFacts extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 8px;
        --icon-size: 1.375em;
      }
      .more {
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;

  override render() {
    const party = partyOf(this.frame.view, this.ticket);
    return html`${
      this.ticket.onBehalf
        ? html`<p><foyer-icon name="person" .stroke=${1.8}></foyer-icon>${t('company.on-behalf')}</p>`
        : nothing
    }
    ${
      party.length === 0
        ? nothing
        : html`<p>
            <foyer-icon name="people" .stroke=${1.8}></foyer-icon
            ><span class="more">${t('company.more', { count: party.length })}</span>
            ${party.map(({ number }) => html`<foyer-number value=${number}></foyer-number>`)}
          </p>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'company-facts': CompanyFacts;
  }
}

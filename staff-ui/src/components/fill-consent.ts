// A consent that staff read out to somebody, who agrees or does not. Fires `said` once the edge has taken it.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsentForm } from '@foyer/contracts/forms.ts';
import type { StaffTicket } from '@foyer/contracts/views.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('fill-consent')
export class FillConsent extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        padding-top: 12px;
        border-top: 1px solid var(--hair);
      }
      h3 {
        font-size: 1.25rem;
      }
      .text {
        white-space: pre-line;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @property({ attribute: false }) form!: ConsentForm;
  @state() private sending = false;

  override render() {
    const { title, text } = this.form;
    return html`<h3>${localised(title)}</h3>
      <p class="text">${localised(text)}</p>
      <div class="choices" role="group" aria-label=${localised(title)}>
        <foyer-button ?disabled=${this.sending} @click=${() => void this.#send(true)}
          >${t('forms.agrees')}</foyer-button
        >
        <foyer-button ?disabled=${this.sending} @click=${() => void this.#send(false)}
          >${t('forms.disagrees')}</foyer-button
        >
      </div>`;
  }

  async #send(given: boolean): Promise<void> {
    const { id: consentId, version } = this.form;
    this.sending = true;
    await this.frame.session.act({
      type: 'record-consent',
      ticketId: this.ticket.id,
      consentId,
      version,
      given,
      ...(given ? { signature: { by: 'tap' as const } } : {}),
    });
    this.sending = false;
    this.dispatchEvent(new CustomEvent('said'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fill-consent': FillConsent;
  }
}

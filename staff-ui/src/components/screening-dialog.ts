// Somebody may wait where everybody waits after all: why is said, and kept.

import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { t } from '../strings/strings.ts';
import './reason-field.ts';
import './staff-dialog.ts';
import type { StaffDialog } from './staff-dialog.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

const reasons = ['screening.reason-seen', 'screening.reason-known', 'screening.reason-mistake'] as const;

@customElement('screening-dialog')
export class ScreeningDialog extends FoyerElement {
  static override styles = [shared, staffStyles];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @state() private reason = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    return html`<staff-dialog
      heading=${t('screening.clear-number', { number: this.ticket.number })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <p>${t('screening.clear-what')}</p>
      <reason-field
        .suggestions=${reasons.map((reason) => t(reason))}
        .value=${this.reason}
        @reason=${(event: CustomEvent<string>) => (this.reason = event.detail)}
      ></reason-field>
      <foyer-button slot="acts" kind="strong" ?disabled=${this.reason.trim() === ''} @click=${() => this.#clear()}>
        ${t('screening.clear')}
      </foyer-button>
    </staff-dialog>`;
  }

  #clear(): void {
    const reason = this.reason.trim();
    void this.frame.session.act({ type: 'clear-screening', ticketId: this.ticket.id, reason });
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screening-dialog': ScreeningDialog;
  }
}

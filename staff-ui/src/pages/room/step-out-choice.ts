// Somebody tells staff that they wait outside: when they are to be called back. Fires `staff-act`.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { stepOutThresholds } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('step-out-choice')
export class StepOutChoice extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host,
      .acts {
        display: grid;
        gap: 12px;
      }
      .acts {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      .acts foyer-button {
        display: grid;
        font-size: 1.5rem;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) ticket!: StaffTicket;

  override render() {
    const { id: ticketId, number } = this.ticket;
    return html`<p>${t('outside.what', { number })}</p>
      <div class="acts">
        ${stepOutThresholds.map(
          (whenAhead) =>
            html`<foyer-button @click=${() => askToAct(this, { type: 'step-out', ticketId, whenAhead })}
              ><b>${whenAhead}</b></foyer-button
            >`,
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-out-choice': StepOutChoice;
  }
}

// Before the next one is called: what became of the one who was called and has not come. Fires `outcome`.

import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { t } from '../../strings/strings.ts';

export type Outcome = 'completed' | 'not-answered';

@customElement('room-outcome-dialog')
export class RoomOutcomeDialog extends FoyerElement {
  static override styles = [
    shared,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: 12px;
      }
      foyer-button {
        display: grid;
        font-size: 1.25rem;
        --button-height: max(112px, 7rem);
      }
      .small {
        font-size: 1rem;
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) ticket!: StaffTicket;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { number } = this.ticket;
    return html`<staff-dialog
      heading=${t('room.outcome', { number })}
      what=${t('room.outcome-what', { number })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <div class="choices">
        <foyer-button kind="strong" icon="not-here" @click=${() => this.#choose('not-answered')}
          >${t('room.outcome-not-here', { number })}<br /><span class="small"
            >${t('room.outcome-not-here-what')}</span
          ></foyer-button
        >
        <foyer-button kind="strong" icon="tick" @click=${() => this.#choose('completed')}
          >${t('room.outcome-completed', { number })}<br /><span class="small"
            >${t('room.outcome-completed-what')}</span
          ></foyer-button
        >
      </div>
    </staff-dialog>`;
  }

  #choose(outcome: Outcome): void {
    this.dispatchEvent(new CustomEvent<Outcome>('outcome', { detail: outcome }));
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-outcome-dialog': RoomOutcomeDialog;
  }
  interface HTMLElementEventMap {
    outcome: CustomEvent<Outcome>;
  }
}

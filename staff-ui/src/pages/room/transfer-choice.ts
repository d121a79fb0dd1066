// Where a patient goes next: a service or a room, and the place in its queue.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { placements, type Placement } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { askToAct } from '../../components/act-event.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { senderText } from '../../strings/journey-text.ts';
import { t } from '../../strings/strings.ts';

type Goal = { readonly toServiceId: string } | { readonly toServicePointId: string };

@customElement('transfer-choice')
export class TransferChoice extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      .choices foyer-button {
        display: grid;
        --button-height: max(56px, 3.5rem);
      }
      .send {
        display: grid;
        font-size: 1.125rem;
        --button-height: max(72px, 4.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @state() private goal: Goal | undefined;
  @state() private placement: Placement = 'by-time';

  override render() {
    const { view } = this.frame;
    const services = Object.values(view.services).filter((service) => service.id !== this.ticket.serviceId);
    const points = Object.values(view.servicePoints).filter(
      // Whoever is sent to a closed room waits there for nobody.
      (point) => point.id !== this.ticket.servicePointId && point.state !== 'closed',
    );
    const chosen = (goal: Goal) => JSON.stringify(goal) === JSON.stringify(this.goal);
    const choice = (goal: Goal, name: string, more: string) =>
      html`<foyer-button toggle ?on=${chosen(goal)} @click=${() => (this.goal = goal)}
        >${name}${more ? html`<br /><span class="small">${more}</span>` : ''}</foyer-button
      >`;
    return html`${this.ticket.cameFrom ? html`<foyer-button class="send" icon="undo" @click=${() => this.#sendBack()}>${t('journey.back-to', { name: senderText(this.ticket, view) })}</foyer-button>` : nothing}
      <section>
        <h3>${t('room.transfer-service')}</h3>
        <div class="choices">
          ${services.map((service) => choice({ toServiceId: service.id }, localised(service.name), ''))}
        </div>
      </section>
      <section>
        <h3>${t('room.transfer-room')}</h3>
        <div class="choices">
          ${points.map((point) => choice({ toServicePointId: point.id }, localised(point.name), point.staffName ?? t(`point.${point.state}`)))}
        </div>
      </section>
      <section>
        <h3>${t('room.transfer-place')}</h3>
        <div class="choices">
          ${placements.map((placement) => html`<foyer-button toggle ?on=${this.placement === placement} @click=${() => (this.placement = placement)}>${t(`room.place-${placement}`)}</foyer-button>`)}
        </div>
      </section>
      <foyer-button class="send" kind="strong" icon="transfer" ?disabled=${!this.goal} @click=${() => this.#send()}
        >${t('room.transfer')}</foyer-button
      >`;
  }

  #sendBack(): void {
    askToAct(this, { type: 'return-to-sender', ticketId: this.ticket.id });
  }

  #send(): void {
    if (this.goal)
      askToAct(this, {
        type: 'transfer',
        ticketId: this.ticket.id,
        placement: this.placement,
        ...this.goal,
      });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-choice': TransferChoice;
  }
}

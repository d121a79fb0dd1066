// Why somebody is put elsewhere in the queue: asked before it is done. Fires `close`, and `staff-act` with the move.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { askToAct } from '../../components/act-event.ts';
import '../../components/reason-field.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Move } from '../../data/queues.ts';
import { t } from '../../strings/strings.ts';

@customElement('move-dialog')
export class MoveDialog extends FoyerElement {
  static override styles = [shared, staffStyles];

  @property({ attribute: false }) move!: Move;
  @state() private reason = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { number, before } = this.move;
    const heading = before
      ? t('queues.move-before', { number, other: before.number })
      : t('queues.move-last', { number });
    return html`<staff-dialog
      heading=${heading}
      what=${before ? t('queues.move-class') : ''}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <reason-field
        .suggestions=${[t('queues.reason-unwell'), t('queues.reason-transport'), t('queues.reason-mistake')]}
        .value=${this.reason}
        @reason=${({ detail }: CustomEvent<string>) => (this.reason = detail)}
      ></reason-field>
      <foyer-button slot="acts" @click=${() => this.dialog.leave()}>${t('common.back')}</foyer-button>
      <foyer-button slot="acts" kind="strong" ?disabled=${this.reason.trim() === ''} @click=${() => this.#go()}
        >${t('queues.move')}</foyer-button
      >
    </staff-dialog>`;
  }

  #go(): void {
    const { ticketId, before } = this.move;
    askToAct(this, {
      type: 'move-in-queue',
      ticketId,
      reason: this.reason.trim(),
      ...(before ? { beforeTicketId: before.ticketId } : {}),
    });
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'move-dialog': MoveDialog;
  }
}

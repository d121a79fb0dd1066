// The supervisor's view: every point and every queue of the clinic as they are now. Somebody is put elsewhere in their
// queue with a reason, a point is opened, paused or closed, and alarms stand above it all.

import type { ServicePointId, TicketId } from '@foyer/contracts/ids.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/unconfirmed-card.ts';
import { messagesOf } from '../../data/messages.ts';
import { queuesOf, type Move } from '../../data/queues.ts';
import { maySend } from '../../data/ticket-acts.ts';
import { t } from '../../strings/strings.ts';
import '../room/hand-over-dialog.ts';
import '../room/room-late-dialog.ts';
import '../room/room-state-dialog.ts';
import '../room/room-ticket-dialog.ts';
import './message-dialog.ts';
import './move-dialog.ts';
import './queue-column.ts';
import './queue-points.ts';

@customElement('queues-page')
export class QueuesPage extends StaffPage {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        flex: 1;
        gap: 24px;
        min-height: 0;
        padding: 16px 24px 32px;
        overflow-y: auto;
      }
      .said {
        display: grid;
        gap: 8px;
      }
      .said:not(:has(> *)) {
        display: none;
      }
      .queues {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr));
        gap: 28px 32px;
      }
      .how {
        flex: 1 1 20rem;
        font-size: 0.9375rem;
      }
      :host([shape='small']) main {
        padding-inline: 16px;
      }
    `,
  ];

  @state() private moving: Move | undefined;
  @state() private point: ServicePointId | undefined;
  @state() private asking: 'state' | 'late' | 'leave' = 'state';
  @state() private ticketId: TicketId | undefined;
  @state() private telling = false;

  override render() {
    const { frame, view, session } = this;
    const ticket = this.ticketId === undefined ? undefined : view.tickets[this.ticketId];
    return html`<staff-header .frame=${frame}></staff-header>
      <main
        @staff-act=${this.#act}
        @move-asked=${({ detail }: CustomEvent<Move>) => (this.moving = detail)}
        @point-chosen=${({ detail }: CustomEvent<ServicePointId>) => this.#choose(detail)}
        @open-ticket=${({ detail }: CustomEvent<TicketId>) => (this.ticketId = detail)}
      >
        <h1 class="visually-hidden">${t('page.queues')}</h1>
        <div class="said">
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
        </div>
        <queue-points .frame=${frame}></queue-points>
        <div class="row wrap">
          <p class="how muted">${t('queues.how')}</p>
          ${this.#message()}
        </div>
        <div class="queues">
          ${repeat(
            queuesOf(view, frame.asOf),
            ({ service }) => service.id,
            (queue) => html`<queue-column .frame=${frame} .queue=${queue}></queue-column>`,
          )}
        </div>
      </main>
      ${
        this.moving
          ? html`<move-dialog
              .move=${this.moving}
              @close=${() => (this.moving = undefined)}
              @staff-act=${this.#act}
            ></move-dialog>`
          : nothing
      }
      ${this.point ? this.#ofPoint(this.point) : nothing}
      ${
        this.telling
          ? html`<message-dialog
              .frame=${frame}
              @close=${() => (this.telling = false)}
              @staff-act=${this.#act}
            ></message-dialog>`
          : nothing
      }
      ${
        ticket
          ? html`<room-ticket-dialog
              .frame=${frame}
              .ticket=${ticket}
              servicePointId=${view.me.servicePointId ?? ''}
              @close=${() => (this.ticketId = undefined)}
              @staff-act=${this.#act}
            ></room-ticket-dialog>`
          : nothing
      }`;
  }

  #message() {
    const { view, frame } = this;
    if (!maySend(view.me.roles, 'show-message')) return nothing;
    const count = messagesOf(view, frame.asOf).length;
    return html`<foyer-button icon="display" @click=${() => (this.telling = true)}
      >${count === 0 ? t('message.open') : t('message.open-running', { count })}</foyer-button
    >`;
  }

  #choose(point: ServicePointId): void {
    this.asking = 'state';
    this.point = point;
  }

  #ofPoint(servicePointId: ServicePointId) {
    const { frame } = this;
    const close = () => (this.point = undefined);
    if (this.asking === 'late') {
      return html`<room-late-dialog
        .frame=${frame}
        servicePointId=${servicePointId}
        @close=${close}
        @staff-act=${this.#act}
      ></room-late-dialog>`;
    }
    if (this.asking === 'leave') {
      return html`<hand-over-dialog
        .frame=${frame}
        servicePointId=${servicePointId}
        @close=${close}
        @staff-act=${this.#act}
      ></hand-over-dialog>`;
    }
    return html`<room-state-dialog
      .frame=${frame}
      servicePointId=${servicePointId}
      @close=${() => {
        if (this.asking === 'state') close();
      }}
      @staff-act=${this.#act}
      @running-late=${() => (this.asking = 'late')}
      @leave-room=${() => (this.asking = 'leave')}
    ></room-state-dialog>`;
  }

  #act(event: CustomEvent<CommandBody>): void {
    event.stopPropagation();
    void this.session.act(event.detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queues-page': QueuesPage;
  }
}

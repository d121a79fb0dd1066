// Every service point in one row: open, paused or closed, who works there and whom it has. A touch opens, pauses or closes
// it (`point-chosen`).

import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/state-mark.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('queue-points')
export class QueuePoints extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
        gap: 8px;
      }
      button {
        display: grid;
        align-content: start;
        gap: 2px;
        width: 100%;
        height: 100%;
        min-height: 5.5rem;
        padding: 8px 12px;
        border: 2px solid var(--line);
        border-radius: var(--r1);
        background: var(--raised);
        color: inherit;
        text-align: start;
      }
      .closed {
        border-style: dotted;
        background: none;
        color: var(--muted);
      }
      b {
        overflow-wrap: anywhere;
      }
      span {
        font-size: 0.9375rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;

  override render() {
    const { view } = this.frame;
    return html`<ul aria-label=${t('queues.points')}>
      ${Object.values(view.servicePoints).map(({ id, name, state, staffName, ticketId }) => {
        const number = ticketId === undefined ? undefined : view.tickets[ticketId]?.number;
        return html`<li>
          <button type="button" class=${state} @click=${() => this.#choose(id)}>
            <b>${localised(name)}</b>
            <span>${t(`point.${state}`)}${number ? html`: <b>${number}</b>` : nothing}</span>
            <span class="muted cut">${staffName ?? nothing}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  #choose(servicePointId: ServicePointId): void {
    this.dispatchEvent(new CustomEvent('point-chosen', { detail: servicePointId, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-points': QueuePoints;
  }
  interface HTMLElementEventMap {
    'point-chosen': CustomEvent<ServicePointId>;
  }
}

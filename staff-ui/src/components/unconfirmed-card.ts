// Acts that were touched and that the edge has not answered: a dashed card says what, when, and that it is kept.
// What is answered at once is never shown: the card waits for its time.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { ticketIdIn } from '../data/staff-session.ts';
import { actText } from '../strings/act-text.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';

const SHOW_AFTER_MS = 1_000;

@customElement('unconfirmed-card')
export class UnconfirmedCard extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: 64px;
        padding: 8px 16px;
        border: 2px dashed var(--text);
        border-radius: var(--r1);
      }
      svg {
        flex: none;
        width: 24px;
        height: 24px;
        stroke: currentColor;
        stroke-width: 3;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;

  override render() {
    const { session, view, now } = this.frame;
    const old = session.pending.filter((entry) => performance.now() - entry.since >= SHOW_AFTER_MS);
    if (old.length === 0) return nothing;
    return html`<div role="status">
      <ul>
        ${old.map((entry) => {
          const ticketId = ticketIdIn(entry.command);
          const number = ticketId ? (view.tickets[ticketId]?.number ?? '') : '';
          const time = formatTime(now - (performance.now() - entry.since), view.clinic.zone);
          return html`<li>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 8h3M6.500 8h3M12 8h3" /></svg>
            <span
              ><b>${t('common.touched', { act: actText(entry.type, number), time })}</b
              ><br />${t('common.not-confirmed')}</span
            >
          </li>`;
        })}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unconfirmed-card': UnconfirmedCard;
  }
}

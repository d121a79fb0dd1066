// How long until the number is called, in words and on the path: from now, or from when it was estimated where that is
// a while ago. Nothing where nothing is known.

import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-wait.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { t as sharedText } from '@foyer/ui-kit/strings/strings.ts';
import { plannedText, waitText } from '@foyer/ui-kit/strings/wait-text.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

/** Figures on the path as large as the words beside it. */
const BREADTH = 600;

@customElement('ticket-wait')
export class TicketWait extends FoyerElement {
  static override styles = [
    shared,
    css`
      p {
        font-size: 1rem;
        line-height: 1.35;
        color: var(--muted);
      }
      strong {
        display: block;
        margin-bottom: 8px;
        font-size: 2rem;
        line-height: 1.25;
        letter-spacing: -0.02em;
        text-wrap: balance;
      }
      strong:lang(ar),
      strong:lang(zh) {
        letter-spacing: 0;
      }
      strong:lang(ar) {
        line-height: 1.5;
      }
    `,
  ];

  @property({ attribute: false }) view!: TicketView;

  override render() {
    const { wait, waitAsOf } = this.view;
    if (wait === undefined) return nothing;
    if ('stopped' in wait) return html`<p role="status">${waitText(wait)}</p>`;
    const planned = plannedText(wait);
    return html`<p>
        ${waitAsOf === undefined ? t('wait.from-now') : t('wait.from', { time: formatTime(waitAsOf, undefined) })}
      </p>
      <strong role="status">${waitText(wait)}</strong>
      <foyer-wait
        .from=${wait.fromMinutes}
        .to=${wait.untilMinutes ?? null}
        .breadth=${BREADTH}
        .now=${sharedText('wait.now')}
        .unit=${sharedText('wait.unit')}
      ></foyer-wait>
      ${planned === undefined ? nothing : html`<p>${planned}</p>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-wait': TicketWait;
  }
}

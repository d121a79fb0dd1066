// How long somebody still waits, in words and on the path, and where the figures come from while too little was seen.
// Nothing where nothing is known.

import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-wait.ts';
import { t as sharedText } from '@foyer/ui-kit/strings/strings.ts';
import { plannedText, waitText } from '@foyer/ui-kit/strings/wait-text.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

/** Figures on the path as large as the words around it. */
const BREADTH = 640;

@customElement('wait-line')
export class WaitLine extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 8px;
        font-size: 1.125rem;
      }
      foyer-wait {
        max-width: 26rem;
      }
      small {
        font-size: 1rem;
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) wait: WaitView | undefined;

  override render() {
    const { wait } = this;
    if (wait === undefined) return nothing;
    if ('stopped' in wait) return html`<p>${waitText(wait)}</p>`;
    const planned = plannedText(wait);
    return html`<p><b>${t('wait.from-now', { wait: waitText(wait) })}</b></p>
      <foyer-wait
        .from=${wait.fromMinutes}
        .to=${wait.untilMinutes ?? null}
        .breadth=${BREADTH}
        .now=${sharedText('wait.now')}
        .unit=${sharedText('wait.unit')}
      ></foyer-wait>
      ${planned === undefined ? nothing : html`<small>${planned}</small>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wait-line': WaitLine;
  }
}

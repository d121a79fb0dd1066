// The path of a wait below its words, and where the figures come from while too little was seen.

import '@foyer/ui-kit/elements/foyer-wait.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { t as sharedText } from '@foyer/ui-kit/strings/strings.ts';
import { plannedText } from '@foyer/ui-kit/strings/wait-text.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

@customElement('kiosk-wait')
export class KioskWait extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
        font-size: calc(28px * var(--text-scale));
        line-height: 1.3;
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) wait!: WaitView;

  override render() {
    const { wait } = this;
    if ('stopped' in wait) return nothing;
    const planned = plannedText(wait);
    return html`<foyer-wait
        part=${planned === undefined ? 'path' : 'path of-plan'}
        .from=${wait.fromMinutes}
        .to=${wait.untilMinutes ?? null}
        .now=${sharedText('wait.now')}
        .unit=${sharedText('wait.unit')}
      ></foyer-wait>
      ${planned === undefined ? nothing : html`<p>${planned}</p>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-wait': KioskWait;
  }
}

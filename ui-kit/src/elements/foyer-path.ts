// The path of steps: one line from a dot to a door, the last step being the door. `current` counts from 0; the step
// that is now is the only lit thing beside the lit door.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

@customElement('foyer-path')
export class FoyerPath extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: 26px;
        line-height: 1.25;
      }
      ol {
        position: relative;
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: auto;
        justify-content: space-between;
        column-gap: 1em;
      }
      ol::before {
        content: '';
        position: absolute;
        inset-inline: 0.6em;
        top: calc(0.77em - 2px);
        height: 4px;
        background: var(--text);
      }
      li {
        position: relative;
        min-width: 0;
      }
      li:not(:first-child, :last-child) {
        text-align: center;
      }
      li:last-child {
        text-align: end;
      }
      .mark {
        display: flex;
        align-items: center;
        height: 1.54em;
        margin-bottom: 0.46em;
      }
      li:not(:first-child, :last-child) .mark {
        justify-content: center;
      }
      li:last-child .mark {
        justify-content: flex-end;
      }
      .dot,
      .door {
        position: relative;
        width: 1.23em;
        height: 1.23em;
        border: 4px solid var(--text);
        border-radius: 50%;
        background: var(--surface);
      }
      .door {
        height: 1.54em;
        border-radius: 4px 4px 0 0;
      }
      .door::after {
        content: '';
        position: absolute;
        inset-inline-end: 3px;
        top: 42%;
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--text);
      }
      .done .dot {
        background: var(--text);
      }
      .now {
        font-weight: 700;
      }
      .now .dot,
      .now .door {
        background: var(--accent);
      }
      .now .door::after {
        background: var(--on-accent);
      }
    `,
  ];

  @property({ attribute: false }) steps: readonly string[] = [];
  @property({ type: Number }) current = 0;
  /** What the line is, for readers: "Your way to a number". */
  @property() label = '';

  override render() {
    const last = this.steps.length - 1;
    return html`<ol aria-label=${this.label}>
      ${this.steps.map((step, index) => {
        const place = index < this.current ? 'done' : index === this.current ? 'now' : '';
        return html`<li class=${place} aria-current=${index === this.current ? 'step' : 'false'}>
          <span class="mark"><span class=${index === last ? 'door' : 'dot'}></span></span>${step}
        </li>`;
      })}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-path': FoyerPath;
  }
}

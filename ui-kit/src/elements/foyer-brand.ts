// The clinic's sign and name at the head of a screen: three doors on a floor, until a clinic brings its own logo.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

@customElement('foyer-brand')
export class FoyerBrand extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.6em;
        min-width: 0;
      }
      svg {
        flex: none;
        width: 1.5em;
        height: 1.5em;
        fill: none;
        stroke: currentColor;
        stroke-width: 3;
      }
      span {
        min-width: 0;
        max-height: var(--brand-height, none);
        overflow: hidden;
        text-overflow: ellipsis;
        /* On one line, unless the head of the screen has room for two. */
        white-space: var(--brand-wrap, nowrap);
      }
    `,
  ];

  @property() name = '';

  override render() {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M1 21h22M5 21V9M12 21V2M19 21V12" />
      </svg>
      <span>${this.name}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-brand': FoyerBrand;
  }
}

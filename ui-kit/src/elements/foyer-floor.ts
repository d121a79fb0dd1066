// The floor: one heavy line across the screen, and below it (in its slot) what is always in the same places.
// `broken` = the line to the server is down: the floor breaks into dashes.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

@customElement('foyer-floor')
export class FoyerFloor extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        background: var(--floor);
      }
      .line {
        height: var(--floor-line, 8px);
        background: var(--text);
      }
      :host([broken]) .line {
        background: repeating-linear-gradient(90deg, var(--text) 0 48px, var(--surface) 48px 72px);
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) broken = false;

  override render() {
    return html`<div class="line" part="line"></div>
      <slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-floor': FoyerFloor;
  }
}

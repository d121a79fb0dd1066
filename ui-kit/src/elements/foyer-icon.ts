// One sign. It is decoration beside words and hidden from readers, unless `label` says what it means alone.
// Size: `--icon-size` (1em); weight: `stroke`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';
import { icons, turning, type IconName } from './icons.ts';

@customElement('foyer-icon')
export class FoyerIcon extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        flex: none;
        width: var(--icon-size, 1em);
        height: var(--icon-size, 1em);
        line-height: 0;
      }
      svg {
        width: 100%;
        height: 100%;
        overflow: visible;
        fill: none;
        stroke: currentColor;
        stroke-linecap: square;
        stroke-linejoin: miter;
      }
      .turning:dir(rtl) {
        transform: scaleX(-1);
      }
    `,
  ];

  @property() name: IconName = 'forward';
  @property({ type: Number }) stroke = 2.2;
  @property() label = '';

  override render() {
    return html`<svg
      viewBox="0 0 24 24"
      class=${turning.has(this.name) ? 'turning' : ''}
      stroke-width=${this.stroke}
      role=${this.label ? 'img' : nothing}
      aria-label=${this.label || nothing}
      aria-hidden=${this.label ? nothing : 'true'}
    >
      <path d=${icons[this.name]} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-icon': FoyerIcon;
  }
}

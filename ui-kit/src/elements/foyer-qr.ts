// A QR code as one path on white, with its quiet zone: dark on light in every theme, because readers want it so.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { create } from 'qrcode/lib/core/qrcode.js';
import { FoyerElement, shared } from './foyer-element.ts';

const QUIET = 2;

@customElement('foyer-qr')
export class FoyerQr extends FoyerElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  @property() text = '';
  @property() label = '';

  override render() {
    const { size, data } = create(this.text, { errorCorrectionLevel: 'M' }).modules;
    const squares = Array.from(data, (dark, index) =>
      dark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '',
    ).join('');
    const side = size + 2 * QUIET;
    return html`<svg
      viewBox="${-QUIET} ${-QUIET} ${side} ${side}"
      shape-rendering="crispEdges"
      role="img"
      aria-label=${this.label}
    >
      <path fill="#fff" d="M${-QUIET} ${-QUIET}h${side}v${side}h-${side}z" />
      <path fill="#15191A" d=${squares} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-qr': FoyerQr;
  }
}

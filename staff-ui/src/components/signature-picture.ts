// A signature as it was drawn on the glass, as vectors.

import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Stroke } from '@foyer/contracts/forms.ts';
import { signaturePad } from '@foyer/contracts/signature-measure.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { t } from '../strings/strings.ts';

@customElement('signature-picture')
export class SignaturePicture extends FoyerElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: min(100%, 20rem);
        aspect-ratio: 5 / 2;
        border: 2px solid var(--line);
        border-radius: var(--r1);
        background: var(--raised);
      }
      path {
        fill: none;
        stroke: var(--text);
        stroke-width: 110;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
    `,
  ];

  @property({ attribute: false }) strokes: readonly Stroke[] = [];

  override render() {
    const { width, height } = signaturePad;
    return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${t('forms.signature')}>
      ${this.strokes.map((stroke) => svg`<path d=${pathOf(stroke)} />`)}
    </svg>`;
  }
}

function pathOf(stroke: Stroke): string {
  return `M ${stroke.map((point) => point.join(' ')).join(' L ')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'signature-picture': SignaturePicture;
  }
}

// How a printer is mended, drawn: what is there in the colour of text, what to do with it in that of alarms. It says
// nothing that the words beside it do not say.

import { css, html, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { FaultyState } from '../data/printers.ts';

/** The box of the printer, its front with the slot. */
const body = svg`<path d="M14 52h92v34H14zM22 76h18" /><circle cx="97" cy="77" r="2.5" class="dot" />`;
const lidUp = svg`<path d="M104 52l10-38h5" />`;
const lidHalf = svg`<path d="M104 52 28 30l-2 8" />`;
const lidShut = svg`<path d="M14 52c0-14 8-18 18-18h56c10 0 18 4 18 18M34 40h52" />`;

const drawings: Readonly<Record<FaultyState, TemplateResult>> = {
  'paper-out': svg`${body}${lidUp}
    <g class="act"><circle cx="56" cy="34" r="13" /><circle cx="56" cy="34" r="4" />
      <path d="M46 43c-6 4-14 6-22 6M56 0v15M49 9l7 8 7-8" /></g>`,
  'cover-open': svg`${body}${lidHalf}
    <g class="act"><path d="M50 4v20M41 16l9 10 9-10M6 48l6 5M6 60h8M114 48l-6 5M114 60h-8" /></g>`,
  'printer-jam': svg`${body}${lidUp}
    <g class="act"><path d="M34 51l5-9 6 8 6-10 6 9 6-9 7 10 5-8M55 28V6M47 14l8-9 8 9" /></g>`,
  'printer-offline': svg`${body}${lidShut}
    <g class="act"><rect x="80" y="60" width="18" height="8" rx="2" /><path d="M89 96V80M82 86l7-8 7 8" /></g>`,
  'printer-off': svg`${body}${lidShut}
    <g class="act"><path d="M50 60a9 9 0 1 0 14 0M57 55v11M106 68h6c6 0 6 12 0 12h-6M8 68H2M8 76H2M14 66H9v12h5" /></g>`,
  'printer-mute': svg`${body}${lidShut}
    <g class="act"><path d="M50 60a9 9 0 1 0 14 0M57 55v11" /><path d="M38 22a22 14 0 0 1 38 0M76 12v10H66" /></g>`,
};

@customElement('printer-picture')
export class PrinterPicture extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        width: clamp(72px, 20vw, 120px);
        aspect-ratio: 6 / 5;
        flex: none;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
        fill: none;
        stroke: currentColor;
        stroke-width: 3;
        stroke-linejoin: round;
        overflow: visible;
      }
      .act {
        stroke: var(--alert);
        stroke-width: 4;
      }
      .dot {
        fill: currentColor;
        stroke: none;
      }
    `,
  ];

  @property() state: FaultyState = 'paper-out';

  override render() {
    return html`<svg viewBox="0 0 120 100" aria-hidden="true">${drawings[this.state]}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'printer-picture': PrinterPicture;
  }
}

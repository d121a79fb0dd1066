// The path of a wait: the thick part is the interval in which the door may open. The words beside it carry the
// meaning, so the line is hidden from readers. Turns over in Arabic; the figures on it do not.

import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

const WIDTH = 952;
const INSET = 12;

@customElement('foyer-wait')
export class FoyerWait extends FoyerElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        overflow: visible;
        direction: ltr;
        color: var(--text);
        fill: currentColor;
        font: 28px var(--font);
      }
      .line {
        stroke: currentColor;
        stroke-width: 4;
      }
    `,
  ];

  /** Minutes. */
  @property({ type: Number }) from = 0;
  @property({ type: Number }) to = 0;
  /** Words at the ends of the line: "now" and "min", from the app's strings. */
  @property() now = '';
  @property() unit = '';

  override render() {
    const last = Math.max(60, Math.ceil((this.to * 1.2) / 15) * 15);
    const rtl = getComputedStyle(this).direction === 'rtl';
    const along = (minutes: number) => INSET + ((WIDTH - 2 * INSET) * minutes) / last;
    const x = (minutes: number) => (rtl ? WIDTH - along(minutes) : along(minutes));
    const ticks = Array.from({ length: last / 15 }, (_, index) => (index + 1) * 15);
    const [left, right] = [x(this.from), x(this.to)].toSorted((a, b) => a - b) as [number, number];
    return html`<svg viewBox="0 0 ${WIDTH} 74" aria-hidden="true">
      <path class="line" d="M${INSET} 12H${WIDTH - INSET}" />
      ${[0, ...ticks].map((minutes) => svg`<path class="line" d="M${x(minutes)} 4v16" />`)}
      <circle cx=${x(0)} cy="12" r="12" />
      <rect x=${left} y="0" width=${right - left} height="24" rx="4" />
      <text x=${rtl ? WIDTH : 0} y="59" text-anchor=${rtl ? 'end' : 'start'}>${this.now}</text>
      ${ticks.map((minutes) => {
        const end = minutes === last;
        const anchor = end ? (rtl ? 'start' : 'end') : 'middle';
        const at = end ? (rtl ? INSET : WIDTH - INSET) : x(minutes);
        return svg`<text x=${at} y="59" text-anchor=${anchor}>${end ? `${minutes} ${this.unit}` : minutes}</text>`;
      })}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-wait': FoyerWait;
  }
}

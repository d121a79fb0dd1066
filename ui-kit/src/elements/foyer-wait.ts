// The path of a wait: the thick part is the interval in which the door may open. The words beside it carry the
// meaning, so the line is hidden from readers. Turns over in Arabic; the figures on it do not.

import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

const INSET = 12;
/** About as wide as a letter of the figures. */
const LETTER = 16;
const SHORT_STEP = 15;
const LONG_STEP = 30;
/** Beyond so many minutes a figure at each quarter would touch the next. */
const LONGEST_WITH_QUARTERS = 90;

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
  /** Null: longer than `from`, without an end. */
  @property({ type: Number }) to: number | null = 0;
  /** Words at the ends of the line: "now" and "min", from the app's strings. */
  @property() now = '';
  @property() unit = '';
  /** How many drawn units are as wide as the element: fewer, and the figures are larger. */
  @property({ type: Number }) breadth = 952;

  override render() {
    const { breadth } = this;
    const last = Math.max(60, Math.ceil(((this.to ?? this.from) * 1.2) / LONG_STEP) * LONG_STEP);
    const step = last > LONGEST_WITH_QUARTERS ? LONG_STEP : SHORT_STEP;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const along = (minutes: number) => INSET + ((breadth - 2 * INSET) * minutes) / last;
    const x = (minutes: number) => (rtl ? breadth - along(minutes) : along(minutes));
    const lastWidth = `${last} ${this.unit}`.length * LETTER + LETTER;
    const ticks = Array.from({ length: last / step }, (_, index) => (index + 1) * step);
    const [left, right] = [x(this.from), x(this.to ?? last)].toSorted((a, b) => a - b) as [number, number];
    return html`<svg viewBox="0 0 ${breadth} 74" aria-hidden="true">
      <path class="line" d="M${INSET} 12H${breadth - INSET}" />
      ${[0, ...ticks].map((minutes) => svg`<path class="line" d="M${x(minutes)} 4v16" />`)}
      <circle cx=${x(0)} cy="12" r="12" />
      <rect x=${left} y="0" width=${right - left} height="24" rx="4" />
      <text x=${rtl ? breadth : 0} y="59" text-anchor=${rtl ? 'end' : 'start'}>${this.now}</text>
      ${ticks.map((minutes) => {
        const end = minutes === last;
        if (!end && along(last) - along(minutes) < lastWidth) return nothing;
        const anchor = end ? (rtl ? 'start' : 'end') : 'middle';
        const at = end ? (rtl ? INSET : breadth - INSET) : x(minutes);
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

// The path of people: you (solid), those ahead (rings), the door. For when how many are ahead is known and how long is
// not. Never more than `most` rings: the words beside it carry the count. Turns over in Arabic.

import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

const WIDTH = 952;
const MIDDLE = 40;

@customElement('foyer-ahead')
export class FoyerAhead extends FoyerElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        overflow: visible;
        color: var(--text);
        fill: none;
        stroke: currentColor;
        stroke-width: 4;
      }
      svg:dir(rtl) {
        transform: scaleX(-1);
      }
      .you {
        fill: currentColor;
      }
      .ring {
        fill: var(--surface);
      }
      .door {
        fill: var(--raised);
      }
      :host([lit]) .door {
        fill: var(--accent);
      }
      .handle {
        fill: currentColor;
        stroke: none;
      }
      :host([lit]) .handle {
        fill: var(--on-accent);
      }
    `,
  ];

  @property({ type: Number }) count = 0;
  @property({ type: Number }) most = 14;
  /** Only where this door is the one light of the screen. */
  @property({ type: Boolean, reflect: true }) lit = false;

  override render() {
    const shown = Math.min(this.count, this.most);
    const more = this.count > this.most;
    const room = WIDTH - 140;
    const step = room / (shown + 1);
    const rings = Array.from({ length: shown }, (_, index) => 20 + step * (index + 1));
    return html`<svg viewBox="0 0 ${WIDTH} 80" aria-hidden="true">
      <path
        d="M20 ${MIDDLE}H${WIDTH - 60}"
        stroke-dasharray=${more ? '4 12' : 'none'}
        stroke-linecap=${more ? 'round' : 'butt'}
      />
      <circle class="you" cx="20" cy=${MIDDLE} r="18" />
      ${rings.map((x) => svg`<circle class="ring" cx=${x} cy=${MIDDLE} r="13" />`)}
      <path class="door" d="M${WIDTH - 60} 78V8a6 6 0 0 1 6-6h46a6 6 0 0 1 6 6v70" />
      <circle class="handle" cx=${WIDTH - 16} cy="44" r="5" />
      <path d="M${WIDTH - 84} 78H${WIDTH}" stroke-width="6" />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-ahead': FoyerAhead;
  }
}

// Units of a pool as one bar: what is used is full, what a clinic holds is striped, what is out of account is crossed, what
// came back and is granted to nobody is dotted, and what is left is hollow. Readers get the words beside it.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Part } from '../data/pools.ts';

@customElement('unit-bar')
export class UnitBar extends FoyerElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        height: var(--bar-height, 28px);
        border: 2px solid var(--text);
        border-radius: 6px;
        background: var(--raised);
      }
      :host(:dir(rtl)) svg {
        transform: scaleX(-1);
      }
      .bare svg {
        border-color: transparent;
        background: none;
      }
      .used,
      .edge,
      .dot {
        fill: var(--text);
      }
      .stripe,
      .cross {
        stroke: var(--text);
        stroke-width: 3;
      }
      .cross {
        stroke: var(--alert);
        stroke-width: 2;
      }
      .left {
        fill: none;
      }
    `,
  ];

  @property({ attribute: false }) parts: readonly Part[] = [];
  /** How many units the whole bar stands for. */
  @property({ type: Number }) of = 0;
  /** Without a frame: a part of another bar's length. */
  @property({ type: Boolean }) bare = false;

  override render() {
    let before = 0;
    const pieces = this.parts.map((part) => {
      const piece = this.#piece(part, before);
      before += part.units;
      return piece;
    });
    return html`<div class=${this.bare ? 'bare' : ''}>
      <svg aria-hidden="true">
        <defs>
          <pattern id="held" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="stripe" x1="2" y1="0" x2="2" y2="8"></line>
          </pattern>
          <pattern id="expired" width="8" height="8" patternUnits="userSpaceOnUse">
            <path class="cross" d="M0 0 8 8M8 0 0 8"></path>
          </pattern>
          <pattern id="idle" width="8" height="8" patternUnits="userSpaceOnUse">
            <circle class="dot" cx="4" cy="4" r="1.5"></circle>
          </pattern>
        </defs>
        ${pieces}
      </svg>
    </div>`;
  }

  /** A line stands where one part ends and the next begins. */
  #piece({ kind, units }: Part, before: number) {
    const percent = (count: number) => `${this.of === 0 ? 0 : (count / this.of) * 100}%`;
    const fill = kind === 'held' || kind === 'expired' || kind === 'idle' ? `url(#${kind})` : undefined;
    return svg`<rect class=${kind} x=${percent(before)} width=${percent(units)} height="100%" fill=${fill ?? 'none'}></rect>
      ${before === 0 ? '' : svg`<rect class="edge" x=${percent(before)} width="2" height="100%"></rect>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-bar': UnitBar;
  }
}

// The way to a room, as a long arrow. It shows the building, not the line of reading: it never turns over in Arabic.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isDirection, type Direction } from '../calls/direction.ts';

interface Drawing {
  readonly box: string;
  readonly path: string;
}

const DRAWINGS: Readonly<Record<Direction, Drawing>> = {
  right: { box: '0 0 248 148', path: 'M0 74H224M160 8l68 66-68 66' },
  left: { box: '0 0 248 148', path: 'M248 74H24M88 8 20 74l68 66' },
  ahead: { box: '0 0 148 248', path: 'M74 248V24M8 88 74 20l66 68' },
  back: { box: '0 0 148 248', path: 'M74 0v224M8 160l66 68 66-68' },
  'right-up': { box: '0 0 236 216', path: 'M24 216V118a44 44 0 0 1 44-44h144M148 8l68 66-68 66' },
  'left-up': { box: '0 0 236 216', path: 'M212 216V118a44 44 0 0 0-44-44H24M88 8 20 74l68 66' },
};

@customElement('direction-arrow')
export class DirectionArrow extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        place-items: center;
        min-width: 0;
      }
      svg {
        width: 100%;
        height: 100%;
        fill: none;
        stroke: currentColor;
        stroke-width: 24;
      }
    `,
  ];

  @property() direction = '';
  /** Stands at the left of its box instead of in the middle. */
  @property({ type: Boolean }) start = false;

  override render() {
    if (!isDirection(this.direction)) return nothing;
    const { box, path } = DRAWINGS[this.direction];
    return html`<svg viewBox=${box} preserveAspectRatio=${this.start ? 'xMinYMid' : 'xMidYMid'} aria-hidden="true">
      <path d=${path} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'direction-arrow': DirectionArrow;
  }
}

// The LED signs over doors: dots that are lit, and those that are not, as on the real ones.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { BenchView, ThingsView } from '../../../bench-view.ts';
import { t } from '../strings/strings.ts';
import { glyphColumns, glyphRows, isLit } from './dot-font.ts';

const letters = 4;
const pitch = 10;
const radius = 3.6;
const letterWidth = (glyphColumns + 1) * pitch;

@customElement('number-signs')
export class NumberSigns extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 24px;
      }
      h2 {
        font-size: 20px;
        font-weight: 700;
      }
      figure {
        display: grid;
        gap: 4px;
        margin: 0;
      }
      figcaption {
        font-size: 14px;
      }
      svg {
        display: block;
        width: 184px;
        padding: 8px;
        background: #161310;
        border-radius: 4px;
      }
      circle {
        fill: #332a22;
      }
      .lit {
        fill: #ff7a1a;
      }
      @media (prefers-reduced-motion: no-preference) {
        .flashes .lit {
          animation: flash 0.8s steps(2, jump-none) infinite;
        }
      }
      @keyframes flash {
        to {
          fill: #332a22;
        }
      }
    `,
  ];

  @property({ attribute: false }) signs: BenchView['signs'] = [];
  @property({ attribute: false }) faces: ThingsView['signs'] = {};

  override render() {
    if (this.signs.length === 0) return nothing;
    return html`<h2>${t('signs.title')}</h2>
      ${this.signs.map(({ deviceId, name }) => this.#sign(name, this.faces[deviceId]))}`;
  }

  #sign(name: string, face: ThingsView['signs'][string] | undefined) {
    const number = face?.number ?? '';
    const words = number === '' ? t('signs.dark', { sign: name }) : t('signs.shows', { sign: name, number });
    return html`<figure>
      <svg
        viewBox="0 0 ${letters * letterWidth - pitch} ${glyphRows * pitch}"
        role="img"
        aria-label=${words}
        class=${face?.flashes === true ? 'flashes' : ''}
      >
        ${[...number.padStart(letters)].slice(-letters).map((letter, place) => this.#letter(letter, place))}
      </svg>
      <figcaption>${name}</figcaption>
    </figure>`;
  }

  #letter(letter: string, place: number) {
    const dots = Array.from({ length: glyphColumns * glyphRows }, (_, dot) => {
      const [column, row] = [dot % glyphColumns, Math.floor(dot / glyphColumns)];
      const x = place * letterWidth + (column + 0.5) * pitch;
      return svg`<circle class=${isLit(letter, column, row) ? 'lit' : ''} cx=${x} cy=${(row + 0.5) * pitch} r=${radius} />`;
    });
    return svg`<g>${dots}</g>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'number-signs': NumberSigns;
  }
}

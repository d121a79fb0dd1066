// Where the other clinic is, drawn from two positions: you, the way as the crow flies, its door, and rings of a kilometre
// around you. North is at the top and east at the right in every language.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Position } from '@foyer/contracts/clinic-place.ts';
import { sketchOf, type Point } from '../../session/way.ts';
import { t } from '../../strings/strings.ts';

const FRAME = { width: 640, height: 280, margin: { x: 130, y: 88 } };
/** Closer together than this, the names stand beside the points and not below them. */
const APART = 280;
/** A ring closer than this to the next says nothing. */
const RING_FROM = 28;

@customElement('way-sketch')
export class WaySketch extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        direction: ltr;
        overflow: hidden;
        border-radius: var(--r2);
        background: var(--floor);
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
      }
      .ring {
        fill: none;
        stroke: var(--surface);
        stroke-width: 6;
      }
      .way {
        stroke: var(--text);
        stroke-width: 12;
      }
      .door {
        fill: var(--raised);
        stroke: var(--text);
        stroke-width: 6;
      }
      .floor {
        stroke: var(--text);
        stroke-width: 8;
      }
      .dot {
        fill: var(--text);
      }
      .north {
        fill: none;
        stroke: var(--text);
        stroke-width: 4;
      }
      .name {
        position: absolute;
        max-width: 46%;
        font-size: calc(26px * var(--text-scale));
        line-height: 1.2;
        font-weight: 700;
        overflow-wrap: break-word;
        text-align: center;
        transform: translateX(-50%);
      }
      .name.beside {
        text-align: left;
        transform: translateY(-50%);
      }
    `,
  ];

  @property({ attribute: false }) here!: Position;
  @property({ attribute: false }) there!: Position;
  @property() name = '';

  override render() {
    const { here, there, kilometre } = sketchOf(this.here, this.there, FRAME);
    const isBeside = Math.abs(here.x - there.x) < APART;
    return html`<svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" aria-hidden="true">
        ${this.#rings(here, kilometre)}
        <path class="way" d="M${here.x} ${here.y}L${there.x} ${there.y}" />
        <circle class="dot" cx=${here.x} cy=${here.y} r="22" />
        <path class="door" d="M${there.x - 26} ${there.y}v-72h52v72z" />
        <circle class="dot" cx=${there.x + 13} cy=${there.y - 34} r="6" />
        <path class="floor" d="M${there.x - 48} ${there.y + 3}h96" />
        <path class="north" d="M36 84V28M20 46l16-18 16 18" />
      </svg>
      ${this.#name(t('way.here'), here, 34, isBeside)}
      ${this.name ? this.#name(this.name, there, 16, isBeside) : nothing}`;
  }

  #rings({ x, y }: Point, kilometre: number) {
    const step = kilometre < RING_FROM ? kilometre * 5 : kilometre;
    if (step < RING_FROM) return nothing;
    const count = Math.min(12, Math.floor(FRAME.width / step));
    return Array.from(
      { length: count },
      (_, ring) => svg`<circle class="ring" cx=${x} cy=${y} r=${(ring + 1) * step} />`,
    );
  }

  #name(text: string, { x, y }: Point, below: number, isBeside: boolean) {
    const middle = Math.min(Math.max(x / FRAME.width, 0.24), 0.76);
    const place = isBeside
      ? `left: ${((x + 60) / FRAME.width) * 100}%; top: ${(y / FRAME.height) * 100}%`
      : `left: ${middle * 100}%; top: ${((y + below) / FRAME.height) * 100}%`;
    // As a property: the page's policy takes no style attribute.
    return html`<bdi class="name ${isBeside ? 'beside' : ''}" .style=${place}>${text}</bdi>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'way-sketch': WaySketch;
  }
}

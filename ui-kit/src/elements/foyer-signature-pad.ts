// A pad to draw on with a finger, a pen or a mouse. It keeps strokes as points in the pad's own units and draws them as
// vectors, so that they look the same on every screen; what a sleeve adds beyond the most is left out. Its height is at
// most --pad-height (480px), its edge --pad-border (8px). Fires `foyer-drawn` with all strokes.

import type { Stroke } from '@foyer/contracts/forms.ts';
import { measureSignature, signatureLimits, signaturePad } from '@foyer/contracts/signature-measure.ts';
import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

const { width, height } = signaturePad;
/** Closer points tell nothing more of a line. */
const leastStep = 40;

@customElement('foyer-signature-pad')
export class FoyerSignaturePad extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        width: 100%;
        max-width: calc(var(--pad-height, 480px) * 2.5);
        margin-inline: auto;
      }
      svg {
        display: block;
        width: 100%;
        aspect-ratio: 5 / 2;
        border: var(--pad-border, 8px) solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        touch-action: none;
        cursor: crosshair;
      }
      path {
        fill: none;
        stroke: var(--text);
        stroke-width: 90;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .line {
        stroke: var(--muted);
        stroke-width: 24;
        stroke-dasharray: 120 120;
      }
    `,
  ];

  @property({ attribute: false }) strokes: readonly Stroke[] = [];
  @property() label = '';

  #pointer: number | undefined;

  override render() {
    return html`<svg
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label=${this.label}
      @pointerdown=${(event: PointerEvent) => this.#begin(event)}
      @pointermove=${(event: PointerEvent) => this.#go(event)}
      @pointerup=${(event: PointerEvent) => this.#end(event)}
      @pointercancel=${(event: PointerEvent) => this.#end(event)}
    >
      ${svg`<path class="line" d="M 800 ${height * 0.75} H ${width - 800}" />`}
      ${this.strokes.map((stroke) => svg`<path d=${pathOf(stroke)} />`)}
    </svg>`;
  }

  #begin(event: PointerEvent): void {
    if (this.#pointer !== undefined || !this.#hasRoom()) return;
    this.#pointer = event.pointerId;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drawn([...this.strokes, [pointOf(event)]]);
  }

  #go(event: PointerEvent): void {
    const last = this.strokes.at(-1);
    if (event.pointerId !== this.#pointer || last === undefined || !this.#hasRoom()) return;
    const point = pointOf(event);
    const [x, y] = last.at(-1) ?? point;
    if (Math.hypot(point[0] - x, point[1] - y) < leastStep) return;
    this.#drawn([...this.strokes.slice(0, -1), [...last, point]]);
  }

  #end(event: PointerEvent): void {
    if (event.pointerId === this.#pointer) this.#pointer = undefined;
  }

  #hasRoom(): boolean {
    const { points } = measureSignature(this.strokes);
    return points < signatureLimits.mostPoints && this.strokes.length < signatureLimits.mostStrokes;
  }

  #drawn(strokes: readonly Stroke[]): void {
    this.strokes = strokes;
    this.dispatchEvent(new CustomEvent('foyer-drawn', { detail: strokes }));
  }
}

/** In the pad's units, kept within it. */
function pointOf(event: PointerEvent): [number, number] {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const within = (share: number, most: number) => Math.round(Math.min(1, Math.max(0, share)) * most);
  return [
    within((event.clientX - box.left) / box.width, width),
    within((event.clientY - box.top) / box.height, height),
  ];
}

function pathOf(stroke: Stroke): string {
  const [first = [0, 0], ...rest] = stroke;
  // A lone point is drawn as a dot: a line to itself has round ends.
  const line = rest.length === 0 ? [first] : rest;
  return `M ${first.join(' ')} ${line.map((point) => `L ${point.join(' ')}`).join(' ')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-signature-pad': FoyerSignaturePad;
  }
  interface HTMLElementEventMap {
    'foyer-drawn': CustomEvent<readonly Stroke[]>;
  }
}

// A picture by uPlot: it draws on a canvas and styles by the object model alone, which a strict CSP allows; its few rules
// are ours here. It is drawn anew when its size, its data, its fonts or the light change. Readers get the label.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, type PropertyValues } from 'lit';
import uPlot from 'uplot';

/** For the numbers at the side, and at the other one for half of the last name. */
export const AXIS_PX = 40;
export const MARGIN_PX = 24;
/** Room for one name under the chart. */
const NAME_PX = 56;

export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly hair: string;
  readonly surface: string;
  readonly font: string;
}

export abstract class ChartElement extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
        direction: ltr;
      }
      .u-wrap {
        position: relative;
        user-select: none;
      }
      .u-over,
      .u-under,
      .u-axis {
        position: absolute;
      }
      .u-under {
        overflow: hidden;
      }
      canvas {
        display: block;
        position: relative;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  protected readonly height: number = 232;
  #chart: uPlot | undefined;
  readonly #resized = new ResizeObserver(() => this.#chart?.setSize({ width: this.clientWidth, height: this.height }));
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #redraw = () => this.requestUpdate();

  /** What the picture shows, in a sentence. */
  protected abstract get label(): string;
  /** What is drawn; undefined: nothing. */
  protected abstract drawing(palette: Palette): { options: uPlot.Options; data: uPlot.AlignedData } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#dark.addEventListener('change', this.#redraw);
    void document.fonts.ready.then(this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#dark.removeEventListener('change', this.#redraw);
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  override render() {
    return html`<div role="img" aria-label=${this.label}></div>`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#chart?.destroy();
    this.#chart = undefined;
    const box = this.renderRoot.querySelector('div');
    const drawn = this.drawing(this.#palette);
    if (box && drawn) this.#chart = new uPlot(drawn.options, drawn.data, box);
  }

  protected get isTurned(): boolean {
    return document.documentElement.dir === 'rtl';
  }

  /** What every chart here has in common: no legend, no cursor, room at its sides. */
  protected get frame(): Pick<uPlot.Options, 'width' | 'height' | 'pxAlign' | 'legend' | 'cursor' | 'padding'> {
    return {
      width: this.clientWidth,
      height: this.height,
      pxAlign: 1,
      legend: { show: false },
      cursor: { show: false },
      padding: [24, this.isTurned ? 0 : MARGIN_PX, 0, this.isTurned ? MARGIN_PX : 0],
    };
  }

  /** Names at these places, as many as there is room for. */
  protected namesAxis({ font, muted, text }: Palette, places: readonly number[], names: readonly string[]): uPlot.Axis {
    const every = Math.max(1, Math.ceil((places.length * NAME_PX) / Math.max(1, this.clientWidth - AXIS_PX)));
    return {
      font,
      stroke: muted,
      size: 32,
      gap: 8,
      grid: { show: false },
      ticks: { show: false },
      border: { show: true, stroke: text, width: 2 },
      splits: () => [...places],
      values: (_chart, splits) => splits.map((_, index) => (index % every === 0 ? (names[index] ?? '') : '')),
    };
  }

  /** Whole numbers at the side. */
  protected numbersAxis({ font, muted, hair }: Palette): uPlot.Axis {
    return {
      font,
      stroke: muted,
      size: AXIS_PX,
      gap: 8,
      side: this.isTurned ? 1 : 3,
      grid: { stroke: hair, width: 1 },
      ticks: { show: false },
      incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000],
    };
  }

  get #palette(): Palette {
    const style = getComputedStyle(this);
    const token = (name: string) => style.getPropertyValue(name).trim();
    return {
      text: token('--text'),
      muted: token('--muted'),
      hair: token('--hair'),
      surface: token('--surface'),
      font: `14px ${token('--font')}`,
    };
  }
}

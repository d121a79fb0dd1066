// Arrived and served, people an hour: two bars an hour, and the line of now. Readers get the sentence and the table.
// uPlot draws on a canvas and styles by the object model alone, which a strict CSP allows; its few rules are ours here.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import uPlot from 'uplot';
import { hoursBetween, totals, type Hour } from '../data/day-hours.ts';
import { BAR_SHARE, widestBarPx } from '../data/hour-bars.ts';
import { t } from '../strings/strings.ts';

const HEIGHT = 232;
const FEWEST_HOURS = 6;
/** For the numbers at the side, and at the other one for half of the last hour's name. */
const AXIS_PX = 40;
const MARGIN_PX = 24;

@customElement('hours-chart')
export class HoursChart extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
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

  /** Without gaps, in the order of the day. */
  @property({ attribute: false }) hours: readonly Hour[] = [];
  /** The clinic's clock, hours with a fraction; undefined for another day than today. */
  @property({ type: Number }) now: number | undefined;

  #chart: uPlot | undefined;
  readonly #resized = new ResizeObserver(() => this.#chart?.setSize({ width: this.clientWidth, height: HEIGHT }));
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #redraw = () => this.requestUpdate();

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
    const { arrived, served } = totals(this.hours);
    const label = t('hours.chart', { count: this.hours.length, arrived, served });
    return html`<div role="img" aria-label=${label}></div>`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#chart?.destroy();
    const box = this.renderRoot.querySelector('div');
    if (box && this.hours.length > 0) this.#chart = new uPlot(this.#options(), this.#data(), box);
  }

  #data(): uPlot.AlignedData {
    return [
      this.hours.map((_, index) => index + 0.5),
      // Nought is no bar.
      this.hours.map(({ arrived }) => arrived || null),
      this.hours.map(({ served }) => served || null),
    ];
  }

  #options(): uPlot.Options {
    const colour = (token: string) => getComputedStyle(this).getPropertyValue(token).trim();
    const [text, muted, hair, surface] = [colour('--text'), colour('--muted'), colour('--hair'), colour('--surface')];
    const font = `14px ${colour('--font')}`;
    const first = this.hours[0]!.hour;
    const count = Math.max(this.hours.length, FEWEST_HOURS);
    const most = Math.max(4, ...this.hours.flatMap(({ arrived, served }) => [arrived, served]));
    const widest = widestBarPx(this.clientWidth - AXIS_PX - MARGIN_PX, count);
    // Before and behind the middle of the hour, in whichever direction the hours run.
    const bars = (align: -1 | 1) => uPlot.paths.bars!({ size: [BAR_SHARE, widest], align, gap: 1 });
    const turned = document.documentElement.dir === 'rtl';
    return {
      width: this.clientWidth,
      height: HEIGHT,
      pxAlign: 1,
      legend: { show: false },
      cursor: { show: false },
      padding: [24, turned ? 0 : MARGIN_PX, 0, turned ? MARGIN_PX : 0],
      scales: {
        x: { time: false, range: [0, count], dir: turned ? -1 : 1 },
        y: { range: [0, Math.ceil(most * 1.1)] },
      },
      series: [
        {},
        { stroke: text, width: 2, fill: surface, paths: bars(-1), points: { show: false } },
        { stroke: text, width: 2, fill: text, paths: bars(1), points: { show: false } },
      ],
      axes: [
        {
          font,
          stroke: muted,
          size: 32,
          gap: 8,
          grid: { show: false },
          ticks: { show: false },
          border: { show: true, stroke: text, width: 2 },
          splits: () => Array.from({ length: count + 1 }, (_, index) => index),
          values: (_chart, splits) => {
            const every = Math.max(1, Math.ceil((splits.length * 56) / Math.max(1, this.clientWidth - AXIS_PX)));
            return splits.map((place, index) => (index % every === 0 ? hourLabel(first + place) : ''));
          },
        },
        {
          font,
          stroke: muted,
          size: AXIS_PX,
          gap: 8,
          side: turned ? 1 : 3,
          grid: { stroke: hair, width: 1 },
          ticks: { show: false },
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500],
        },
      ],
      hooks: { draw: [(chart) => this.#drawNow(chart, first, count, text)] },
    };
  }

  #drawNow(chart: uPlot, first: number, count: number, text: string): void {
    if (this.now === undefined) return;
    const place = hoursBetween(first, this.now);
    if (place > count) return;
    const x = Math.round(chart.valToPos(place, 'x', true));
    const { ctx, bbox } = chart;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.fillStyle = text;
    ctx.fillRect(x - ratio, bbox.top - 20 * ratio, 2 * ratio, bbox.height + 20 * ratio);
    ctx.font = `700 ${15 * ratio}px ${getComputedStyle(this).getPropertyValue('--font')}`;
    const beyond = x + 60 * ratio > bbox.left + bbox.width;
    ctx.textAlign = beyond ? 'right' : 'left';
    ctx.fillText(t('hours.now'), x + (beyond ? -8 : 8) * ratio, bbox.top - 8 * ratio);
    ctx.restore();
  }
}

function hourLabel(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

declare global {
  interface HTMLElementTagNameMap {
    'hours-chart': HoursChart;
  }
}

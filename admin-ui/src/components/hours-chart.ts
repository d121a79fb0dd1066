// Arrived and served, people an hour: two bars an hour, and the line of now. Readers get the sentence and the table.

import { customElement, property } from 'lit/decorators.js';
import uPlot from 'uplot';
import { hoursBetween, totals, type Hour } from '../data/day-hours.ts';
import { BAR_SHARE, widestBarPx } from '../data/hour-bars.ts';
import { t } from '../strings/strings.ts';
import { AXIS_PX, ChartElement, MARGIN_PX, type Palette } from './chart-element.ts';

const FEWEST_HOURS = 6;

@customElement('hours-chart')
export class HoursChart extends ChartElement {
  /** Without gaps, in the order of the day. */
  @property({ attribute: false }) hours: readonly Hour[] = [];
  /** The clinic's clock, hours with a fraction; undefined for another day than today. */
  @property({ type: Number }) now: number | undefined;

  protected override get label(): string {
    const { arrived, served } = totals(this.hours);
    return t('hours.chart', { count: this.hours.length, arrived, served });
  }

  protected override drawing(palette: Palette) {
    if (this.hours.length === 0) return undefined;
    const { text, surface } = palette;
    const first = this.hours[0]!.hour;
    const count = Math.max(this.hours.length, FEWEST_HOURS);
    const most = Math.max(4, ...this.hours.flatMap(({ arrived, served }) => [arrived, served]));
    const widest = widestBarPx(this.clientWidth - AXIS_PX - MARGIN_PX, count);
    // Before and behind the middle of the hour, in whichever direction the hours run.
    const bars = (align: -1 | 1) => uPlot.paths.bars!({ size: [BAR_SHARE, widest], align, gap: 1 });
    const places = Array.from({ length: count + 1 }, (_, index) => index);
    const names = places.map((place) => hourLabel(first + place));
    const options: uPlot.Options = {
      ...this.frame,
      scales: {
        x: { time: false, range: [0, count], dir: this.isTurned ? -1 : 1 },
        y: { range: [0, Math.ceil(most * 1.1)] },
      },
      series: [
        {},
        { stroke: text, width: 2, fill: surface, paths: bars(-1), points: { show: false } },
        { stroke: text, width: 2, fill: text, paths: bars(1), points: { show: false } },
      ],
      axes: [this.namesAxis(palette, places, names), this.numbersAxis(palette)],
      hooks: { draw: [(chart) => this.#drawNow(chart, first, count, text)] },
    };
    const data: uPlot.AlignedData = [
      this.hours.map((_, index) => index + 0.5),
      // Nought is no bar.
      this.hours.map(({ arrived }) => arrived || null),
      this.hours.map(({ served }) => served || null),
    ];
    return { options, data };
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

// A hollow bar for the whole and a full one in it for the part, for each day or hour: of waits, what nine of ten and what
// half stayed below; of people, who came and who was served. Readers get the sentence and the table.

import { customElement, property } from 'lit/decorators.js';
import uPlot from 'uplot';
import { AXIS_PX, ChartElement, MARGIN_PX, type Palette } from './chart-element.ts';

/** Undefined: nobody is counted there. */
export interface NestedBar {
  readonly name: string;
  readonly whole: number | undefined;
  readonly part: number | undefined;
}

const WIDEST_PX = 48;
const SHARE = 0.64;
const FEWEST = 7;

@customElement('nested-bars')
export class NestedBars extends ChartElement {
  @property({ attribute: false }) bars: readonly NestedBar[] = [];
  /** What the picture shows, in a sentence. */
  @property() sentence = '';

  protected override get label(): string {
    return this.sentence;
  }

  protected override drawing(palette: Palette) {
    if (this.bars.length === 0) return undefined;
    const { text, surface } = palette;
    const count = Math.max(this.bars.length, FEWEST);
    const most = Math.max(4, ...this.bars.map(({ whole = 0, part = 0 }) => Math.max(whole, part)));
    const widest = Math.min(WIDEST_PX, ((this.clientWidth - AXIS_PX - MARGIN_PX) / count) * SHARE);
    const paths = uPlot.paths.bars!({ size: [SHARE, widest], align: 0 });
    const places = this.bars.map((_, index) => index + 0.5);
    const names = this.bars.map(({ name }) => name);
    const options: uPlot.Options = {
      ...this.frame,
      scales: {
        x: { time: false, range: [0, count], dir: this.isTurned ? -1 : 1 },
        y: { range: [0, Math.ceil(most * 1.1)] },
      },
      series: [
        {},
        { stroke: text, width: 2, fill: surface, paths, points: { show: false } },
        { stroke: text, width: 2, fill: text, paths, points: { show: false } },
      ],
      axes: [this.namesAxis(palette, places, names), this.numbersAxis(palette)],
    };
    const data: uPlot.AlignedData = [
      places,
      // Nought is no bar.
      this.bars.map(({ whole }) => whole || null),
      this.bars.map(({ part }) => part || null),
    ];
    return { options, data };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nested-bars': NestedBars;
  }
}

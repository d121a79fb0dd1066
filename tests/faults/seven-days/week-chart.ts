/** Rows that wait, as a drawn line. The drawing stretches with the page, its words do not. Pure. */

export interface ChartPoint {
  /** From the left, 0 to 1. */
  readonly x: number;
  readonly value: number;
}
export interface ChartLabel {
  readonly x: number;
  readonly text: string;
}
export interface Chart {
  /** What it shows, for who does not see it. */
  readonly caption: string;
  readonly points: readonly ChartPoint[];
  readonly most: number;
  /** Below it, each with a line that goes up from there. */
  readonly labels: readonly ChartLabel[];
}

const width = 1_000;
const height = 300;
const mostPoints = 400;
const steps = 4;

export function drawChart({ caption, points, most, labels }: Chart): string {
  const top = roundUp(most);
  const drawn = thinned(points).map(({ x, value }) => `${at(x)},${up(value, top)}`);
  const area = [`${at(points[0]?.x ?? 0)},${height}`, ...drawn, `${at(points.at(-1)?.x ?? 1)},${height}`];
  const scale = Array.from({ length: steps + 1 }, (_, step) => (top / steps) * step);
  return `<figure class="chart">
<div class="plot">
${scale.map((value) => `<span class="level" style="bottom:${(value / top) * 100}%">${numbers.format(value)}</span>`).join('')}
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${caption}">
${scale.map((value) => `<line class="rule" x1="0" x2="${width}" y1="${up(value, top)}" y2="${up(value, top)}"/>`).join('')}
${labels.map(({ x }) => `<line class="rule" x1="${at(x)}" x2="${at(x)}" y1="0" y2="${height}"/>`).join('')}
<polygon class="area" points="${area.join(' ')}"/><polyline class="line" points="${drawn.join(' ')}"/>
</svg>
${labels.map(({ x, text }) => `<span class="mark" style="left:${x * 100}%">${text}</span>`).join('')}
</div>
<figcaption>${caption}</figcaption>
</figure>`;
}

const numbers = new Intl.NumberFormat('en-GB');

function at(x: number): string {
  return (x * width).toFixed(1);
}

function up(value: number, top: number): string {
  return (height - (value / top) * height).toFixed(1);
}

/** To a number that four steps divide into round ones. */
function roundUp(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(most, steps) / steps));
  const step = [1, 2, 2.5, 5, 10].find((times) => unit * times * steps >= most && Number.isInteger(unit * times)) ?? 10;
  return unit * step * steps;
}

function thinned(points: readonly ChartPoint[]): readonly ChartPoint[] {
  const every = Math.ceil(points.length / mostPoints);
  return points.filter((_, place) => place % every === 0 || place === points.length - 1);
}

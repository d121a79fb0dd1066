/** The few statistics that a figure is made of. All of them refuse an empty list: no sample, no figure. */

export function median(samples: readonly number[]): number {
  return percentile(samples, 50);
}

/** Linear between the two nearest samples, so that the median of two is their middle. */
export function percentile(samples: readonly number[], percent: number): number {
  if (samples.length === 0) throw new RangeError('a percentile needs at least one sample');
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** The median of the ratios of each round: a slow minute of the machine weighs on both sides of it. */
export function medianRatio(values: readonly number[], floors: readonly number[]): number {
  if (values.length !== floors.length) throw new RangeError('each round has a value and a floor');
  return median(values.map((value, round) => value / (floors[round] ?? Number.NaN)));
}

/** Three significant digits, and whole numbers from 1,000 on. */
export function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** A bench: figures, each beside its floor, over interleaved rounds. It passes when it ran. */
import { type Figure, formatFigures, judge } from './figure.ts';
import type { RunOptions } from './run-options.ts';
import type { Runnable, Verdict } from './runner.ts';

export interface BenchOutcome {
  readonly figures: readonly Figure[];
  /** How many rounds the figures are made of. */
  readonly runs: number;
}

export type Bench = Runnable<BenchOutcome>;

export function judgeBench(name: string, outcome: BenchOutcome, options: RunOptions): Verdict {
  const figures = outcome.figures.map((figure) => judge(figure, options.quick));
  return {
    table: formatFigures(figures),
    json: { bench: name, figures, runs: outcome.runs, seed: options.seed },
    passed: true,
  };
}

export function benchThatFailed(
  name: string,
  error: { readonly code: string; readonly message: string },
  options: RunOptions,
): object {
  return { bench: name, figures: [], runs: 0, seed: options.seed, error };
}

/**
 * A fault: breaks something on purpose and counts what the promise cost. It passes only when nothing was
 * lost, duplicated or violated, and when every bug that was planted to test the test was caught.
 */
import { type Figure, formatFigures, formatTable, judge } from '../../bench/kit/figure.ts';
import type { RunOptions } from '../../bench/kit/run-options.ts';
import type { Runnable, Verdict } from '../../bench/kit/runner.ts';

export interface FaultOutcome {
  readonly cycles: number;
  /** Commands that were answered with success. */
  readonly acknowledged?: number;
  readonly lost: number;
  readonly duplicated: number;
  /** One sentence for each broken promise. */
  readonly violations: readonly string[];
  readonly planted?: number;
  readonly caught?: number;
  readonly figures?: readonly Figure[];
}

export type Fault = Runnable<FaultOutcome>;

export function judgeFault(name: string, outcome: FaultOutcome, options: RunOptions): Verdict {
  const { violations, figures: measured, ...counts } = outcome;
  const figures = measured?.map((figure) => judge(figure, options.quick));
  const json = {
    faults: name,
    ...counts,
    violations: violations.length,
    ...(figures === undefined ? {} : { figures }),
    seed: options.seed,
  };
  const shown = { ...counts, violations: violations.length };
  const rows = Object.entries(shown).map(([what, count]) => [what, String(count)]);
  const table = [
    ...violations.slice(0, 20).map((violation) => `violated: ${violation}`),
    formatTable(rows),
    ...(figures === undefined ? [] : ['', formatFigures(figures)]),
  ];
  return { table: table.join('\n'), json, passed: hasPassed(outcome) };
}

/** A run of no cycle proves nothing, and one that missed a planted bug proves that it sees nothing. */
export function hasPassed(outcome: FaultOutcome): boolean {
  return (
    outcome.cycles > 0 &&
    outcome.lost === 0 &&
    outcome.duplicated === 0 &&
    outcome.violations.length === 0 &&
    (outcome.planted ?? 0) === (outcome.caught ?? 0)
  );
}

export function faultThatFailed(
  name: string,
  error: { readonly code: string; readonly message: string },
  options: RunOptions,
): object {
  return {
    faults: name,
    cycles: 0,
    lost: 0,
    duplicated: 0,
    violations: 1,
    seed: options.seed,
    error,
  };
}

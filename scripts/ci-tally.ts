/** Counts for `.ci/run`, read from the reports of its steps. */

export interface Tally {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** What `npm run check` and the quick forms write: one entry for each thing that ran. */
export interface NamedResult {
  readonly name: string;
  readonly ok: boolean;
}

/** The part of Vitest's JSON report that is counted. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export const emptyTally: Tally = { passed: 0, failed: [], skipped: [] };

export function countNamed(report: unknown): Tally {
  const results = report as readonly NamedResult[];
  return {
    passed: results.filter((result) => result.ok).length,
    failed: results.filter((result) => !result.ok).map((result) => result.name),
    skipped: [],
  };
}

/** A file that failed without a failed test of its own (it did not load, or a hook threw) counts once. */
export function countVitest(report: unknown): Tally {
  const tallies = (report as VitestReport).testResults.map((file): Tally => {
    const named = (status: (value: string) => boolean): readonly string[] =>
      file.assertionResults.filter((test) => status(test.status)).map((test) => `${file.name} > ${test.fullName}`);
    const failed = named((status) => status === 'failed');
    return {
      passed: named((status) => status === 'passed').length,
      failed: failed.length === 0 && file.status === 'failed' ? [file.name] : failed,
      skipped: named((status) => status !== 'passed' && status !== 'failed'),
    };
  });
  return sumTallies(tallies);
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.flatMap((tally) => tally.failed),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

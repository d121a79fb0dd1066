/**
 * What `npm run bench` and `npm run faults` share: list the names without one, otherwise run one, print a
 * table for people and one JSON object as the last line.
 */
import { inspect } from 'node:util';
import { RunRefused } from './run-refused.ts';
import { parseRunRequest, type RunOptions } from './run-options.ts';

/** One thing that can be run by its name. */
export interface Runnable<Outcome> {
  readonly name: string;
  /** One line for the list. */
  readonly about: string;
  run(options: RunOptions): Promise<Outcome>;
}

export interface Verdict {
  /** The table for people. */
  readonly table: string;
  /** The last line, as one JSON object. */
  readonly json: object;
  readonly passed: boolean;
}

export interface RunnerParts<Outcome> {
  readonly kind: 'bench' | 'faults';
  readonly runnables: Readonly<Record<string, () => Promise<Runnable<Outcome>>>>;
  readonly judge: (name: string, outcome: Outcome, options: RunOptions) => Verdict;
  readonly failed: (name: string, error: { code: string; message: string }, options: RunOptions) => object;
  readonly print: (line: string) => void;
  readonly defaultSeed: number;
}

/** Resolves with the exit status: 0 passed or listed, 1 failed, 2 not understood. */
export async function runByName<Outcome>(args: readonly string[], parts: RunnerParts<Outcome>): Promise<number> {
  const { kind, runnables, print } = parts;
  const names = Object.keys(runnables);
  const request = parseRunRequest(args, names, parts.defaultSeed);
  if (request.kind === 'list') {
    for (const [name, load] of Object.entries(runnables)) print(`${name.padEnd(18)}${(await load()).about}`);
    print(`\nnpm run ${kind} -- NAME [--seed N] [--cycles N] [--quick]`);
    return 0;
  }
  if (request.kind === 'mistake') {
    print(request.message);
    return 2;
  }
  const runnable = await runnables[request.name]!();
  const options: RunOptions = { ...request.options, say: print };
  print(`${runnable.name}: ${runnable.about} (seed ${options.seed})`);
  try {
    const { table, json, passed } = parts.judge(runnable.name, await runnable.run(options), options);
    print(`\n${table}\n`);
    print(JSON.stringify(json));
    return passed ? 0 : 1;
  } catch (error) {
    const code = error instanceof RunRefused ? error.code : 'run-failed';
    const message = error instanceof Error ? error.message : String(error);
    print(`\n${error instanceof RunRefused ? message : inspect(error)}\n`);
    print(JSON.stringify(parts.failed(runnable.name, { code, message }, options)));
    return 1;
  }
}

/**
 * `npm run check`: everything that can be said about the code without running it. All checks run, whatever
 * the others say; each failed one shows its own output. `--json FILE` also writes the results for CI.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runCommand } from './run-command.ts';

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly durationMs: number;
}

const modules = join(root, 'node_modules');

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

/** A package after the other would leave a core idle, and several threads for each read the same libraries again. */
const typeCheck = [join(modules, '.bin', 'tsc'), '-b', '--pretty', 'false', '--builders', '3', '--checkers', '1'];

/** Each is one program of the lockfile. The two lanes take about as long. */
const lanes: readonly (readonly Check[])[] = [
  [
    { name: 'types', command: typeCheck },
    {
      name: 'architecture',
      command: [process.execPath, join(modules, 'vitest', 'vitest.mjs'), 'run', 'tests/architecture'],
    },
  ],
  [
    { name: 'format', command: [join(modules, '.bin', 'oxfmt'), '--check'] },
    { name: 'lint', command: [join(modules, '.bin', 'oxlint'), '--type-aware'] },
    { name: 'dead code', command: [join(modules, '.bin', 'knip'), '--no-progress'] },
  ],
];

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'string' } } });
  const results: CheckResult[] = [];
  const run = async ({ name, command: [program = '', ...rest] }: Check): Promise<void> => {
    const { status, output, durationMs } = await runCommand(program, rest, { output: 'capture' });
    const ok = status === 0;
    if (!ok) console.log(`\n${output.trimEnd()}\n`);
    console.log(`${ok ? 'passed' : 'FAILED'}  ${name} (${(durationMs / 1000).toFixed(1)} s)`);
    results.push({ name, ok, durationMs });
  };
  const inTurn = async (lane: readonly Check[]): Promise<void> => {
    for (const check of lane) await run(check);
  };
  await Promise.all(lanes.map(inTurn));
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results));
  return results.every((result) => result.ok) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));

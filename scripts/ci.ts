/**
 * The part of `.ci/run` after the installation: `npm run check`, `npm test`, the quick forms. Each step has
 * until the common deadline; what it left undone counts as failed. Skipped tests are listed by name.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countNamed, countVitest, emptyTally, sumTallies, type Tally } from './ci-tally.ts';
import { runCommand } from './run-command.ts';

interface Step {
  readonly name: string;
  readonly command: (reportFile: string) => readonly string[];
  readonly count: (report: unknown) => Tally;
}

const steps: readonly Step[] = [
  {
    name: 'check',
    command: (file) => ['npm', 'run', 'check', '--', '--json', file],
    count: countNamed,
  },
  {
    name: 'test',
    command: (file) => [...['npm', 'test', '--', '--reporter=default', '--reporter=json'], `--outputFile.json=${file}`],
    count: countVitest,
  },
  {
    name: 'quick forms',
    command: (file) => [process.execPath, 'tests/quick-forms.ts', '--json', file],
    count: countNamed,
  },
];

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'seconds-left': { type: 'string', default: '885' } },
  });
  const deadlineMs = performance.now() + Number(values['seconds-left']) * 1000;
  const folder = mkdtempSync(join(tmpdir(), 'foyer-ci-'));
  const tallies: Tally[] = [];
  try {
    for (const [index, step] of steps.entries()) {
      console.log(`\n== ${step.name}`);
      tallies.push(await runStep(step, join(folder, `${index}.json`), deadlineMs));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = sumTallies(tallies);
  console.log('');
  for (const name of total.skipped) console.log(`skipped: ${name}`);
  for (const name of total.failed) console.log(`failed: ${name}`);
  console.log(`${total.passed} passed, ${total.failed.length} failed`);
  return total.failed.length === 0 && total.passed > 0 ? 0 : 1;
}

/** A step that ends badly without a failed item of its own counts as one failure. */
async function runStep(step: Step, reportFile: string, deadlineMs: number): Promise<Tally> {
  const [program = '', ...args] = step.command(reportFile);
  const { status, timedOut } = await runCommand(program, args, { deadlineMs });
  const tally = readReport(step, reportFile);
  if (timedOut) return { ...tally, failed: [...tally.failed, `${step.name}: out of time`] };
  if (status !== 0 && tally.failed.length === 0) return { ...tally, failed: [`${step.name}: exit status ${status}`] };
  return tally;
}

function readReport(step: Step, reportFile: string): Tally {
  try {
    return step.count(JSON.parse(readFileSync(reportFile, 'utf8')));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...emptyTally, failed: [`${step.name}: no report (${message})`] };
  }
}

process.exitCode = await main(process.argv.slice(2));

/**
 * The quick form of every bench and fault, three at a time over one built tree, each in a process of its own:
 * that they run, and that what they promise holds for as long as CI has time. `--json FILE` writes the results.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benches } from './bench/benches.ts';
import { faults } from './faults/faults.ts';

const longestMs = 60_000;
const atOnce = 3;
/** They share most of their modules, and those of the servers that they start. */
const compileCache = join(import.meta.dirname, '../node_modules/.cache/foyer-quick-forms');

interface QuickResult {
  readonly name: string;
  readonly ok: boolean;
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const results: QuickResult[] = [];
const runs = [
  ...Object.keys(benches).map((name) => ['bench', name] as const),
  ...Object.keys(faults).map((name) => ['faults', name] as const),
];
// Much of each is waiting, for a disk or a process to be ready; what they measure here is not quoted.
await Promise.all(Array.from({ length: atOnce }, () => runRest()));
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/** Takes what is next until nothing is left. */
async function runRest(): Promise<void> {
  for (let next = runs.shift(); next !== undefined; next = runs.shift()) {
    const [kind, name] = next;
    const startedAt = performance.now();
    const { ok, output } = await runQuickly(kind, name);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${ok ? 'passed' : 'FAILED'}  ${kind} ${name} (${seconds} s)`);
    if (!ok) console.log(output);
    results.push({ name: `${kind} ${name}`, ok });
  }
}

function runQuickly(kind: 'bench' | 'faults', name: string): Promise<{ ok: boolean; output: string }> {
  const runner = join(import.meta.dirname, kind, 'run.ts');
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const options = { timeout: longestMs, maxBuffer: 64 * 1024 * 1024, env };
  return new Promise((resolve) => {
    execFile(process.execPath, [runner, name, '--quick'], options, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` });
    });
  });
}

/**
 * Printers that refuse, hang, break off, run out of paper, stand open, jam, answer slowly or not at all, and come back, while
 * people take numbers at kiosks: every number is one person's, nobody loses a place, nothing is printed after its time to
 * live, and every job's end is known. The edge, its spool and the sockets are real; the same judge has to catch bugs that
 * are planted into their sources.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { plantedPrinting } from '../bench/kit/planted-printing.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { type Variant, variantOptions } from '../bench/kit/source-variant.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { type PaperVerdict, verdictOfAll } from './kit/paper-judge.ts';
import type { PrinterRun } from './kit/printer-run.ts';

/** A clinic's day is one house: a queue of thousands that nobody calls is no clinic's, and makes an edge slow. */
const full = { scripts: 2_000, kiosks: 24, planted: 120, perHouse: 120 };
/** As many processes as most machines have cores for. */
const housesAtOnce = 2;
/** The judge has tests of its own that catch what is wrong. */
const quick = { scripts: 4, kiosks: 4, planted: 0, perHouse: 4 };
const bugs = Object.keys(plantedPrinting) as (keyof typeof plantedPrinting)[];

export const printer: Fault = {
  name: 'printer',
  about: 'printers that fail in every way while numbers are given: every job has a known end, and no number two people',
  run: runPrinters,
};

async function runPrinters(options: RunOptions): Promise<FaultOutcome> {
  const { kiosks, planted, scripts: usual, perHouse } = options.quick ? quick : full;
  const scripts = options.cycles ?? usual;
  const whole = await runHouses(options.seed, { scripts, kiosks, perHouse });
  let caught = 0;
  const variants = planted === 0 ? [] : bugs;
  for (const variant of variants) {
    const { lost, duplicated, violations } = await runScripts(options.seed, planted, kiosks, variant);
    const count = lost + duplicated + violations.length;
    options.say(`${variant}: ${count === 0 ? 'NOT caught' : `caught, ${count} times: ${violations[0] ?? ''}`}`);
    if (count > 0) caught += 1;
  }
  const { issued, printed, reprinted, givenUp, unknown, lost, duplicated, violations } = whole;
  return {
    cycles: scripts,
    acknowledged: issued,
    lost,
    duplicated,
    violations,
    planted: variants.length,
    caught,
    figures: [
      { name: 'sheets that are printed', value: printed, unit: '' },
      { name: 'asked for once more', value: reprinted, unit: '' },
      { name: 'given up', value: givenUp, unit: '' },
      { name: 'of which nobody knows', value: unknown, unit: '' },
    ],
  };
}

/** Scripts in houses one after the other, each from a seed of its own, and what the judge says of all of them. */
async function runHouses(
  seed: number,
  { scripts, kiosks, perHouse }: { readonly scripts: number; readonly kiosks: number; readonly perHouse: number },
): Promise<PaperVerdict> {
  const verdicts: PaperVerdict[] = [];
  let house = 0;
  const runRest = async (): Promise<void> => {
    for (let first = house * perHouse; first < scripts; first = house * perHouse) {
      const own = seed + house++;
      verdicts.push(await runScripts(own, Math.min(perHouse, scripts - first), kiosks));
    }
  };
  await Promise.all(Array.from({ length: housesAtOnce }, runRest));
  return verdictOfAll(verdicts);
}

function runScripts(seed: number, scripts: number, kiosks: number, variant?: Variant): Promise<PrinterRun> {
  const file = join(import.meta.dirname, 'kit', 'printer-run.ts');
  const execArgv = variant === undefined ? [] : [...variantOptions(variant)];
  const child = fork(file, [seed, scripts, kiosks].map(String), { execArgv });
  return new Promise((resolve, reject) => {
    let run: PrinterRun | undefined;
    child.once('message', (report: PrinterRun) => (run = report));
    child.once('exit', (code) => (run === undefined ? reject(new Error(`printers ended with ${code}`)) : resolve(run)));
  });
}

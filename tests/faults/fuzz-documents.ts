/**
 * A million mutated scans, documents and byte streams over the decoders, the printer's encoder and the virtual
 * printer's parser, guided by coverage: nothing is thrown, nothing is half read, no field of a document spells a
 * printer's command, and no input costs more steps than its length allows. The same search has to find bugs that are
 * planted into the sources. What reached something new in a long run is kept beside this file, and begins every run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plantedDecoders } from '../bench/kit/planted-decoders.ts';
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Variant } from '../bench/kit/source-variant.ts';
import { BlockCoverage } from './kit/block-coverage.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { fuzz } from './kit/fuzz-run.ts';
import { fuzzTargets, targetWith, watchedSources } from './kit/fuzz-targets.ts';

type Corpus = Readonly<Record<string, readonly string[]>>;

const fullInputs = 1_000_000;
const quickInputs = 1_500;
/** Each planted bug has to be found within so many of the inputs of its target. */
const plantedInputs = 20_000;
const longestKept = 1_500;
const plants: readonly Variant[] = Object.keys(plantedDecoders) as Variant[];
const corpusFile = join(import.meta.dirname, 'corpus', 'documents.json');

export const fuzzDocuments: Fault = {
  name: 'fuzz-documents',
  about: 'mutated documents, codes and byte streams: a coded refusal, never half a document, never a crash',
  run: runFuzz,
};

async function runFuzz(options: RunOptions): Promise<FaultOutcome> {
  const wanted = options.cycles ?? (options.quick ? quickInputs : fullInputs);
  const corpus = JSON.parse(readFileSync(corpusFile, 'utf8')) as Corpus;
  const coverage = new BlockCoverage((url) => watchedSources.some((source) => url.includes(source)));
  coverage.start();
  try {
    const targets = await fuzzTargets();
    const found = targets.map((target) => {
      const inputs = Math.ceil(wanted * target.share);
      const known = [...target.seeds, ...(corpus[target.name] ?? [])];
      const findings = fuzz({ target, corpus: known, inputs, random: createRandom(options.seed), coverage });
      options.say(`${target.name}: ${findings.inputs} inputs, ${findings.kept.length} of them to somewhere new`);
      return { ...findings, name: target.name };
    });
    const { signs } = coverage;
    if (!options.quick) keep(corpus, found);
    return {
      cycles: found.reduce((sum, { inputs }) => sum + inputs, 0),
      lost: 0,
      duplicated: 0,
      violations: found.flatMap(({ violations }) => violations),
      planted: plants.length,
      caught: await plantedAndCaught(options, corpus, coverage),
      figures: [{ name: 'source reached', value: signs, unit: 'signs' }],
    };
  } finally {
    coverage.stop();
  }
}

async function plantedAndCaught(options: RunOptions, corpus: Corpus, coverage: BlockCoverage): Promise<number> {
  let caught = 0;
  for (const plant of plants) {
    const target = await targetWith(plant);
    const { violations } = fuzz({
      target,
      corpus: [...target.seeds, ...(corpus[target.name] ?? [])],
      inputs: plantedInputs,
      random: createRandom(options.seed),
      coverage,
      untilFound: true,
    });
    options.say(`${plant}: ${violations[0] ?? 'not seen'}`);
    if (violations.length > 0) caught += 1;
  }
  return caught;
}

/** Long ones would be looked at in every run from now on, and a short one goes the same way before long. */
function keep(corpus: Corpus, found: readonly { readonly name: string; readonly kept: readonly string[] }[]): void {
  const short = found.map(({ name, kept }) => ({ name, kept: kept.filter((input) => input.length <= longestKept) }));
  if (short.every(({ kept }) => kept.length === 0)) return;
  const grown = Object.fromEntries(short.map(({ name, kept }) => [name, [...(corpus[name] ?? []), ...kept]]));
  writeFileSync(corpusFile, `${JSON.stringify(grown, undefined, 2).replace(/[^ -~\n]/gu, escaped)}\n`);
}

/** What an editor would show as something else, or not at all. */
function escaped(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

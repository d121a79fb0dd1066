import { describe, expect, it } from 'vitest';
import { faults } from '../../faults/faults.ts';
import { faultThatFailed, type FaultOutcome, judgeFault } from '../../faults/kit/fault.ts';
import { benches } from '../benches.ts';
import { type BenchOutcome, benchThatFailed, judgeBench } from './bench.ts';
import { parseRunRequest } from './run-options.ts';
import { RunRefused } from './run-refused.ts';
import { runByName } from './runner.ts';

const clean: FaultOutcome = { cycles: 3, acknowledged: 9, lost: 0, duplicated: 0, violations: [] };

async function runFault(outcome: FaultOutcome | Error, ...words: readonly string[]) {
  const lines: string[] = [];
  const status = await runByName(['kill', ...words], {
    kind: 'faults',
    runnables: {
      kill: async () => ({
        name: 'kill',
        about: 'kills',
        run: async () => {
          if (outcome instanceof Error) throw outcome;
          return outcome;
        },
      }),
    },
    judge: judgeFault,
    failed: faultThatFailed,
    print: (line) => lines.push(line),
    defaultSeed: 5,
  });
  return { status, json: JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

async function runBench(outcome: BenchOutcome, ...words: readonly string[]) {
  const lines: string[] = [];
  const status = await runByName(['boot', ...words], {
    kind: 'bench',
    runnables: { boot: async () => ({ name: 'boot', about: 'boots', run: async () => outcome }) },
    judge: judgeBench,
    failed: benchThatFailed,
    print: (line) => lines.push(line),
    defaultSeed: 5,
  });
  return { status, lines, json: JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

describe.each([
  ['bench', benches],
  ['fault', faults],
])('each %s', (_kind, table: Readonly<Record<string, () => Promise<{ readonly name: string }>>>) => {
  it('has the name that it is asked for by', async () => {
    const names = await Promise.all(Object.values(table).map(async (load) => (await load()).name));
    expect(names).toEqual(Object.keys(table));
  });
});

describe('a fault run', () => {
  it('passes when nothing was lost, duplicated or violated', async () => {
    const { status, json } = await runFault(clean);
    expect(status).toBe(0);
    expect(json).toEqual({
      ...{ faults: 'kill', cycles: 3, acknowledged: 9, lost: 0, duplicated: 0 },
      ...{ violations: 0, seed: 5 },
    });
  });

  it.each([
    ['a lost command', { lost: 1 }],
    ['a duplicated command', { duplicated: 1 }],
    ['a broken promise', { violations: ['answered too early'] }],
    ['a planted bug that it did not catch', { planted: 2, caught: 1 }],
    ['no cycle at all', { cycles: 0 }],
  ])('fails for %s', async (_, change) => {
    const { status } = await runFault({ ...clean, ...change });
    expect(status).toBe(1);
  });

  it('passes when every planted bug was caught', async () => {
    expect((await runFault({ ...clean, planted: 2, caught: 2 })).status).toBe(0);
  });

  it('fails with its code where it cannot be made', async () => {
    const refused = new RunRefused('trace-not-permitted', 'strace may not attach here');
    const { status, json } = await runFault(refused);
    expect(status).toBe(1);
    expect(json).toMatchObject({ violations: 1, error: { code: 'trace-not-permitted' } });
  });

  it('fails when it throws', async () => {
    expect((await runFault(new Error('the edge did not start'))).status).toBe(1);
  });
});

describe('a bench run', () => {
  const figure = { name: 'ready', value: 1.23456, unit: 's', floor: 1, ratio: 1.61 };
  const goal = { of: 'ratio', op: '<=', bound: 1.6 } as const;

  it('says whether a goal is met, and passes either way', async () => {
    const { status, json } = await runBench({ figures: [{ ...figure, goal }], runs: 5 });
    expect(status).toBe(0);
    expect(json).toEqual({
      bench: 'boot',
      figures: [{ ...figure, value: 1.23, goal, met: false }],
      runs: 5,
      seed: 5,
    });
  });

  it('has no goals in its quick form', async () => {
    const { json } = await runBench({ figures: [{ ...figure, goal }], runs: 5 }, '--quick');
    expect(json['figures']).toEqual([{ ...figure, value: 1.23 }]);
  });

  it('judges by the exact number', async () => {
    const exact = { ...figure, ratio: 1.6001, goal };
    const { json } = await runBench({ figures: [exact], runs: 5 });
    expect(json['figures']).toMatchObject([{ ratio: 1.6, met: false }]);
  });
});

describe('the words of a run', () => {
  const parse = (...args: readonly string[]) => parseRunRequest(args, ['boot', 'check-in'], 42);

  it('list without a name', () => {
    expect(parse()).toEqual({ kind: 'list' });
    expect(parse('--quick')).toEqual({ kind: 'list' });
  });

  it('are a name, a seed, a length and a form', () => {
    expect(parse('boot', '--seed', '7', '--cycles', '30', '--quick')).toEqual({
      kind: 'run',
      name: 'boot',
      options: { seed: 7, cycles: 30, quick: true },
    });
    expect(parse('boot')).toMatchObject({ options: { seed: 42, quick: false } });
  });

  it.each([
    [['bot']],
    [['boot', 'check-in']],
    [['boot', '--seed', 'x']],
    [['boot', '--cycles', '0']],
    [['boot', '--cycles', '-1']],
    [['boot', '--fast']],
  ])('are refused when they make no sense: %j', (args) => {
    expect(parse(...args)).toMatchObject({ kind: 'mistake' });
  });
});

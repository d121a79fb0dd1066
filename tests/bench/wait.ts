/**
 * How good the foretold waits are, in simulated clinics: ours beside the ways in which queues are usually foretold, and
 * beside the limit, which knows the true distributions and the roster. Every wait that is not over at once is foretold
 * when it begins, from the first of the first day on, when ours knows nothing but the clinic's plan.
 *
 * The clinics are in `simulation/cells.json`; `WAIT_CELLS` names another file of that form. `--cycles` is the number of
 * seeds of each.
 */
import { resolve } from 'node:path';
import { nameOf, readCells, usualCellFile, type Cell } from '../simulation/cells.ts';
import {
  addedTally,
  emptyTally,
  limitName,
  otherNames,
  ownName,
  type Tally,
  type Tallies,
} from '../simulation/run-cell.ts';
import { runCells } from '../simulation/run-cells.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { type Figure, formatTable } from './kit/figure.ts';
import type { RunOptions } from './kit/run-options.ts';

export const wait: Bench = {
  name: 'wait',
  about: 'how long people wait, foretold: ours, four others and the limit, in simulated clinics',
  run: measure,
};

/** A small clinic, a large one and one that comes to more than it can do. */
const quickCells: readonly Partial<Cell>[] = [
  { practitioners: 1, load: 0.8 },
  { practitioners: 3, load: 0.9 },
  { practitioners: 2, load: 1.1 },
];
const quickSeeds = 2;

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const named = process.env['WAIT_CELLS'];
  const { usual, beliefs, ...file } = readCells(named === undefined ? usualCellFile : resolve(named));
  const cells = options.quick ? quickCells.map((changed) => ({ ...usual, ...changed })) : file.cells;
  const seeds = options.quick ? quickSeeds : (options.cycles ?? file.seeds);
  const tallies = await runCells(cells, beliefs, { seeds, firstSeed: options.seed });
  const rows = cells.map((cell, index) => rowOf(nameOf(cell, usual), tallies[index]!, beliefs));
  options.say(
    `${cells.length} clinics, ${seeds} seeds each, simulated; root mean square error in minutes, limit first:`,
  );
  options.say(formatTable([headOf(beliefs), ...rows]));
  const right = beliefs.filter((belief) => belief === 1);
  const wrong = beliefs.filter((belief) => belief !== 1);
  return {
    runs: seeds,
    figures: [
      error('error with a right plan (simulated)', tallies, right, 1.15),
      ...errorsOfClinics('with a right plan (simulated)', tallies, right, 1.15),
      error('error with a wrong plan (simulated)', tallies, wrong, 1.25),
      ...errorsOfClinics('with a wrong plan (simulated)', tallies, wrong, 1.25),
      {
        name: 'clinics where ours is the best (simulated)',
        value: 100 * shareWhereBest(tallies, beliefs),
        unit: '%',
        goal: { of: 'value', op: '>=', bound: 90 },
      },
      withinFive('within 5 minutes with a right plan (simulated)', tallies, right),
      withinFive('within 5 minutes with a wrong plan (simulated)', tallies, wrong),
      coverage('P20 to P80 hold, with a right plan (simulated)', tallies, right),
      coverageOff('P20 to P80 off 60 %, with a right plan (simulated)', tallies, right),
      coverage('P20 to P80 hold, with a wrong plan (simulated)', tallies, wrong),
      coverageOff('P20 to P80 off 60 %, with a wrong plan (simulated)', tallies, wrong),
      bias('told minus waited, with a right plan (simulated)', tallies, right),
      bias('told minus waited, with a wrong plan (simulated)', tallies, wrong),
      ...others(tallies, beliefs),
    ],
  };
}

function headOf(beliefs: readonly number[]): readonly string[] {
  return ['clinic', 'waits', 'limit', ...beliefs.flatMap((belief) => [`ours ${belief}`, 'holds %', 'best other'])];
}

function rowOf(name: string, tallies: Tallies, beliefs: readonly number[]): readonly string[] {
  const limit = of(tallies, limitName);
  return [
    name,
    String(limit.waits),
    rmse(limit).toFixed(1),
    ...beliefs.flatMap((belief) => {
      const own = of(tallies, ownName(belief));
      return [rmse(own).toFixed(1), (100 * held(own)).toFixed(0), Math.min(...otherErrors(tallies, belief)).toFixed(1)];
    }),
  ];
}

/** Over all waits of all clinics alike. */
function error(name: string, tallies: readonly Tallies[], beliefs: readonly number[], bound: number): Figure {
  const own = ownSum(tallies, beliefs);
  const limit = sumOf(tallies.map((each) => of(each, limitName)));
  const ratio = rmse(own) / rmse(limit);
  return { name, value: rmse(own), unit: 'min', floor: rmse(limit), ratio, goal: { of: 'ratio', op: '<=', bound } };
}

/** Each clinic against the limit in it, so that those with long waits weigh no more than the others. */
function errorsOfClinics(
  name: string,
  tallies: readonly Tallies[],
  beliefs: readonly number[],
  bound: number,
): readonly Figure[] {
  const ratios = tallies.flatMap((each) =>
    beliefs.map((belief) => rmse(of(each, ownName(belief))) / rmse(of(each, limitName))),
  );
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  return [
    { name: `mean of the clinics’ ratios ${name}`, value: mean, unit: '', goal: { of: 'value', op: '<=', bound } },
    { name: `largest ratio of a clinic ${name}`, value: Math.max(...ratios), unit: '' },
  ];
}

function withinFive(name: string, tallies: readonly Tallies[], beliefs: readonly number[]): Figure {
  const share = ({ withinFive: near, waits }: Tally): number => (100 * near) / waits;
  const value = share(ownSum(tallies, beliefs));
  const floor = share(sumOf(tallies.map((each) => of(each, limitName))));
  return { name, value, unit: '%', floor, ratio: value / floor, goal: { of: 'ratio', op: '>=', bound: 0.95 } };
}

function coverage(name: string, tallies: readonly Tallies[], beliefs: readonly number[]): Figure {
  return { name, value: 100 * held(ownSum(tallies, beliefs)), unit: '%' };
}

function coverageOff(name: string, tallies: readonly Tallies[], beliefs: readonly number[]): Figure {
  const value = Math.abs(100 * held(ownSum(tallies, beliefs)) - 60);
  return { name, value, unit: 'points', goal: { of: 'value', op: '<=', bound: 3 } };
}

function bias(name: string, tallies: readonly Tallies[], beliefs: readonly number[]): Figure {
  const mean = ({ errors, waits }: Tally): number => errors / waits;
  const floor = mean(sumOf(tallies.map((each) => of(each, limitName))));
  return { name, value: mean(ownSum(tallies, beliefs)), unit: 'min', floor };
}

function others(tallies: readonly Tallies[], beliefs: readonly number[]): readonly Figure[] {
  const floor = rmse(sumOf(tallies.map((each) => of(each, limitName))));
  return [...new Set(beliefs.flatMap(otherNames))].map((name) => {
    const value = rmse(sumOf(tallies.map((each) => of(each, name))));
    return { name: `error of ${name} (simulated)`, value, unit: 'min', floor, ratio: value / floor };
  });
}

function shareWhereBest(tallies: readonly Tallies[], beliefs: readonly number[]): number {
  const contests = tallies.flatMap((each) => beliefs.map((belief) => ({ each, belief })));
  const won = contests.filter(
    ({ each, belief }) => rmse(of(each, ownName(belief))) < Math.min(...otherErrors(each, belief)),
  );
  return won.length / contests.length;
}

function otherErrors(tallies: Tallies, belief: number): readonly number[] {
  return otherNames(belief).map((name) => rmse(of(tallies, name)));
}

function ownSum(tallies: readonly Tallies[], beliefs: readonly number[]): Tally {
  return sumOf(tallies.flatMap((each) => beliefs.map((belief) => of(each, ownName(belief)))));
}

function sumOf(list: readonly Tally[]): Tally {
  return list.reduce(addedTally, emptyTally);
}

function of(tallies: Tallies, name: string): Tally {
  return tallies[name] ?? emptyTally;
}

function rmse({ squares, waits }: Tally): number {
  return Math.sqrt(squares / waits);
}

function held({ within, waits }: Tally): number {
  return within / waits;
}

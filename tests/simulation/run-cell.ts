/** One clinic over some days, foretold by everybody beside each other: what each was off by. */
import { createRandom } from '@foyer/domain/wait-estimate/random.ts';
import type { Cell } from './cells.ts';
import { makeDay } from './clinic-day.ts';
import { limit, ours, type Prediction, type Predictor } from './predictors.ts';
import { runDay } from './run-day.ts';
import { arrivalsPerHour, minute, truthOf } from './truth.ts';
import { lastToEnterService, positionTimesConstant, queueLength, rollingMean } from './usual-predictors.ts';

/** Sums over all who waited and were called, so that those of several runs can be added. */
export interface Tally {
  readonly waits: number;
  readonly squares: number;
  readonly errors: number;
  readonly withinFive: number;
  /** Of those who were given an interval. */
  readonly within: number;
}

export const emptyTally: Tally = { waits: 0, squares: 0, errors: 0, withinFive: 0, within: 0 };

/** By the predictor's name; those that begin with a plan, once for each belief. */
export type Tallies = Readonly<Record<string, Tally>>;

export const limitName = 'limit';
const named = { own: 'ours', constant: 'position times a constant', length: 'queue length' } as const;
export const ownName = (belief: number): string => `${named.own} ${belief}`;

/** Of the others: those who begin with no plan, and those who begin with this one. */
export function otherNames(belief: number): readonly string[] {
  return ['rolling mean', 'last to enter service', `${named.constant} ${belief}`, `${named.length} ${belief}`];
}

/** Large clinics show as much in fewer days. Waits of one day are much alike: some of them tell as much as all. */
const leastTickets = 200;
const foretoldTickets = 120;
const leastDays = 2;

export function runCell(cell: Cell, beliefs: readonly number[], seed: number): Tallies {
  const random = createRandom(seed);
  const paces = Array.from({ length: cell.practitioners }, () => Math.exp(cell.paceSpread * random.normal()));
  const truth = truthOf(cell, paces, random);
  const predictors = new Map<string, Predictor>([
    [limitName, limit(cell, paces, seed + 1)],
    ['rolling mean', rollingMean()],
    ['last to enter service', lastToEnterService()],
  ]);
  for (const belief of beliefs) {
    predictors.set(ownName(belief), ours(cell, belief, seed + 2));
    predictors.set(`${named.constant} ${belief}`, positionTimesConstant(cell, belief));
    predictors.set(`${named.length} ${belief}`, queueLength(cell, belief));
  }
  const tickets = arrivalsPerHour(cell) * cell.openHours;
  const days = Math.max(leastDays, Math.ceil(leastTickets / tickets));
  const share = foretoldTickets / (days * tickets);
  const some = createRandom(seed + 3);
  const tallies: Record<string, Tally> = {};
  const foretold = new Map<string, Map<string, Prediction>>();
  const recorder = {
    waits(...[visitor, now]: Parameters<Predictor['predict']>) {
      if (some.next() >= share) return;
      foretold.set(visitor.id, new Map([...predictors].map(([name, each]) => [name, each.predict(visitor, now)])));
    },
    called({ id }: { readonly id: string }, waitedMs: number) {
      for (const [name, prediction] of foretold.get(id) ?? []) {
        tallies[name] = withWait(tallies[name] ?? emptyTally, prediction, waitedMs);
      }
    },
  };
  for (let day = 1; day <= days; day += 1) {
    runDay(truth, makeDay(truth, day, random), [recorder, ...predictors.values()]);
  }
  return tallies;
}

function withWait(tally: Tally, { meanMs, medianMs, interval }: Prediction, waitedMs: number): Tally {
  const error = (meanMs - waitedMs) / minute;
  const isWithin = interval !== undefined && interval.fromMs <= waitedMs && waitedMs <= interval.untilMs;
  return {
    waits: tally.waits + 1,
    squares: tally.squares + error ** 2,
    errors: tally.errors + error,
    withinFive: tally.withinFive + (Math.abs(medianMs - waitedMs) <= 5 * minute ? 1 : 0),
    within: tally.within + (isWithin ? 1 : 0),
  };
}

export function added(a: Tallies, b: Tallies): Tallies {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, addedTally(a[name] ?? emptyTally, b[name] ?? emptyTally)]));
}

export function addedTally(a: Tally, b: Tally): Tally {
  return {
    waits: a.waits + b.waits,
    squares: a.squares + b.squares,
    errors: a.errors + b.errors,
    withinFive: a.withinFive + b.withinFive,
    within: a.within + b.within,
  };
}

/**
 * Days at a clinic as they are: every kind of arrival, every act of staff, alarms, evacuations, power cuts, wrong clocks,
 * the hour that is there twice and the one that is missing, evenings that nobody closed. The writer and the views are
 * real, the clock is not. After each day a judge reads the log, the chain is verified and the projections rebuilt.
 */
import { mock } from 'node:test';
import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { createRandom, type Random } from '../bench/kit/random.ts';
import { DayJudge } from './kit/day-judge.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { caughtOf, plantedBugs } from './kit/planted-bugs.ts';
import { SimulatedDays } from './kit/simulated-days.ts';
import { SimulatedClock, SimulatedEdge } from './kit/simulated-edge.ts';
import { SimulatedPeople } from './kit/simulated-people.ts';

const fullDays = 200;
const quickDays = 2;
/** A clinic's log is judged anew after each day: it is a fresh one after these. */
const daysOfOneClinic = 10;
/** Noon in Madrid, four days before the hour that is there twice, and before the one that is missing. */
const beginnings = [Date.UTC(2026, 9, 21, 10), Date.UTC(2027, 2, 24, 11), Date.UTC(2026, 11, 28, 11)];

export const day: Fault = {
  name: 'day',
  about: 'whole days with everything that happens on them: one outcome for everybody, and nobody’s name on a wall',
  run: playDays,
};

async function playDays(options: RunOptions): Promise<FaultOutcome> {
  const days = options.cycles ?? (options.quick ? quickDays : fullDays);
  const random = createRandom(options.seed);
  const total = new Total();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  try {
    for (let played = 0; played < days; played += daysOfOneClinic) {
      const beginning = options.quick ? quickBeginning(random) : beginningOf(played / daysOfOneClinic, random);
      await playClinic(beginning, Math.min(daysOfOneClinic, days - played), total, random);
      if (!options.quick) options.say(`${Math.min(days, played + daysOfOneClinic)} of ${days}`);
    }
  } finally {
    mock.timers.reset();
  }
  return total.outcome(days);
}

function beginningOf(clinic: number, random: Random): number {
  return beginnings[clinic % beginnings.length]! + random.below(3) * dayMs;
}

/** The few days of the quick form are those around a change of the clock. */
function quickBeginning(random: Random): number {
  return beginnings[random.below(2)]! + 2 * dayMs + random.below(hourMs);
}

async function playClinic(beginning: number, days: number, total: Total, random: Random): Promise<void> {
  const edge = new SimulatedEdge(new SimulatedClock(beginning));
  const people = new SimulatedPeople(random);
  const judge = new DayJudge();
  const simulation = new SimulatedDays(edge, people, judge, random);
  try {
    for (let played = 0; played < days; played++) {
      await simulation.play();
      total.violations.push(...auditFaults(edge));
    }
    simulation.end();
    total.violations.push(...auditFaults(edge), ...simulation.violations);
    total.violations.push(...edge.faults.map((fault) => `the writer could not explain: ${String(fault)}`));
    total.add(judge, simulation);
    if (total.planted === 0) {
      const bugs = plantedBugs({ edge, people, random });
      total.planted = bugs.length;
      total.caught = caughtOf(bugs, { edge });
    }
  } finally {
    edge.remove();
  }
}

function auditFaults(edge: SimulatedEdge): readonly string[] {
  return edge.audited((audit) => {
    const chain = audit.verify();
    const { differing } = audit.rebuild();
    return [
      ...(chain.ok ? [] : [`row ${chain.at.seq}: ${chain.why}`]),
      ...differing.map((name) => `${name} is not what the log says`),
    ];
  });
}

class Total {
  readonly violations: string[] = [];
  planted = 0;
  caught = 0;
  #acknowledged = 0;
  #lost = 0;
  #duplicated = 0;
  #rows = 0;
  #powerCuts = 0;
  #looks = 0;
  #sights = 0;
  #asked = 0;
  #turns = 0;
  #inTime = 0;

  add(judge: DayJudge, { powerCuts, looks, sights, turns, inTime }: SimulatedDays): void {
    const { acknowledged, lost, duplicated, violations } = judge.verdict();
    this.violations.push(...violations);
    this.#acknowledged += acknowledged;
    this.#lost += lost;
    this.#duplicated += duplicated;
    this.#rows += judge.position.seq;
    this.#powerCuts += powerCuts;
    this.#looks += looks;
    this.#sights += sights;
    this.#asked += judge.asked;
    this.#turns += turns;
    this.#inTime += inTime;
  }

  outcome(cycles: number): FaultOutcome {
    return {
      cycles,
      acknowledged: this.#acknowledged,
      lost: this.#lost,
      duplicated: this.#duplicated,
      violations: this.violations,
      planted: this.planted,
      caught: this.caught,
      figures: [
        { name: 'rows of the log', value: this.#rows, unit: '' },
        { name: 'power cuts', value: this.#powerCuts, unit: '' },
        { name: 'asked for after a long power cut', value: this.#asked, unit: '' },
        { name: 'public views read through', value: this.#looks, unit: '' },
        { name: 'calls that a turn of a class chose', value: this.#turns, unit: '' },
        { name: 'places given back in time', value: this.#inTime, unit: '' },
        { name: 'looks for what has to be in sight', value: this.#sights, unit: '' },
      ],
    };
  }
}

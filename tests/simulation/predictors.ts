/** Who foretells waits in the simulation: ours, through what the edge calls, and the limit, which knows the truth. */
import { calibrate } from '@foyer/domain/wait-estimate/calibration.ts';
import { estimate, readInterval } from '@foyer/domain/wait-estimate/estimate.ts';
import {
  learn,
  learnArrival,
  learnAttendance,
  learnDemand,
  learnReturn,
  learnTurnover,
} from '@foyer/domain/wait-estimate/learn.ts';
import { serviceIdsOf } from '@foyer/domain/wait-estimate/queue-now.ts';
import { createRandom } from '@foyer/domain/wait-estimate/random.ts';
import { rollForward } from '@foyer/domain/wait-estimate/roll-forward.ts';
import { emptyModel, type WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import type { Cell } from './cells.ts';
import type { ClinicDay, Visitor } from './clinic-day.ts';
import { plannedDurations, queueNow } from './queue-now.ts';
import type { ClinicNow, Watcher } from './run-day.ts';
import { hour, kinds, truthOf } from './truth.ts';

export interface Prediction {
  /** For the squared error. */
  readonly meanMs: number;
  /** For the share within five minutes. */
  readonly medianMs: number;
  readonly interval?: { readonly fromMs: number; readonly untilMs: number };
}

export interface Predictor extends Watcher {
  predict(visitor: Visitor, now: ClinicNow): Prediction;
}

const limitPaths = 120;

/** Knows the true distributions, each practitioner's pace and the roster, and rolls forward as ours does. */
export function limit(cell: Cell, paces: readonly number[], seed: number): Predictor {
  const planned = plannedDurations(cell, 1);
  return {
    predict(visitor, now) {
      const queue = queueNow(now, planned);
      const order = serviceIdsOf(queue).map((serviceId) => kinds.findIndex(({ id }) => id === serviceId));
      const draws = truthOf(cell, paces, createRandom(seed), order);
      const person = queue.people.findIndex(({ id }) => id === visitor.id);
      const { calledInMs } = rollForward(queue, draws, limitPaths, [person]);
      const read = readInterval(calledInMs[0]!, { low: 0.2, high: 0.8 });
      if (read === undefined) throw new Error('somebody is never called');
      return { ...read, interval: read };
    },
  };
}

/** Learns as the clinic goes on, and begins with the plan of a clinic that is wrong by `belief`. */
export function ours(cell: Cell, belief: number, seed: number): Predictor {
  const planned = plannedDurations(cell, belief);
  let model: WaitModel = emptyModel;
  const said = new Map<string, { readonly fromMs: number; readonly untilMs: number }>();
  let urgent = kinds.map(() => 0);
  const waited = (kind: number, waitedMs: number, left: 0 | 1): void => {
    model = learnDemand(model, { serviceId: kinds[kind]!.id, waitedMs, left, openMs: 0, urgent: 0 });
  };
  // An hour after their time, whoever has not come is taken not to come.
  const counted = new Set<string>();
  const countBooked = ({ visitors }: ClinicDay, at: number): void => {
    for (const { id, bookedAt, arrivesAt } of visitors) {
      if (bookedAt === null || bookedAt > at - hour || counted.has(id)) continue;
      counted.add(id);
      model = learnAttendance(model, arrivesAt <= at);
    }
  };
  return {
    predict(visitor, now) {
      countBooked(now.day, now.at);
      const answer = estimate(queueNow(now, planned), model, { seed, ticketIds: [visitor.id] }).get(visitor.id);
      if (answer === undefined) throw new Error('nobody is said to call somebody');
      said.set(visitor.id, answer);
      return { ...answer, interval: answer };
    },
    arrived({ kind, priorityClass, bookedAt, arrivesAt }) {
      if (bookedAt !== null) model = learnArrival(model, { bookedAt, arrivedAt: arrivesAt });
      if (priorityClass === 'emergency') urgent = urgent.with(kind, urgent[kind]! + 1);
    },
    called({ id, kind }, waitedMs, at, idleMs) {
      if (idleMs !== undefined) model = learnTurnover(model, { idleMs, at });
      waited(kind, waitedMs, 0);
      const interval = said.get(id);
      if (interval !== undefined) model = calibrate(model, { serviceId: kinds[kind]!.id, said: interval, waitedMs });
    },
    left: ({ kind }, waitedMs) => waited(kind, waitedMs, 1),
    served({ kind }, point, durationMs, at) {
      model = learn(model, { serviceId: kinds[kind]!.id, practitionerId: `staff-${point}`, durationMs, at });
    },
    returned(plannedAt, returnedAt) {
      model = learnReturn(model, { plannedAt, returnedAt });
    },
    dayOver(day) {
      countBooked(day, day.closesAt + 2 * hour);
      for (const [kind, { id }] of kinds.entries()) {
        const seen = { openMs: cell.openHours * hour, urgent: urgent[kind]!, waitedMs: 0, left: 0 };
        model = learnDemand(model, { serviceId: id, ...seen });
      }
      urgent = kinds.map(() => 0);
    },
  };
}

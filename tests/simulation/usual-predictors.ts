/** The ways in which queues are usually foretold. Each answers one number, for which it needs no more than a few figures. */
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import type { Cell } from './cells.ts';
import type { Visitor } from './clinic-day.ts';
import type { Prediction, Predictor } from './predictors.ts';
import { type ClinicNow, compareVisitors } from './run-day.ts';
import { kinds, meanOf } from './truth.ts';

const single = (ms: number): Prediction => ({ meanMs: ms, medianMs: ms });

function aheadOf(visitor: Visitor, { waiting }: ClinicNow): number {
  return waiting.filter((other) => other !== visitor && compareVisitors(other, visitor) < 0).length;
}

/** People ahead, and oneself, times what the plan says that one takes, shared by all who work. */
export function positionTimesConstant(cell: Cell, belief: number): Predictor {
  const each = (belief * meanOfAll(cell)) / cell.practitioners;
  return { predict: (visitor, now) => single((aheadOf(visitor, now) + 1) * each) };
}

/** As before, with the mean of the last services and with who is there. */
export function queueLength(cell: Cell, belief: number): Predictor {
  const last: number[] = [];
  return {
    predict(visitor, now) {
      const there = now.points.filter(({ backAt }) => backAt === null).length;
      const mean = last.length === 0 ? belief * meanOfAll(cell) : meanOfList(last);
      return single(((aheadOf(visitor, now) + 1) * mean) / Math.max(1, there));
    },
    served: (_visitor, _point, durationMs) => keep(last, durationMs, 30),
  };
}

/** The mean wait of the last ten of the same class. */
export const rollingMean = (): Predictor => lastWaits(10);
/** The wait of the last one of the same class who was called. */
export const lastToEnterService = (): Predictor => lastWaits(1);

function lastWaits(many: number): Predictor {
  const waits = new Map<PriorityClass, number[]>();
  return {
    predict: ({ priorityClass }) => single(meanOfList(waits.get(priorityClass) ?? [])),
    called({ priorityClass }, waitedMs) {
      const list = waits.get(priorityClass) ?? [];
      waits.set(priorityClass, list);
      keep(list, waitedMs, many);
    },
  };
}

function keep(list: number[], value: number, many: number): void {
  list.push(value);
  if (list.length > many) list.shift();
}

function meanOfList(list: readonly number[]): number {
  return list.length === 0 ? 0 : list.reduce((sum, value) => sum + value, 0) / list.length;
}

function meanOfAll(cell: Cell): number {
  return kinds.reduce((sum, { share }, kind) => sum + share * meanOf(cell, kind), 0);
}

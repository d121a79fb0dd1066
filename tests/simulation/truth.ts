/** How the simulated clinic really is: what its days are generated from, and what the predictor that is the limit knows. */
import type { Draws } from '@foyer/domain/wait-estimate/draws.ts';
import { normalAbove, shareAbove, type Random } from '@foyer/domain/wait-estimate/random.ts';
import type { Cell } from './cells.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** Two services; their shares and lengths leave the mean of all what the cell says. */
export const kinds = [
  { id: 'visit', share: 0.7, length: 1.15 },
  { id: 'nurse', share: 0.3, length: 0.65 },
] as const;

export interface Truth extends Draws {
  readonly cell: Cell;
  readonly paces: readonly number[];
}

const latenessVariation = 0.8;

/**
 * `random` is of whoever draws: the clinic's own, or a predictor's. `order` holds, for each service as the draws number
 * them, its place in `kinds`.
 */
export function truthOf(
  cell: Cell,
  paces: readonly number[],
  random: Random,
  order: readonly number[] = kinds.map((_, kind) => kind),
): Truth {
  const patience = cell.patienceMinutes * minute;
  const late = logNormal(cell.lateMinutes * minute, latenessVariation, random);
  const length = cell.shape === 'gamma' ? gamma(cell.variation, random) : logNormal(1, cell.variation, random);
  const meanMs = (service: number, point: number): number => meanOf(cell, order[service]!) * paces[point]!;
  const perHour = arrivalsPerHour(cell) * cell.urgentShare;
  const early = -cell.earlyMinutes * minute;
  const spread = cell.punctualityMinutes * minute;
  return {
    cell,
    paces,
    begin: () => undefined,
    serviceMs: (service, point) => meanMs(service, point) * length.draw(),
    remainingMs: (service, point, elapsedMs) => {
      const mean = meanMs(service, point);
      return mean * length.above(elapsedMs / mean) - elapsedMs;
    },
    turnoverMs: () => cell.turnoverMinutes * minute * random.exponential(),
    backInMs: (_point, plannedInMs) => {
      if (cell.lateMinutes === 0) return Math.max(0, plannedInMs);
      return plannedInMs > 0 ? plannedInMs + late.draw() : plannedInMs + late.above(-plannedInMs);
    },
    arrivesInMs: (_service, bookedInMs) => {
      const bound = (-bookedInMs - early) / spread;
      const toCome = (1 - cell.missedShare) * shareAbove(bound);
      if (random.next() * (cell.missedShare + toCome) < cell.missedShare) return Infinity;
      return bookedInMs + early + spread * normalAbove(bound, random);
    },
    untilUrgentMs: (service) =>
      perHour === 0 ? Infinity : (hour / (perHour * kinds[order[service]!]!.share)) * random.exponential(),
    patienceMs: () => patience * random.exponential(),
  };
}

export function meanOf(cell: Cell, kind: number): number {
  return cell.meanMinutes * kinds[kind]!.length * minute;
}

export function arrivalsPerHour(cell: Cell): number {
  const { load, practitioners, meanMinutes, turnoverMinutes, openHours, lunchMinutes } = cell;
  const worked = (openHours * 60 - lunchMinutes) / openHours;
  return (load * practitioners * worked) / (meanMinutes + turnoverMinutes);
}

/** A distribution, and itself given that it is above a value. */
interface Drawn {
  draw(): number;
  above(value: number): number;
}

export function logNormal(mean: number, variation: number, random: Random): Drawn {
  const variance = Math.log(1 + variation ** 2);
  const spread = Math.sqrt(variance);
  const logMean = Math.log(mean) - variance / 2;
  return {
    draw: () => Math.exp(logMean + spread * random.normal()),
    above(value) {
      if (value <= 0) return Math.exp(logMean + spread * random.normal());
      return Math.max(value, Math.exp(logMean + spread * normalAbove((Math.log(value) - logMean) / spread, random)));
    },
  };
}

/** Of mean 1. Source: Marsaglia and Tsang, A simple method for generating gamma variables (2000). */
function gamma(variation: number, random: Random): Drawn {
  const shape = 1 / variation ** 2;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const draw = (): number => {
    for (;;) {
      const x = random.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - random.next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape;
    }
  };
  return {
    draw,
    above(value) {
      for (let tries = 0; tries < 300; tries += 1) {
        const drawn = draw();
        if (drawn > value) return drawn;
      }
      // So far out, it falls as an exponential does.
      return value + random.exponential() / shape;
    },
  };
}

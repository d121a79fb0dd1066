/**
 * Whether something grows: a line through what was measured over a long run. Where the measured thing began anew on the way
 * (a page that drew itself anew), each life has a level of its own and the slope is theirs together. The floor is what a
 * line through the same values rises by where their order is left to chance, or two hundredths of what was there.
 */
import type { Goal } from './figure.ts';
import type { Random } from './random.ts';
import { median, percentile } from './statistics.ts';

export interface Measured {
  /** How much had been done by then: sessions, days, commands. */
  readonly after: number;
  readonly value: number;
  /** What began anew has another number. */
  readonly life?: number;
}
export interface Growth {
  /** In the unit of the value, for each one that was done. */
  readonly slope: number;
  readonly floor: number;
  /** At most 1 where nothing grows. */
  readonly ratio: number;
}

export const bounded: Goal = { of: 'ratio', op: '<=', bound: 1 };

const orders = 200;
const surePercent = 95;
/** Of what was there, over the whole run. */
const leastShare = 0.02;
/** Where there is nothing at all. */
const smallest = 1e-6;

/** A shrinking value has a slope below zero, and so a ratio. */
export function growthOf(measured: readonly Measured[], random: Random): Growth {
  const lives = livesOf(measured);
  const slope = slopeOf(lives);
  const byChance = Array.from({ length: orders }, () =>
    Math.abs(slopeOf(lives.map((life) => withValues(life, random.shuffle(life.map(({ value }) => value)))))),
  );
  const span = Math.max(...measured.map(({ after }) => after)) - Math.min(...measured.map(({ after }) => after));
  const least = (leastShare * Math.abs(median(measured.map(({ value }) => value)))) / Math.max(span, 1);
  const floor = Math.max(percentile(byChance, surePercent), least, smallest);
  return { slope, floor, ratio: slope / floor };
}

type Life = readonly Measured[];

function livesOf(measured: readonly Measured[]): readonly Life[] {
  const lives = new Map<number, Measured[]>();
  for (const one of measured) {
    const { life = 0 } = one;
    lives.set(life, [...(lives.get(life) ?? []), one]);
  }
  return [...lives.values()];
}

/** Least squares, each life about its own middle. Zero where nothing can be told. */
function slopeOf(lives: readonly Life[]): number {
  let together = 0;
  let spread = 0;
  for (const life of lives) {
    const middle = meanOf(life.map(({ after }) => after));
    const level = meanOf(life.map(({ value }) => value));
    for (const { after, value } of life) {
      together += (after - middle) * (value - level);
      spread += (after - middle) ** 2;
    }
  }
  return spread === 0 ? 0 : together / spread;
}

function withValues(life: Life, values: readonly number[]): Life {
  return life.map(({ after }, index) => ({ after, value: values[index]! }));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

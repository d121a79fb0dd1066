// Numbers that repeat with their seed: Mulberry32, and the distributions that a path draws from.

export interface Random {
  /** At least 0 and less than 1. */
  next(): number;
  /** Of mean 0 and variance 1. */
  normal(): number;
  /** Of mean 1. */
  exponential(): number;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  let spare = Number.NaN;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    // Marsaglia's polar method: two at a time.
    normal() {
      if (!Number.isNaN(spare)) {
        const kept = spare;
        spare = Number.NaN;
        return kept;
      }
      for (;;) {
        const x = 2 * next() - 1;
        const y = 2 * next() - 1;
        const square = x * x + y * y;
        if (square >= 1 || square === 0) continue;
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * scale;
        return x * scale;
      }
    },
    exponential: () => -Math.log(1 - next()),
  };
}

/** A standard normal known to be above a bound. Source: Robert, Simulation of truncated normal variables (1995). */
export function normalAbove(bound: number, random: Random): number {
  if (bound < 0.4) {
    for (;;) {
      const value = random.normal();
      if (value > bound) return value;
    }
  }
  const rate = (bound + Math.sqrt(bound * bound + 4)) / 2;
  for (;;) {
    const value = bound + random.exponential() / rate;
    if (random.next() <= Math.exp(-((value - rate) ** 2) / 2)) return value;
  }
}

/** The share of a standard normal above a bound. Source: Abramowitz and Stegun, 26.2.17 (error below 1e-7). */
export function shareAbove(bound: number): number {
  if (bound < -5) return 1;
  if (bound > 8) return 0;
  if (bound < 0) return 1 - shareAbove(-bound);
  const t = 1 / (1 + 0.2316419 * bound);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-bound * bound) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

import type { Random } from '../../bench/kit/random.ts';

/** One of them by chance; undefined where there is none. */
export function pickOne<T>(items: Iterable<T>, random: Random): T | undefined {
  const list = [...items];
  return list[random.below(list.length)];
}

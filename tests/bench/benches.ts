/** Every bench, in the order of `npm run bench`. */
import type { Bench } from './kit/bench.ts';

export const benches: readonly Bench[] = [];

/** Every fault, in the order of `npm run faults`. */
import type { Fault } from './kit/fault.ts';

export const faults: readonly Fault[] = [];

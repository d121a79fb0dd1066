/** One comparison of the two sides, and what it found. */
import type { Side } from './sides.ts';

export interface Check {
  readonly name: string;
  /** How many were looked at. */
  readonly compared: number;
  /** A sentence each. */
  readonly differences: readonly string[];
}

export function bothSides(clinic: Side, centre: Side): readonly (readonly ['clinic' | 'centre', Side])[] {
  return [
    ['clinic', clinic],
    ['centre', centre],
  ];
}

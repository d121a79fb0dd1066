// How often one number may be printed again at a kiosk: a lost ticket is one sheet, a child at the screen is not a roll.

import { minuteMs } from '@foyer/contracts/time.ts';
import { Allowance } from '../ports/allowance.ts';

export const mostReprints = 3;
export const reprintsEveryMs = 10 * minuteMs;

export function kioskReprints(now: () => number): Allowance {
  return new Allowance({ most: mostReprints, everyMs: reprintsEveryMs, now });
}

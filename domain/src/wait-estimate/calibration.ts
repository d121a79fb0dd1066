// An interval that says P20 to P80 holds what happened three times in five. Where it does not, the levels that it is read
// at move a little after each outcome, at each end for itself, until it does; so it stays right under whatever the model
// does not know. Source: Gibbs and Candès, Adaptive Conformal Inference Under Distribution Shift (2021).

import type { ServiceId } from '@foyer/contracts/ids.ts';
import type { WaitEstimate } from './queue-now.ts';
import type { WaitModel } from './wait-model.ts';

/** The levels at which the ends are read from the paths. */
export interface Calibration {
  readonly low: number;
  readonly high: number;
}

export const lowAim = 0.2;
export const highAim = 0.8;
export const uncalibrated: Calibration = { low: lowAim, high: highAim };

const step = 0.01;
/** The ends never pass the median. */
const lowBounds = { least: 0.02, most: 0.45 } as const;
const highBounds = { least: 0.55, most: 0.98 } as const;

/** What was said of a ticket's wait, and how long it was, both without gaps. */
export interface WaitOutcome {
  readonly serviceId: ServiceId;
  readonly said: Pick<WaitEstimate, 'fromMs' | 'untilMs'>;
  readonly waitedMs: number;
}

/** Once for each ticket that was estimated, when it is called. */
export function calibrate(model: WaitModel, { serviceId, said, waitedMs }: WaitOutcome): WaitModel {
  const { low, high } = model.calibration[serviceId] ?? uncalibrated;
  const below = waitedMs < said.fromMs ? 1 : 0;
  const within = waitedMs <= said.untilMs ? 1 : 0;
  const next: Calibration = {
    low: clamp(low + step * (lowAim - below), lowBounds),
    high: clamp(high + step * (highAim - within), highBounds),
  };
  return { ...model, calibration: { ...model.calibration, [serviceId]: next } };
}

function clamp(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(Math.max(value, least), most);
}

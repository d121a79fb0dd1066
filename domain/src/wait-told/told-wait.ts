// A wait as it is told: to five minutes, beyond an hour to a quarter, and beyond two hours only that it is longer. What was
// told stays while it is still about right, so that no screen flutters between two ranges.

import { minuteMs } from '@foyer/contracts/time.ts';
import { longestToldMinutes, type WaitBasis, type WaitRange, type WaitView } from '@foyer/contracts/wait-view.ts';

/** Milliseconds from now: of ten such waits, six end within it. */
export interface WaitInterval {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly basis: WaitBasis;
}

const hour = 60;
/** How far beyond the half of a step an end may stray before another number is told. */
const lenience = 0.3;

/** `before`: what was told last. The same object comes back while it holds. */
export function toldWait(interval: WaitInterval, before?: WaitView): WaitView {
  const planned = interval.basis === 'configured';
  if (before !== undefined && !('stopped' in before)) {
    const isSaidSo = (before.planned === true) === planned;
    if (isSaidSo && (holds(before, interval) || isSame(before, rounded(interval)))) return before;
  }
  return { ...rounded(interval), ...(planned ? { planned: true as const } : {}) };
}

function rounded({ fromMs, untilMs }: WaitInterval): WaitRange {
  const fromMinutes = toStep(fromMs / minuteMs);
  const untilMinutes = Math.max(toStep(untilMs / minuteMs), fromMinutes + stepAt(fromMinutes));
  if (untilMinutes <= longestToldMinutes) return { fromMinutes, untilMinutes };
  return { fromMinutes: Math.min(fromMinutes, longestToldMinutes) };
}

function holds({ fromMinutes, untilMinutes }: WaitRange, { fromMs, untilMs }: WaitInterval): boolean {
  if (untilMinutes === undefined) return isOver(fromMinutes, fromMs) && untilMs / minuteMs > longestToldMinutes;
  const isNarrowest = untilMinutes === fromMinutes + stepAt(fromMinutes);
  // The narrowest range that is told holds everything within it.
  const until = untilMs / minuteMs;
  const untilHolds = isNarrowest && until < untilMinutes ? until >= fromMinutes : isNear(untilMinutes, until);
  return isNear(fromMinutes, fromMs / minuteMs) && untilHolds;
}

function isSame(a: WaitRange, b: WaitRange): boolean {
  return a.fromMinutes === b.fromMinutes && a.untilMinutes === b.untilMinutes;
}

function isOver(told: number, fromMs: number): boolean {
  const minutes = fromMs / minuteMs;
  return told >= longestToldMinutes ? minutes > longestToldMinutes - slack(told) : isNear(told, minutes);
}

function isNear(told: number, minutes: number): boolean {
  return Math.abs(minutes - told) <= slack(told);
}

function slack(told: number): number {
  return stepAt(told) * (0.5 + lenience);
}

function toStep(minutes: number): number {
  const step = stepAt(minutes);
  return Math.round(minutes / step) * step;
}

function stepAt(minutes: number): number {
  return minutes < hour ? 5 : 15;
}

import { dayMs, hourMs, minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { SignInFailures } from './types.ts';

export const sessionLifeMs = 12 * hourMs;
const failuresBeforeLock = 5;
const lockMs = 15 * minuteMs;
/** A wrong password counts for so long after the last one. */
export const failuresLifeMs = dayMs;

export function isLocked(found: SignInFailures | undefined, now: EpochMs): boolean {
  return found?.lockedUntil != null && found.lockedUntil > now;
}

/** One more wrong password. A lock that is over starts the count again. */
export function afterFailure(found: SignInFailures | undefined, now: EpochMs): SignInFailures {
  const lockWasOver = found?.lockedUntil != null && found.lockedUntil <= now;
  const failures = (lockWasOver ? 0 : (found?.failures ?? 0)) + 1;
  return { failures, lockedUntil: failures >= failuresBeforeLock ? now + lockMs : null };
}

/** An address is the same however it is typed. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

// What may be tried a few times a minute alone (a password, a restore code) is counted in the database, so that it is as
// few with any number of copies of the service.

import { minuteMs } from '@foyer/contracts/time.ts';
import { sha256 } from '../seal.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { addAttempt, deleteAttemptsBefore } from './queries-attempts.ts';

/** Counts one more; false once there were more than `most` within the minute that began with the first. */
export async function mayTry(context: UseCaseContext, what: string, most: number): Promise<boolean> {
  const attemptKey = sha256(what).toString('base64url');
  const now = context.now();
  const attempts = await context.withTenant({ attemptKey }, (tx) => addAttempt(tx, attemptKey, now, now + minuteMs));
  // Whoever begins a minute clears those of others that are over.
  if (attempts === 1) await context.withTenant({ attemptsBefore: now }, (tx) => deleteAttemptsBefore(tx, now));
  return attempts <= most;
}

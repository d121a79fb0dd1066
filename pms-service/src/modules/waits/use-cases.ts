// What patients of a clinic were told of their waits, and how right that was, as its edge says.

import type { EventBody } from '@foyer/contracts/events.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { toldWait } from '@foyer/domain/wait-told/told-wait.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { addEstimates, putGrades, selectEstimate, selectNewestGrades } from './queries.ts';

export async function applyWaitFacts(tx: Transaction, clinicId: string, facts: readonly InboxFact[]): Promise<void> {
  const estimates = facts.flatMap((fact) => (fact.type === 'v1.WaitEstimated' ? [fact.body] : []));
  if (estimates.length > 0) await addEstimates(tx, clinicId, estimates);
  const grades = facts.flatMap((fact) => (fact.type === 'v1.WaitGraded' ? [fact.body] : []));
  if (grades.length > 0) {
    const latest = new Map(grades.map((grade) => [grade.businessDay, grade]));
    await putGrades(tx, clinicId, [...latest.values()]);
  }
}

/** What was told when the number was given, with when that was; nothing once that time is over. */
export async function viewWait(
  tx: Transaction,
  clinicId: string,
  ticketId: string,
  now: EpochMs,
): Promise<Pick<TicketView, 'wait' | 'waitAsOf'>> {
  const estimate = await selectEstimate(tx, clinicId, ticketId);
  if (estimate === undefined || now > estimate.estimatedAt + estimate.untilMs) return {};
  return { wait: toldWait(estimate), waitAsOf: estimate.estimatedAt };
}

/** Of this day, or of the newest before it that was graded. */
export async function newestGrades(
  tx: Transaction,
  clinicId: string,
  until: BusinessDay,
): Promise<EventBody<'v1.WaitGraded'> | undefined> {
  return selectNewestGrades(tx, clinicId, until);
}

// What patients said before a service, kept at the centre for as long as the clinic keeps it.

import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { clearScreenings, deleteFormResponses, hasScreening, insertFormResponses } from './queries.ts';
import { formChanges } from './rules.ts';

export async function applyFormFacts(tx: Transaction, clinicId: string, facts: readonly InboxFact[]): Promise<void> {
  const { said, forgottenTickets, clearedTickets } = formChanges(facts);
  if (forgottenTickets.length > 0) await deleteFormResponses(tx, clinicId, forgottenTickets);
  if (clearedTickets.length > 0) await clearScreenings(tx, clinicId, clearedTickets);
  if (said.length > 0) await insertFormResponses(tx, clinicId, said);
}

/** The patient was told to wait elsewhere than everybody: their own page names no place. */
export async function waitsElsewhere(tx: Transaction, clinicId: string, ticketId: string): Promise<boolean> {
  return hasScreening(tx, clinicId, ticketId);
}

// A free text that somebody typed goes into the seal of the subject it speaks of, never into a body.

import type { Fact } from '@foyer/contracts/events.ts';

/**
 * Under the ticket's own key, never the patient's: a ticket that was identified wrongly takes what was written of it
 * along to the right patient, and the erasure of either destroys what is theirs. Source: ADR 0002.
 */
export function withReason<F extends Fact>(fact: F, reason: string | undefined, ticket: { readonly id: string }): F {
  return reason === undefined ? fact : { ...fact, subjectId: ticket.id, sealed: { reason } };
}

/** Under the key of the member of staff who gave it; nobody's reason is not kept. */
export function withStaffReason<F extends Fact>(fact: F, reason: string | undefined, staffId: string | undefined): F {
  return reason === undefined || staffId === undefined ? fact : { ...fact, subjectId: staffId, sealed: { reason } };
}

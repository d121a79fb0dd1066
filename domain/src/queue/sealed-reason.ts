// A free text that somebody typed goes into the seal of the subject it speaks of, never into a body.

import type { Fact } from '@foyer/contracts/events.ts';

/** Under the patient's key, or the ticket's own while nobody has been identified. */
export function withReason<F extends Fact>(
  fact: F,
  reason: string | undefined,
  ticket: { readonly id: string; readonly patientId: string | null },
): F {
  return reason === undefined ? fact : { ...fact, subjectId: ticket.patientId ?? ticket.id, sealed: { reason } };
}

/** Under the key of the member of staff who gave it; nobody's reason is not kept. */
export function withStaffReason<F extends Fact>(fact: F, reason: string | undefined, staffId: string | undefined): F {
  return reason === undefined || staffId === undefined ? fact : { ...fact, subjectId: staffId, sealed: { reason } };
}

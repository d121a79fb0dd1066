// A live check-in code opens its appointment once. Which ones were used is folded from the log, so that a restart forgets
// none; the kiosk session that used one is shown its ticket again, as with the appointment's own code.

import { invariant } from '@foyer/contracts/app-error.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import { liveCodeFault, type LiveMark } from '@foyer/domain/identity-documents/live-code.ts';
import { refused, type Refused, type UseCaseContext } from './context.ts';

/** How a check-in came to its appointment. */
export interface LiveCodeShown {
  readonly codeId: string;
  /** Of the kiosk session that it was scanned in; absent where the code itself was sent. */
  readonly identificationId?: string;
}

/** While the clock is in doubt nobody can measure minutes: then it is as good as the appointment's own, and good once. */
export function liveCodeRefused({ live }: { readonly live?: LiveMark }, context: UseCaseContext): Refused | undefined {
  if (live === undefined || context.clockFrozen) return undefined;
  const fault = liveCodeFault(live, context.moment.at);
  return fault === undefined ? undefined : refused(fault);
}

/** Whether it was used, unless this is the session that used it and the ticket of then is still the appointment's. */
export function isUsedUp(
  { codeId, identificationId }: LiveCodeShown,
  ticketId: string | null,
  { records }: Pick<UseCaseContext, 'records'>,
): boolean {
  const used = records.usedCode(codeId);
  if (used === undefined) return false;
  return identificationId === undefined || used.identificationId !== identificationId || used.ticketId !== ticketId;
}

/** The decision, and that the code is used from now on; `known` is the appointment's ticket until then. */
export function usingCode(
  decision: Decision,
  shown: LiveCodeShown,
  { appointmentId, known }: { readonly appointmentId: string; readonly known: string | null },
  { records }: Pick<UseCaseContext, 'records'>,
): Decision {
  if (!decision.ok || records.usedCode(shown.codeId) !== undefined) return decision;
  const checkedIn = decision.facts.find((fact) => fact.type === 'v1.AppointmentCheckedIn');
  const ticketId = checkedIn?.body.ticketId ?? known;
  invariant(ticketId, 'a check-in has a ticket, its own or that of before');
  // In front of the others: the last fact is what the command is answered with.
  const used = { type: 'v1.LiveCodeUsed', body: { ...shown, appointmentId, ticketId } } as const;
  return { ok: true, facts: [used, ...decision.facts] };
}

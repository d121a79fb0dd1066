// Whether a live check-in code opens its appointment here and now. Asked at the scan; the check-in itself asks once more
// whether somebody else was quicker.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { liveCodeFault, type LiveMark } from '@foyer/domain/identity-documents/live-code.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { Today } from './patient-finder.ts';

/** The identification that a code has made in the session that goes on at this kiosk. */
export type MadeHere = (codeId: string) => string | undefined;

/** Undefined where it does. While the clock is in doubt nobody can measure minutes. */
export function whyNotLive(
  live: LiveMark,
  { now, clockInDoubt }: Today,
  readModel: Pick<ReadModel, 'usedCode'>,
  madeHere: MadeHere,
): ErrorCode | undefined {
  const fault = clockInDoubt ? undefined : liveCodeFault(live, now);
  if (fault !== undefined) return fault;
  const used = readModel.usedCode(live.id);
  if (used === undefined) return undefined;
  const isOurs = used.identificationId !== undefined && used.identificationId === madeHere(live.id);
  return isOurs ? undefined : 'live-code-used';
}

// A live code of an appointment, made the moment it is shown. The centre keeps nothing of it: the clinic alone remembers
// which ones were used.

import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { checkInCodeBytes, encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { liveCodeLastsMs, newLiveMark } from '@foyer/domain/identity-documents/live-code.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { openSigner } from '../tenancy/use-cases-keys.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import type { Appointment } from './types.ts';

export interface LiveCode {
  readonly code: string;
  readonly endsInMs: number;
}

export async function makeLiveCode(
  context: UseCaseContext,
  tx: Transaction,
  { clinicId, configuration }: Clinic,
  { appointmentId, businessDay, at }: Appointment,
): Promise<LiveCode> {
  const sign = await openSigner(context, tx, clinicId);
  const now = context.now();
  const live = newLiveMark(now, context.randomBytes(10));
  const said = { clinicId, appointmentId, businessDay, time: timeOfDay(at, configuration.zone), live };
  const endsInMs = live.madeAt + liveCodeLastsMs - now;
  return { code: encodeCheckInCode(said, sign(checkInCodeBytes(said))), endsInMs };
}

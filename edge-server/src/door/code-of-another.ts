// A genuine code that opens nothing here now: of another clinic of the network, or of another day of this one. Who shows
// it is told where and when, from the code alone, without a line.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ClinicElsewhere } from '@foyer/contracts/http-api.ts';
import type { BusinessDay, TimeOfDay } from '@foyer/contracts/time.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import type { SignedCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import type { CodeVerifier } from '../ports/code-verifier.ts';
import type { ReadModel, StoredAppointment } from '../ports/read-model.ts';
import type { Found } from './patient-finder.ts';

export interface CodeOfAnotherParts {
  readonly readModel: Pick<ReadModel, 'networkClinic' | 'patient'>;
  readonly codes: CodeVerifier;
}

/** A clinic that is not of the network, or has not been heard of, stays unnamed; what is forged in its name is none. */
export function codeOfAnotherClinic(
  code: SignedCheckInCode,
  here: ClinicConfiguration,
  { readModel, codes }: CodeOfAnotherParts,
): Found {
  const known = readModel.networkClinic(code.clinicId);
  if (known === undefined) return { reason: 'code-of-another-clinic' };
  const { publicKey, ...place } = known;
  if (!codes.verify(publicKey, code.signed, code.signature)) return { reason: 'code-invalid' };
  const clinic: ClinicElsewhere = { ...place, ...(here.position === undefined ? {} : { from: here.position }) };
  return { reason: 'code-of-another-clinic', clinic, date: code.businessDay, ...timeIn(code) };
}

/** The day that a code of ours is for: one that was moved since is on its new one, whatever the old code says. */
export function momentOfCode(
  code: SignedCheckInCode,
  appointment: StoredAppointment | undefined,
  { zone, businessDayStartsAt }: ClinicConfiguration,
): { readonly day: BusinessDay; readonly time?: TimeOfDay } {
  if (appointment === undefined) return { day: code.businessDay, ...timeIn(code) };
  const { businessDay: day } = businessDayAt(appointment.at, zone, businessDayStartsAt);
  return { day, time: timeOfDay(appointment.at, zone) };
}

/** Whose it is goes with it, so that a number for the desk is theirs. */
export function codeOfAnotherDay(
  code: SignedCheckInCode,
  appointment: StoredAppointment | undefined,
  clinic: ClinicConfiguration,
  { readModel }: Pick<CodeOfAnotherParts, 'readModel'>,
): Found {
  if (appointment?.status === 'cancelled') return { reason: 'appointment-cancelled' };
  const owner = appointment === undefined ? undefined : readModel.patient(appointment.patientId);
  const { day: date, ...time } = momentOfCode(code, appointment, clinic);
  return {
    ...{ reason: 'code-of-another-day', date },
    ...time,
    ...(owner === undefined || owner.erased ? {} : { owner }),
  };
}

function timeIn({ time }: SignedCheckInCode): Pick<SignedCheckInCode, 'time'> {
  return time === undefined ? {} : { time };
}

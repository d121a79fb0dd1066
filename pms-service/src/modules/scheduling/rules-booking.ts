// Whether a time can be booked, and which times near it can. A clinic says when it is open and how many it takes at
// once for a service; neither a patient nor a practitioner is in two places at once.

import { mostFreeTimes } from '@foyer/contracts/booking.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import { dayMs, minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import { isShut } from '@foyer/domain/calendar/opening-hours.ts';
import { AppointmentStatus, type Appointment, type AppointmentRequest } from './types.ts';

export interface BookingBasis {
  readonly configuration: Pick<ClinicConfiguration, 'services' | 'openingHours' | 'closedDates' | 'zone'>;
  readonly now: EpochMs;
  /** What is booked around the time; the wanted one itself does not count. */
  readonly booked: readonly Appointment[];
}

/** How far from the wanted time a free one is looked for. */
export const freeTimesWithinMs = 7 * dayMs;
/** Free times are named on the quarter of an hour. */
const stepMs = 15 * minuteMs;

/** Undefined where the time can be booked. A clinic that says no hours is open at any time. */
export function bookingFault(wanted: AppointmentRequest, basis: BookingBasis): ErrorCode | undefined {
  const { configuration, now } = basis;
  const service = configuration.services.find(({ id }) => id === wanted.serviceId);
  if (service === undefined) return 'unknown-service';
  if (wanted.at < now) return 'appointment-time-over';
  if (isShut(configuration, wanted.at)) return 'outside-opening-hours';
  const meanwhile = basis.booked.filter((other) => isMeanwhile(other, wanted));
  if (meanwhile.some((other) => isOfTheSame(other, wanted))) return 'slot-taken';
  const atOnce = meanwhile.filter(({ serviceId }) => serviceId === wanted.serviceId).length;
  return atOnce >= (service.bookedAtOnce ?? Number.POSITIVE_INFINITY) ? 'slot-full' : undefined;
}

/** The nearest times that can be booked instead, in their order; none where no time would do. */
export function freeTimesNear(wanted: AppointmentRequest, basis: BookingBasis): readonly EpochMs[] {
  if (!offers(basis, wanted.serviceId)) return [];
  const from = Math.max(wanted.at, basis.now);
  const first = Math.ceil(from / stepMs) * stepMs;
  const found: EpochMs[] = [];
  for (let away = 0; away <= freeTimesWithinMs && found.length < mostFreeTimes; away += stepMs) {
    for (const at of away === 0 ? [first] : [first - away, first + away]) {
      const isFree = at !== wanted.at && bookingFault({ ...wanted, at }, basis) === undefined;
      if (isFree && found.length < mostFreeTimes) found.push(at);
    }
  }
  return found.toSorted((a, b) => a - b);
}

function offers({ configuration }: BookingBasis, serviceId: ServiceId): boolean {
  return configuration.services.some(({ id }) => id === serviceId);
}

function isMeanwhile(other: Appointment, { appointmentId, at, minutes }: AppointmentRequest): boolean {
  if (other.appointmentId === appointmentId || other.status === AppointmentStatus.cancelled) return false;
  return other.at < at + minutes * minuteMs && at < other.at + other.minutes * minuteMs;
}

function isOfTheSame(other: Appointment, { patientId, practitionerId }: AppointmentRequest): boolean {
  if (other.patientId === patientId) return true;
  return practitionerId != null && other.practitionerId === practitionerId;
}

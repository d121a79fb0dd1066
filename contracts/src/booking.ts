// What a clinic asks of its centre about appointments: by which kinds of request, and how a tablet sees each. The
// centre owns the schedule and decides; until it has, a request waits in sight.

import type { AppointmentMode } from './appointment-mode.ts';
import type { AppointmentId, PatientId, RequestId, ServiceId } from './ids.ts';
import type { BusinessDay, EpochMs } from './time.ts';

/** The kinds of `v1.RequestRaised` that are about appointments. */
export const BookingKind = {
  book: 'book-appointment',
  move: 'move-appointment',
  cancel: 'cancel-appointment',
} as const;
export type BookingKind = (typeof BookingKind)[keyof typeof BookingKind];
const bookingKinds = Object.values(BookingKind);

export function isBookingKind(kind: string): kind is BookingKind {
  return (bookingKinds as readonly string[]).includes(kind);
}

/** How many free times a refusal names. */
export const mostFreeTimes = 3;

/** Of an appointment that does not say. */
export const usualMinutes = 15;

/** An edge holds every appointment from yesterday until so many days ahead. */
export const scheduleDaysAhead = 7;

export const BookingState = {
  /** The centre has not answered yet. */
  waiting: 'waiting',
  accepted: 'accepted',
  /** A work item of the same id says so, until a person has dealt with it. */
  refused: 'refused',
} as const;
export type BookingState = (typeof BookingState)[keyof typeof BookingState];

/** One request to the centre, as it stands at the edge. */
export interface BookingRequestView {
  readonly id: RequestId;
  readonly kind: BookingKind;
  readonly state: BookingState;
  readonly askedAt: EpochMs;
  readonly appointmentId: AppointmentId;
  readonly patientId?: PatientId;
  readonly serviceId?: ServiceId;
  /** The time that is wanted; of a cancellation the time that it frees. */
  readonly at?: EpochMs;
  /** Of a move: where it stood before. */
  readonly fromAt?: EpochMs;
  readonly fromServiceId?: ServiceId;
  /** Absent: in person. */
  readonly mode?: AppointmentMode;
  /** Why it was refused. */
  readonly code?: string;
  /** Of a refusal: the nearest times that were free. */
  readonly freeTimes?: readonly EpochMs[];
}

/** `GET /api/v1/booked-times?day=`: how many are booked, when and for what. It names nobody. */
export interface BookedTimes {
  readonly day: BusinessDay;
  /** Whether all that is booked for that day is known here. */
  readonly complete: boolean;
  /** When the clinic is open that day, in order; absent: it says no hours at all. */
  readonly open?: readonly { readonly from: EpochMs; readonly until: EpochMs }[];
  readonly times: readonly { readonly serviceId: ServiceId; readonly at: EpochMs }[];
}

/** The answer of `POST /api/v1/list-prints/next`: the list of the next day that the clinic is open. */
export interface NextDayList {
  readonly day: BusinessDay;
  readonly people: readonly {
    readonly at: EpochMs;
    readonly serviceId: ServiceId;
    readonly name?: string;
    readonly birthDate?: string;
  }[];
}

import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { AppointmentId, PatientId, ServiceId, StaffId } from '@foyer/contracts/ids.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { DeadLetter } from '../facts/types.ts';

export interface AppointmentRequest {
  readonly appointmentId: AppointmentId;
  readonly patientId: PatientId;
  readonly serviceId: ServiceId;
  readonly practitionerId?: StaffId;
  readonly at: EpochMs;
  readonly minutes: number;
  /** Absent: in person. */
  readonly mode?: AppointmentMode;
  readonly interpreterBooked?: boolean;
}

export const AppointmentStatus = {
  booked: 'booked',
  /** Checked in at the clinic. */
  arrived: 'arrived',
  cancelled: 'cancelled',
} as const;
export type AppointmentStatus = (typeof AppointmentStatus)[keyof typeof AppointmentStatus];

export interface Appointment extends AppointmentRequest {
  readonly businessDay: BusinessDay;
  readonly status: AppointmentStatus;
  /** What the patient shows at the kiosk. */
  readonly checkInCode: string;
}

export interface StaffMember {
  readonly staffId: StaffId;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** argon2id, PHC string; empty while the clinic alone has it. */
  readonly pinHash: string;
  readonly active: boolean;
  /** Of a temporary person: the last business day. */
  readonly until?: BusinessDay;
}

export interface Price {
  readonly serviceId: ServiceId;
  readonly amountMinor: number;
  readonly currency: string;
  readonly version: number;
}

/** The version follows from what was there before. */
export type NewPrice = Omit<Price, 'version'>;

/** An appointment that the clinic made itself, and its row in the log. */
export interface OwnBooking {
  readonly request: AppointmentRequest;
  readonly place: Pick<DeadLetter, 'epoch' | 'seq'>;
}

/** What of an appointment an arrival changes. */
export interface Arrival {
  readonly appointmentId: AppointmentId;
  readonly status: 'booked' | 'arrived';
  readonly ticketId: string | null;
}

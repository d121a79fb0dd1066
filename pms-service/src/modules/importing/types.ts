import type { ServiceId, StaffId } from '@foyer/contracts/ids.ts';
import type { NewPatient, Patient } from '../registration/types.ts';
import type { Appointment, AppointmentRequest, NewPrice, StaffMember } from '../scheduling/types.ts';

/** What the centre owns of a clinic, handed over at once. */
export interface ClinicFacts {
  readonly staff: readonly NewStaffMember[];
  readonly prices: readonly NewPrice[];
  readonly patients: readonly NewPatient[];
  readonly appointments: readonly AppointmentRequest[];
}

export interface NewStaffMember extends Omit<StaffMember, 'pinHash'> {
  /** Somebody who is known keeps the PIN that they have. */
  readonly pin?: string;
  /** Somebody new needs none: the clinic has it, or will give it. */
  readonly pinAtClinic?: boolean;
}

/** What is there already, as far as the facts are about it. */
export interface HeldFacts {
  readonly services: ReadonlySet<ServiceId>;
  readonly staff: ReadonlySet<StaffId>;
  readonly patients: ReadonlyMap<string, Patient>;
  /** Those of the days in question too. */
  readonly appointments: readonly Appointment[];
}

/** Where in the facts something is wrong, as a JSON pointer, and what. */
export interface ImportFault {
  readonly path: string;
  readonly what: string;
}

/** How many of each the import brought or changed, and the code of every appointment in it. */
export interface Imported {
  readonly staff: number;
  readonly prices: number;
  readonly patients: number;
  readonly booked: number;
  readonly appointments: readonly Appointment[];
}

export type ImportResult =
  | { readonly ok: true; readonly imported: Imported }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

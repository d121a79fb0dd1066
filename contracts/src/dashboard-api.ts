// What the centre's dashboard reads. Requests as schemas, answers as plain types: the page imports them without a byte.
// A session is an HttpOnly cookie that sign-in sets; names of patients never appear here.

import Type, { type Static } from 'typebox';
import type { ErrorCode } from './error-codes.ts';
import type { ClinicId, ServicePointId } from './ids.ts';
import type { Names } from './views.ts';
import { strictObject } from './schema.ts';
import type { PaymentMeans, ServicePointState, TicketState } from './ticket-state.ts';
import type { BusinessDay, EpochMs } from './time.ts';

/** `POST /api/v1/sign-in`. */
export const SignInRequest = strictObject({
  email: Type.String({ minLength: 3, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
export type SignInRequest = Static<typeof SignInRequest>;

export const userRoles = ['network-admin', 'clinic-admin', 'integration'] as const;
export type UserRole = (typeof userRoles)[number];

/** `GET /api/v1/me`, and the answer of sign-in. */
export interface SignedInUser {
  readonly email: string;
  readonly role: UserRole;
}

/** The line to a clinic's edge, as the centre knows it. */
export interface ClinicLine {
  /** When the edge was last heard; absent when never. */
  readonly lastHeardAt?: EpochMs;
  /** A fork or a broken chain: nothing more is taken until a person looked. */
  readonly quarantined: boolean;
}

/** One of `GET /api/v1/clinics`: `{ clinics: ClinicSummary[] }`, those this user may see. */
export interface ClinicSummary {
  readonly id: ClinicId;
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly accent?: string;
  /** The clinic's business day now. */
  readonly today: BusinessDay;
  readonly line: ClinicLine;
}

/** `GET /api/v1/clinics/{id}/day?date=`: the day as far as the centre has been told. */
export interface ClinicDay {
  readonly clinic: ClinicSummary;
  readonly businessDay: BusinessDay;
  readonly serverTime: EpochMs;
  /** Appointments of the day that were not cancelled. */
  readonly booked: number;
  /** People who took a number, walk-ins included. */
  readonly arrived: number;
  readonly walkIns: number;
  readonly waiting: number;
  /** When the one who waits longest took a number; absent when nobody waits. */
  readonly longestWaitSince?: EpochMs;
  readonly withStaff: number;
  readonly served: number;
  /** Went away without being seen. */
  readonly left: number;
  readonly takings: readonly { readonly means: PaymentMeans; readonly amountMinor: number; readonly payments: number }[];
  /** By the hour of the clinic's clock at which it began, `HH:00`, in the order of the business day; hours without
   *  anything may be left out. */
  readonly hours: readonly { readonly hour: string; readonly arrived: number; readonly served: number }[];
  readonly servicePoints: readonly DayServicePoint[];
  /** Not resolved yet, newest first. */
  readonly workItems: readonly DayWorkItem[];
}

export interface DayServicePoint {
  readonly id: ServicePointId;
  readonly names: Names;
  readonly state: ServicePointState;
  /** Who is called or served here now. */
  readonly ticket?: { readonly number: string; readonly state: TicketState; readonly since: EpochMs };
}

export interface DayWorkItem {
  readonly id: string;
  readonly kind: string;
  readonly code: ErrorCode | (string & {});
  readonly at: EpochMs;
}

// What the dashboards ask of the centre, under `/api/v1/` there. Source: API.md, "The centre".

import Type, { type Static } from 'typebox';
import type { DetailConflict } from './detail-conflict.ts';
import type { Gap } from './gap.ts';
import type { ClinicId, ServicePointId } from './ids.ts';
import type { LocalisedText } from './languages.ts';
import type { CurrencyCode } from './money.ts';
import type { PatientName } from './patient.ts';
import { strictObject } from './schema.ts';
import type { PaymentMeans, RoomState, ServicePointState } from './ticket-state.ts';
import type { BusinessDay, EpochMs, TimeOfDay, ZoneName } from './time.ts';
import type { WorkItemView } from './staff-view.ts';
import type { GradedWaits } from './wait-events.ts';

export const centreRoles = ['network-admin', 'clinic-admin', 'integration'] as const;
export type CentreRole = (typeof centreRoles)[number];

/** `POST /api/v1/sign-in`. The answer's token also comes as a cookie that scripts cannot read. */
export const SignInRequest = strictObject({
  email: Type.String({ minLength: 3, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
export type SignInRequest = Static<typeof SignInRequest>;
export interface SignInAnswer {
  readonly ok: true;
  readonly token: string;
  readonly expiresAt: EpochMs;
  readonly me: CentreUser;
}
/** `GET /api/v1/me`. */
export interface CentreUser {
  readonly id: string;
  readonly email: string;
  readonly role: CentreRole;
  readonly networkName: string;
}

/** `GET /api/v1/clinics`: those the user may see, by name. */
export interface ClinicList {
  readonly clinics: readonly ClinicListEntry[];
}
export interface ClinicListEntry {
  readonly id: ClinicId;
  readonly code: string;
  readonly name: string;
  readonly zone: ZoneName;
  readonly currency: CurrencyCode;
  /** The business day at the clinic now. */
  readonly businessDay: BusinessDay;
  /** When it changes, local time. */
  readonly businessDayStartsAt: TimeOfDay;
}

/** `GET /api/v1/clinics/{id}/day?date=YYYY-MM-DD`; without a date the clinic's business day now. */
export interface EstimatesOfService extends Pick<
  GradedWaits,
  'serviceId' | 'predicted' | 'coverage' | 'rmseMinutes' | 'biasMinutes'
> {
  /** Absent: the clinic has it no more. */
  readonly name?: LocalisedText;
}

export interface ClinicDay {
  readonly clinic: ClinicListEntry;
  readonly date: BusinessDay;
  readonly serverTime: EpochMs;
  /** Appointments of the day that were not cancelled. */
  readonly booked: number;
  /** Tickets of the day, however they came; cancelled ones left out. */
  readonly arrived: number;
  readonly arrivedWithoutBooking: number;
  readonly waiting: number;
  /** Of the clinic's edge: what lasted through them lasted that much shorter. */
  readonly gaps: readonly Gap[];
  /** Minutes that the longest-waiting one has waited; absent when nobody waits. */
  readonly longestWaitMinutes?: number;
  /** Called or being served. */
  readonly withStaff: number;
  readonly onHold: number;
  readonly served: number;
  /** Called and not come, or gone without being seen. */
  readonly notHere: number;
  readonly takings: {
    readonly currency: CurrencyCode;
    readonly totalMinor: number;
    readonly byMeans: readonly {
      readonly means: PaymentMeans;
      readonly amountMinor: number;
      readonly payments: number;
    }[];
  };
  /** By the clinic's local hour, 0 to 23; hours in which nothing happened are left out. */
  readonly hours: readonly {
    readonly hour: number;
    readonly arrived: number;
    readonly served: number;
    /** Half of those called in this hour had waited less, in minutes; absent when nobody was called. */
    readonly medianWaitMinutes?: number;
  }[];
  readonly rooms: readonly {
    readonly id: ServicePointId;
    readonly name: LocalisedText;
    readonly state: ServicePointState;
    readonly staffName?: string;
    /** Of the ticket called to it or served at it. */
    readonly ticketNumber?: string;
    readonly since?: EpochMs;
    /** What goes on there; absent before anything was said of it. */
    readonly room?: { readonly state: RoomState; readonly since: EpochMs };
  }[];
  /**
   * Set while rows of the clinic wait to be relayed: the counts and rooms of today are as the clinic said at this moment,
   * and takings and hours as the rows say that are here.
   */
  readonly liveAsOf?: EpochMs;
  /** Rows that could not be applied and that nobody has settled. */
  readonly deadLetters: number;
  /** How fresh the figures are. */
  readonly edge: {
    /** When the clinic's edge was last heard from; absent before the first time. */
    readonly lastHeardAt?: EpochMs;
    /** The moment of the newest fact that the centre holds. */
    readonly newestFactAt?: EpochMs;
    readonly state: 'never' | 'live' | 'quiet';
    /** A row differed from the one held: nothing more is taken in until a person looked. */
    readonly quarantined: boolean;
  };
  /** How right the estimates of waits were: of this day, or of the newest before it that was graded. */
  readonly estimates?: {
    readonly businessDay: BusinessDay;
    readonly services: readonly EstimatesOfService[];
  };
  /** Set while the clinic's building is being evacuated. */
  readonly evacuationSince?: EpochMs;
  /** Details of patients that were written in two ways: how many wait for a person, and how many were settled. */
  readonly conflicts?: { readonly open: number; readonly settled: number };
  /** Open ones, the oldest first. */
  readonly workItems: readonly WorkItemView[];
}

/** `GET /api/v1/clinics/{id}/detail-conflicts`: those that wait for a person, the oldest first, then those settled last. */
export interface ConflictList {
  readonly conflicts: readonly ListedConflict[];
}
export type ListedConflict = DetailConflict & { readonly name: PatientName };

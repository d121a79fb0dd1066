// Requests and answers of the edge's routes, as schemas where a body comes in. Source: API.md, "The edge".

import Type, { type Static } from 'typebox';
import type { Position } from './clinic-place.ts';
import type { ErrorCode } from './error-codes.ts';
import type { StaffId } from './ids.ts';
import type { Language, LocalisedText } from './languages.ts';
import { longestScan, scanFormats } from './scan-format.ts';
import {
  BadgeText,
  LanguageTag,
  LocalDateText,
  PublicKeyText,
  ShortText,
  TimeOfDayText,
  Uuid,
  oneOf,
  strictObject,
} from './schema.ts';
import { deviceRoles } from './roles.ts';
import type { DeviceRole, StaffRole } from './roles.ts';
import type { Need } from './ticket-state.ts';
import type { BusinessDay, EpochMs, TimeOfDay } from './time.ts';
import type { AppointmentSummary } from './kiosk-view.ts';

export interface Refusal {
  readonly code: ErrorCode;
  readonly [fact: string]: unknown;
}
export type CommandAnswer =
  | {
      readonly ok: true;
      readonly epoch: number;
      readonly seq: number;
      readonly result: { readonly [key: string]: unknown };
    }
  /** At the PMS alone: the edge has yet to answer. */
  | { readonly ok: true; readonly pending: true }
  | { readonly ok: false; readonly refusal: Refusal }
  | ErrorAnswer;
export interface ErrorAnswer {
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly path?: string };
}

const maybeAtPoint = { servicePointId: Type.Optional(Uuid) };
export const SessionRequest = Type.Union([
  strictObject({ staffId: Uuid, pin: Type.String({ pattern: '^\\d{4,8}$' }), ...maybeAtPoint }),
  /** As the reader typed it. */
  strictObject({ badge: BadgeText, ...maybeAtPoint }),
]);
export type SessionRequest = Static<typeof SessionRequest>;
export interface SessionAnswer {
  readonly token: string;
  /** Whose session it is: a badge does not say. */
  readonly staffId: StaffId;
  readonly expiresAt: EpochMs;
  readonly roles: readonly StaffRole[];
}
/** `GET /api/v1/staff-tiles`, with the tablet's token: who may sign in here. */
export interface StaffTiles {
  /** Digits of every PIN here: the tablet opens by itself at the last one. Absent: four. */
  readonly pinLength?: number;
  readonly staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly StaffRole[];
    /** Set for whom a supervisor admitted here for a few days: when that ends. */
    readonly temporaryUntil?: EpochMs;
    /** Set for whom a badge signs in. */
    readonly hasBadge?: true;
  }[];
  readonly servicePoints: readonly { readonly id: string; readonly name: string; readonly staffName?: string }[];
}

/** As it was read, controls and all. */
const ScannedText = Type.String({ minLength: 1, maxLength: longestScan });
export const identificationAsks = ['initials-and-time', 'phone-last4'] as const;
export const IdentificationRequest = Type.Union([
  strictObject({ birthDate: LocalDateText }),
  strictObject({ identificationId: Uuid, initials: Type.String({ minLength: 1, maxLength: 8 }), time: TimeOfDayText }),
  strictObject({ identificationId: Uuid, phoneLast4: Type.String({ pattern: '^\\d{4}$' }) }),
  strictObject({ qr: ScannedText }),
  strictObject({ document: strictObject({ format: oneOf(scanFormats), text: ScannedText }) }),
]);
export type IdentificationRequest = Static<typeof IdentificationRequest>;
export type IdentificationAnswer =
  | {
      readonly identificationId: string;
      readonly next: {
        readonly ask: readonly (typeof identificationAsks)[number][];
        readonly times: readonly string[];
      };
    }
  | {
      readonly identificationId: string;
      readonly matched: true;
      readonly appointments: readonly AppointmentSummary[];
      /** The patient's own, so that a kiosk speaks it unasked. */
      readonly language?: Language;
      /** What is written of the patient, to be confirmed where nobody is named. */
      readonly known?: KnownDetails;
      /** Set where none is of today: the nearest one, before or after. */
      readonly otherDay?: { readonly date: BusinessDay; readonly time: TimeOfDay };
      /** Set for who was found by a document that has expired. */
      readonly documentExpired?: true;
      /** What is still to be paid here. */
      readonly balance?: { readonly amountMinor: number; readonly currency: string };
    }
  | {
      readonly identificationId: string;
      readonly matched: false;
      readonly askDesk: true;
      readonly reason?: ErrorCode;
      /** The day that the code is for, with `code-of-another-day`. */
      readonly date?: BusinessDay;
      /** Its patient is known all the same: a number for the desk may name this identification. */
      readonly identified?: true;
      /** That patient's own. */
      readonly language?: Language;
      /** Beside `date`, local time of day, where it is known. */
      readonly time?: TimeOfDay;
      /** The clinic that the code is for, with `code-of-another-clinic`, where this one knows it. */
      readonly clinic?: ClinicElsewhere;
    };

/** Another clinic of the network, as somebody is told who stands here. */
export interface ClinicElsewhere {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly position?: Position;
  /** Where this clinic is. */
  readonly from?: Position;
}

/** Masked: only whose it is can tell from it who that is. */
export interface KnownDetails {
  /** The last two digits; absent: no phone is known. */
  readonly phoneEnd?: string;
  readonly language?: Language;
  readonly needs: readonly Need[];
  /** The card that found them, as far as its mask shows it. */
  readonly card?: { readonly name: LocalisedText; readonly masked: string };
}

/** Eight characters, as somebody types them. */
const EnrolmentCode = Type.String({ pattern: '^[A-Z0-9]{4}-?[A-Z0-9]{4}$' });

/** A screen that wants in: `POST /api/v1/enrolments`. */
export interface EnrolmentBegun {
  readonly enrolmentId: string;
  /** Eight characters that an administrator types. */
  readonly code: string;
  readonly expiresAt: EpochMs;
  /** Bearer of the polls of `GET /api/v1/enrolments/{enrolmentId}`. */
  readonly pollSecret: string;
}
export type EnrolmentState =
  | { readonly state: 'pending' | 'expired' }
  | {
      readonly state: 'approved';
      readonly token: string;
      readonly deviceId: string;
      readonly role: DeviceRole;
      readonly name: string;
      /** Where the topics of a thing without a screen begin; its token is its password. */
      readonly clinicId?: string;
      /** Of a screen that has a key: until then it has to renew. */
      readonly expiresAt?: EpochMs;
    };
/** `POST /api/v1/enrolments`. Without a key, where a screen cannot have one, the credential has no end. */
export const EnrolmentRequest = strictObject({
  publicKey: Type.Optional(PublicKeyText),
  /** In which the screen shows the words of its key. */
  language: Type.Optional(LanguageTag),
});
export type EnrolmentRequest = Static<typeof EnrolmentRequest>;
/** `POST /api/v1/enrolments/look`, by an administrator: whose code it is, before it is let in. */
export const EnrolmentLook = strictObject({ code: EnrolmentCode });
export interface EnrolmentSeen {
  readonly publicKey?: string;
  readonly language?: Language;
}

/** `POST /api/v1/renewals/ask { deviceId }` answers with what the screen's key has to sign within two minutes. */
export const RenewalQuestion = strictObject({ deviceId: Uuid });
/** `POST /api/v1/renewals`: the signature (ECDSA with SHA-256, r and s, base64url) of `renewalText`. */
export const RenewalRequest = strictObject({
  deviceId: Uuid,
  challenge: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
  signature: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }),
});
export type RenewalRequest = Static<typeof RenewalRequest>;
export interface RenewedCredential {
  readonly token: string;
  readonly expiresAt: EpochMs;
}

/** `POST /api/v1/enrolments/approve`, by an administrator. */
export const EnrolmentApproval = strictObject({
  code: EnrolmentCode,
  role: oneOf(deviceRoles),
  name: ShortText,
  servicePointId: Type.Optional(Uuid),
});
export type EnrolmentApproval = Static<typeof EnrolmentApproval>;
/** `POST /api/v1/enrolments/redeem`: the one-time code of a printed link; demonstration and loopback alone. */
export const EnrolmentRedemption = strictObject({ code: Type.String({ minLength: 16, maxLength: 64 }) });

export interface LogPage {
  readonly rows: readonly {
    readonly clinicId: string;
    readonly epoch: number;
    readonly seq: number;
    readonly id: string;
    readonly type: string;
    readonly at: EpochMs;
    readonly businessDay: string;
    readonly actor: string;
    readonly commandId: string | null;
    readonly body: string;
    readonly subjectId: string | null;
    /** Base64. */
    readonly sealed: string | null;
    readonly prevHash: string;
    readonly hash: string;
  }[];
  /** `{epoch}.{seq}` to ask after next. */
  readonly next: string;
}

/** Who was shown whose record, oldest first: `GET /api/v1/record-views`, for the auditor. */
export interface RecordViewsPage {
  readonly views: readonly {
    readonly number: number;
    readonly at: EpochMs;
    readonly actor: string;
    readonly patientId: string;
    readonly purpose: string;
  }[];
  /** To ask after next. */
  readonly next: number;
}

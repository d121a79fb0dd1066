// The one way to change anything: the writer's worker, seen from the main thread. It alone owns the write connection;
// a promise resolves after the commit that holds the command's rows, never before. Source: ADR 0003.

import type { Command } from '@foyer/contracts/commands.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import type { PatientId, AppointmentId } from '@foyer/contracts/ids.ts';
import type { Static } from '@foyer/contracts/schema.ts';
import type { FeedKind, FeedPage, feedBodies } from '@foyer/contracts/sync-protocol.ts';
import type { TicketNote } from '@foyer/contracts/ticket-note.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { QueueChanges } from '@foyer/domain/queue/queue-state.ts';
import type { BillingChanges } from '@foyer/domain/billing/billing-state.ts';

/** Who a kiosk session has identified; the door finds it, the use case judges it after the look-up of the commandId. */
export interface Identified {
  readonly identificationId: string;
  readonly patientId: PatientId;
  /** Of today, in order of time. */
  readonly appointmentIds: readonly AppointmentId[];
  /** The live code that they were found by, which is good for one check-in. */
  readonly liveCodeId?: string;
  /** What staff have to know of a number that is given in this session. */
  readonly notes?: readonly TicketNote[];
  /** What staff said that the patient needs: nobody changes that at a kiosk. */
  readonly staffNeeds?: readonly Need[];
}

export interface Submission {
  readonly command: Command;
  readonly sender: Sender;
  /** Absent when the command names none, or names one that is over. */
  readonly identified?: Identified;
  /** Of a command that sets one. */
  readonly newPin?: NewPin;
  /** Of a command that enrols one: its keyed hash, never its number. */
  readonly newBadge?: Uint8Array;
}

/** A PIN as the door hands it on: never the digits themselves. */
export interface NewPin {
  readonly hash: string;
  readonly digits: number;
}

export type StatusAnswer = CommandAnswer & { readonly status: number };

/** What one commit changed: told after it, in the order of commits, to the views, the printer, the relay. */
export interface Committed {
  readonly epoch: number;
  readonly seq: number;
  readonly at: EpochMs;
  readonly businessDay: string;
  readonly queue: QueueChanges;
  readonly billing: BillingChanges;
  readonly rows: readonly CommittedRow[];
  /** Subjects whose opened data changed or is gone. */
  readonly subjects: readonly string[];
  /** Whether reference data or configuration changed: views read them again. */
  readonly reference: boolean;
}
export interface CommittedRow {
  readonly epoch: number;
  readonly seq: number;
  readonly type: string;
  readonly at: EpochMs;
  readonly actor: string;
  readonly commandId: string | null;
  /** The parsed body. */
  readonly body: unknown;
}

export interface Writer {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  submit(submission: Submission): Promise<StatusAnswer>;
  /** Rows of the reference tables, applied idempotently in one transaction with the feed's number. */
  applyFeed(page: FeedPage): Promise<void>;
  /** Remembers what the centre has acknowledged. */
  acknowledged(position: { epoch: number; seq: number }): Promise<void>;
  /** Enrolment, PIN failures and the like: state of the box, outside the log. */
  changeBox<K extends keyof BoxChanges>(kind: K, change: BoxChanges[K]): Promise<void>;
  /** The first rows of a clinic. Refused with `not-allowed` where there is one already. */
  initialise(initialisation: Initialisation): Promise<void>;
  /** A new epoch: this edge was restored from an older image. */
  beginEpoch(): Promise<void>;
  /** Listeners run before the promises of the same commit resolve. */
  onCommitted(listener: (committed: Committed) => void): void;
  /** The disk failed: the process must end. */
  onFatal(listener: (error: Error) => void): void;
}

/** What a clinic begins with; people and prices are the edge's own until a PMS adopts the clinic. */
export interface Initialisation {
  readonly configuration: ClinicConfiguration;
  /** Whether every service point is open from the first moment. */
  readonly openServicePoints: boolean;
  readonly staff: readonly FeedBody<'staff'>[];
  readonly prices: readonly FeedBody<'price'>[];
  /** Those that the clinic's own people chose here: they stay on the box, whoever owns the roster later. */
  readonly pins?: readonly BoxChanges['pin-set'][];
  /** Ed25519 public key of check-in codes, raw. */
  readonly checkInPublicKey?: Uint8Array;
}
type FeedBody<K extends FeedKind> = Static<(typeof feedBodies)[K]>;

/** ECDSA P-256, as a raw point; and until when the credential that goes with it is good. */
export interface DeviceKey {
  readonly publicKey: Uint8Array;
  readonly expiresAt: EpochMs;
}

/** What the box knows of its own screens and sessions; never part of the log. */
export interface BoxChanges {
  'device-enrolled': {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly servicePointId: string | null;
    readonly tokenHash: Uint8Array;
    readonly loopbackOnly: boolean;
    readonly enrolledAt: EpochMs;
    /** Absent: it cannot renew, and its credential has no end. */
    readonly key?: DeviceKey | undefined;
  };
  /** `lateAt`: its credential had expired. */
  'device-renewed': {
    readonly id: string;
    readonly tokenHash: Uint8Array;
    readonly expiresAt: EpochMs;
    readonly lateAt: EpochMs | null;
  };
  'device-revoked': { readonly id: string };
  /** Two were one at once: neither is let in. */
  'device-fenced': { readonly id: string; readonly at: EpochMs };
  /** As an external broker stores it. */
  'thing-password-set': { readonly id: string; readonly password: string; readonly expiresAt: EpochMs };
  /** In the place of one that was offered before. */
  'thing-password-offered': {
    readonly id: string;
    readonly offer: {
      readonly id: string;
      readonly tokenHash: Uint8Array;
      /** As an external broker stores it. */
      readonly password: string;
      readonly expiresAt: EpochMs;
    };
  };
  /** The thing has what was offered under this id: it counts now. `lateAt`: the one before had expired. */
  'thing-password-taken': { readonly id: string; readonly offerId: string; readonly lateAt: EpochMs | null };
  /** The device's other sessions end with it. */
  'session-opened': {
    readonly tokenHash: Uint8Array;
    readonly staffId: string;
    readonly deviceId: string | null;
    readonly servicePointId: string | null;
    readonly roles: readonly string[];
    readonly expiresAt: EpochMs;
  };
  'session-closed': { readonly tokenHash: Uint8Array };
  'pin-failed': {
    readonly staffId: string;
    readonly failures: number;
    readonly lockedUntil: EpochMs | null;
  };
  /** It counts from now on, and opens a name that wrong PINs have locked. */
  'pin-set': { readonly staffId: string; readonly pinHash: string; readonly pinDigits: number };
  /** In place of the person's other badge. */
  'badge-enrolled': { readonly staffId: string; readonly badgeHash: Uint8Array };
  'badge-removed': { readonly staffId: string };
  'record-viewed': {
    readonly actor: string;
    readonly patientId: string;
    readonly at: EpochMs;
    readonly purpose: string;
  };
}

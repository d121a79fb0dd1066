// What the main thread reads: projections, reference data and the state of the box, over a connection that cannot
// write. Every answer is at least as new as the last commit that was told.

import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { Position } from '@foyer/contracts/clinic-place.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { FeedPlace, WireKey } from '@foyer/contracts/sync-protocol.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { CentreBalance } from '@foyer/domain/billing/balance.ts';
import type { BillingState } from '@foyer/domain/billing/billing-state.ts';
import type { CallingRulesRecord, QueueState, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { FormResponseRow, RequestRow, UsedCodeRow, WorkItemRow } from './projections.ts';
import type { WaitReading } from './wait-records.ts';
import type { DeviceKey } from './writer.ts';

export interface StoredPatient {
  readonly id: string;
  readonly details: PatientDetails;
  readonly erased: boolean;
}
export interface StoredAppointment {
  readonly id: string;
  readonly patientId: string;
  readonly serviceId: string;
  readonly at: EpochMs;
  readonly status: 'booked' | 'cancelled';
  /** Whom it is with, where that is somebody in particular. */
  readonly practitionerId?: string;
  /** The ticket it was checked in with. */
  readonly ticketId: string | null;
  /** Absent: in person. */
  readonly mode?: AppointmentMode;
}
/** Another clinic of the network. */
export interface NetworkClinic {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly position?: Position;
  /** Of its check-in codes: Ed25519, raw. */
  readonly publicKey: Uint8Array;
}
export interface StoredStaff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly pinHash: string;
  readonly pinDigits: number;
  readonly active: boolean;
  /** Of a temporary person: when the last day ends. */
  readonly endsAt: EpochMs | null;
  readonly failures: number;
  readonly lockedUntil: EpochMs | null;
  readonly hasBadge: boolean;
}
export interface StoredDevice {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly servicePointId: string | null;
  readonly loopbackOnly: boolean;
  readonly enrolledAt: EpochMs;
  readonly revoked: boolean;
  /** Of a screen that renews by itself. */
  readonly key?: DeviceKey;
  /** When it last renewed a credential that had expired. */
  readonly renewedLateAt?: EpochMs;
  /** Of a thing; absent: it was enrolled before passwords had an end. */
  readonly passwordUntil?: EpochMs;
}
export interface ThingCredential {
  readonly expiresAt: EpochMs;
  /** The next password, which the thing may not have yet. */
  readonly offer?: { readonly id: string; readonly tokenHash: Uint8Array };
}
export interface StoredSession {
  readonly staffId: string;
  readonly deviceId: string | null;
  readonly servicePointId: string | null;
  readonly roles: readonly StaffRole[];
  readonly expiresAt: EpochMs;
}
/** One line of the access log. */
export interface StoredRecordView {
  readonly number: number;
  readonly at: EpochMs;
  readonly actor: string;
  readonly patientId: string;
  readonly purpose: string;
}
export interface StoredPrice {
  readonly serviceId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly version: number;
}

export interface ReadModel extends WaitReading {
  position(): { readonly epoch: number; readonly seq: number; readonly at: EpochMs };
  /** Undefined until the first run has named the clinic. */
  configuration(): ClinicConfiguration | undefined;
  /** Of the clinic's set-up; 0 before there is one. */
  configurationVersion(): number;
  clockFrozen(): boolean;
  /** Of the newest row: the one that goes on while its change is frozen. */
  lastBusinessDay(): BusinessDay | undefined;
  /** Everything open, and what belongs to the last two business days. */
  queue(): QueueState;
  billing(): BillingState;
  /** Of any day. */
  ticket(id: string): TicketRecord | undefined;
  /** A revision of the rules of calling, by its key, in force or not. */
  callingRules(id: string): CallingRulesRecord | undefined;
  patient(id: string): StoredPatient | undefined;
  patientsBornOn(birthDate: string): readonly StoredPatient[];
  patientsWithIdentifier(kind: string, value: string): readonly StoredPatient[];
  appointment(id: string): StoredAppointment | undefined;
  appointmentsOfPatient(patientId: string, from: EpochMs, until: EpochMs): readonly StoredAppointment[];
  appointmentsBetween(from: EpochMs, until: EpochMs): readonly StoredAppointment[];
  ticketIdByPublicId(publicId: string): string | undefined;
  prices(): readonly StoredPrice[];
  staff(): readonly StoredStaff[];
  /** Whose badge has this keyed hash. */
  staffOfBadge(badgeHash: Uint8Array): string | undefined;
  devices(): readonly StoredDevice[];
  /** By the id of their display. */
  displayLayouts(): ReadonlyMap<string, DisplayLayout>;
  /** Of buttons, signs and gateways, by the id of their device. */
  thingSetUps(): ReadonlyMap<string, ThingSetUp>;
  /** Those that two were at once: let in no more. */
  fencedDevices(): ReadonlySet<string>;
  /** As an external broker wants it, of each thing that may come in. */
  thingPasswords(): ReadonlyMap<string, string>;
  /** Undefined: its password has no end. */
  thingCredential(deviceId: string): ThingCredential | undefined;
  /** Settings that were changed at the clinic. */
  settings(): SettingValues;
  deviceByTokenHash(hash: Uint8Array): StoredDevice | undefined;
  sessionByTokenHash(hash: Uint8Array): StoredSession | undefined;
  checkInPublicKey(): Uint8Array | undefined;
  /** Of a live check-in code; undefined for one that nobody has used. */
  usedCode(codeId: string): UsedCodeRow | undefined;
  /** Another clinic of the network; undefined for one that the centre has not told of. */
  networkClinic(id: string): NetworkClinic | undefined;
  /** What the centre still knows to be open; undefined where that is nothing. */
  balanceOf(patientId: string): CentreBalance | undefined;
  /** The ids under which this person was registered here, beside the centre's. */
  linkedTo(patientId: string): readonly string[];
  /** In which a person has to choose, or has chosen since then. */
  detailConflicts(since: EpochMs): readonly DetailConflict[];
  /** Those that nobody has settled yet, the oldest first. */
  workItems(): readonly WorkItemRow[];
  /** What was said in the forms of a ticket, the oldest first. */
  formResponses(ticketId: string): readonly FormResponseRow[];
  /** What was asked of the centre about appointments: what waits, and what was asked since then. */
  bookingRequests(since: EpochMs): readonly RequestRow[];
  /** How many items of the feed could not be applied. */
  feedFailures(): number;
  /** Rows after a position, in order, over epochs. */
  logAfter(after: { epoch: number; seq: number }, limit: number): readonly LogRow[];
  /** The first row that is there, 0 before there is one; and the checkpoint behind which rows may be gone, 0: none. */
  logBegin(): { readonly first: number; readonly checkpoint: number };
  /** What tells the clinic's set-up after this row: where it was last applied whole, and its changes since, in order. */
  setUpUntil(seq: number): readonly LogRow[];
  /** The place of the newest row of this epoch or an earlier one. */
  lastUntilEpoch(epoch: number): { readonly epoch: number; readonly seq: number } | undefined;
  /** Wrapped keys of the subjects of these rows. */
  wrappedKeys(subjectIds: readonly string[]): readonly WireKey[];
  refusals(limit: number): readonly {
    readonly at: EpochMs;
    readonly actor: string;
    readonly command: string;
    readonly code: string;
  }[];
  /** Who was shown whose record, after a number and in order; of one patient when one is named. */
  recordViews(after: number, limit: number, patientId?: string): readonly StoredRecordView[];
  acknowledged(): { readonly epoch: number; readonly seq: number };
  feedNumber(): number;
  feedPlace(): FeedPlace;
}

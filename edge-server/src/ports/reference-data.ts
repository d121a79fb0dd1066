// What the centre owns, as decisions read it: synchronous, inside the transaction that is open.

import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { FeedItem, FeedPlace, SnapshotPlace } from '@foyer/contracts/sync-protocol.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface ReferenceAppointment {
  readonly id: string;
  readonly patientId: string;
  readonly serviceId: string;
  readonly at: EpochMs;
  readonly status: 'booked' | 'cancelled';
  /** Whom it is with, where that is somebody in particular. */
  readonly practitionerId?: string;
}
export interface ReferencePrice {
  readonly amountMinor: number;
  readonly currency: string;
  readonly version: number;
}

export interface ReferenceData {
  appointment(id: string): ReferenceAppointment | undefined;
  /** Of one patient, in order of time. */
  appointmentsOfPatient(patientId: string, from: EpochMs, until: EpochMs): readonly ReferenceAppointment[];
  /** Of everybody, in order of time. */
  appointmentsBetween(
    from: EpochMs,
    until: EpochMs,
  ): readonly (ReferenceAppointment & { readonly minutes: number; readonly mode?: AppointmentMode })[];
  /** For an appointment of the centre's. */
  interpreterBooked(appointmentId: string): boolean;
  price(serviceId: string): ReferencePrice | undefined;
  knowsPatient(id: string): boolean;
  /** As every screen is shown them; undefined for nobody. */
  patientDetails(id: string): PatientDetails | undefined;
  /** With what was chosen here since. */
  detailConflict(id: string): DetailConflict | undefined;
  knowsStaff(id: string): boolean;
  /** Of somebody who works here; undefined for anybody else. */
  staffRoles(id: string): readonly StaffRole[] | undefined;
  /** Whose badge has this keyed hash. */
  staffOfBadge(badgeHash: Uint8Array): string | undefined;
  hasBadge(staffId: string): boolean;
  /** An enrolled one. */
  isDisplay(deviceId: string): boolean;
  /** What each enrolled display shows, where somebody has set it. */
  displayLayouts(): ReadonlyMap<string, DisplayLayout>;
  /** Of one that is enrolled still. */
  device(id: string): { readonly role: string; readonly servicePointId: string | null } | undefined;
  /** Of an enrolled device: what it is. */
  deviceRole(deviceId: string): string | undefined;
  /** Whether somebody who works here has this name. */
  staffNamed(name: string): boolean;
  /** How many digits the PINs here have: one number, unless they differ. */
  pinDigits(): readonly number[];
  checkInPublicKey(): Uint8Array | undefined;
  /** Whether a centre has sent anything down: from then on the schedule, staff and prices are its own. */
  isAdopted(): boolean;
}

/** An item that is a plain copy of what the centre owns. */
export type ReferenceItem = Extract<
  FeedItem,
  {
    readonly kind:
      | 'patient'
      | 'detail-conflict'
      | 'appointment'
      | 'price'
      | 'staff'
      | 'check-in-key'
      | 'balance'
      | 'network-clinic';
  }
>;

/** Of the centre's, by its kind and id. */
export interface OwnedThing {
  readonly kind: Exclude<ReferenceItem['kind'], 'check-in-key'>;
  readonly id: string;
}

/** How far the copy of what the centre owns is. */
export interface FeedPlaceTable {
  place(): FeedPlace;
  /** Nothing has been named yet. */
  beginSnapshot(incarnation: string, at: number): void;
  /** The snapshot has this thing. */
  named(kind: FeedItem['kind'], id: string): void;
  snapshotIsAt(incarnation: string, place: SnapshotPlace): void;
  endSnapshot(incarnation: string, number: number): void;
  /** The feed goes on behind this number, also where it is a smaller one than before. */
  follows(incarnation: string, number: number): void;
  /** What is held and the snapshot did not name. */
  unnamed(): readonly OwnedThing[];
  /** What the snapshot that is being taken has named so far. */
  namedThings(): readonly OwnedThing[];
}

export interface ReferenceTables extends ReferenceData {
  readonly feedPlace: FeedPlaceTable;
  /** Puts the item in place of the earlier one with its id, or removes it. */
  apply(item: ReferenceItem): void;
  /** The centre did not agree to the PIN that was set here: its own counts again. */
  forgetLocalPin(staffId: string): void;
  /** Everything that speaks of this patient. */
  forgetPatient(patientId: string): void;
  feedNumber(): number;
  advanceFeed(number: number): void;
  failed(
    item: { readonly number: number; readonly kind: string; readonly id: string },
    code: string,
    at: EpochMs,
  ): void;
  acknowledged(): { readonly epoch: number; readonly seq: number };
  acknowledge(position: { readonly epoch: number; readonly seq: number }): void;
}

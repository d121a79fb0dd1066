// Everything that a view may be made of, as it stands after the last commit. Views are pure functions of it.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import type { PrinterView } from '@foyer/contracts/printer-view.ts';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { StorageView } from '@foyer/contracts/storage.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { BusinessDay, EpochMs, TimeOfDay } from '@foyer/contracts/time.ts';
import type { PrintView } from '@foyer/contracts/clinic-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { DeviceView, PatientView, StaffView } from '@foyer/contracts/staff-view.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import type { CentreBalance } from '@foyer/domain/billing/balance.ts';
import type { BillingState } from '@foyer/domain/billing/billing-state.ts';
import type { CallingWorld } from '@foyer/domain/queue/order.ts';
import type { CallRecord, QueueState } from '@foyer/domain/queue/queue-state.ts';
import type { BoxReports } from '../ports/box-reports.ts';
import type { RequestRow, WorkItemRow } from '../ports/projections.ts';
import type { StoredAppointment } from '../ports/read-model.ts';
import type { ScannerNow } from '../ports/scanner.ts';
import type { ThingReport } from '../ports/things.ts';

/** What became of a sheet, and for which screen it was printed. */
export interface Print extends PrintView {
  readonly paymentId?: string;
  readonly deviceId?: string;
  readonly at: EpochMs;
}

/** How long until called, as told: of who waits, and of who takes a number for a service now. */
export interface ToldWaits {
  readonly tickets: ReadonlyMap<TicketId, WaitView>;
  readonly services: ReadonlyMap<ServiceId, WaitView>;
}

/** How the clinic's printers are. */
export type PrintersNow = Pick<ClinicState, 'printer' | 'printers' | 'printerAt'>;

/** How the clinic's scanners are, and which wait to be set up. */
export type ScannersNow = Pick<ClinicState, 'scanners' | 'foundScanners'>;

export interface ClinicState {
  readonly epoch: number;
  readonly seq: number;
  readonly now: EpochMs;
  /** The log's own time: it does not go back with a wall clock that is set back. */
  readonly logNow: EpochMs;
  readonly businessDay: BusinessDay;
  readonly configuration: ClinicConfiguration;
  /** Local time of day; absent when the clinic is closed now. */
  readonly openUntil: string | undefined;
  /** When it opens again, while it is closed; absent when it says no hours. */
  readonly opensAt: EpochMs | undefined;
  /** Why it is shut on this date, where it is and says so. */
  readonly closedFor?: LocalisedText | undefined;
  /** When it opens on a later business day than this one. */
  readonly opensNextDayAt: EpochMs | undefined;
  readonly clockFrozen: boolean;
  /** Help that nobody took in time, whatever the wall clock says of it now. */
  readonly overdueHelp: ReadonlySet<string>;
  readonly queue: QueueState;
  readonly billing: BillingState;
  /** The latest, oldest first; not all of the day's, because a wall is told of each within a millisecond. */
  readonly recentCalls: readonly CallRecord[];
  readonly staff: ReadonlyMap<string, { readonly name: string; readonly roles: readonly StaffRole[] }>;
  /** Until when too many wrong PINs have locked somebody, by the id of the person. */
  readonly lockedStaff: ReadonlyMap<string, EpochMs>;
  readonly devices: readonly DeviceView[];
  /** The last numbers that a device had to do with, the newest first. */
  recentTickets(deviceId: string): readonly string[];
  /** Settings that were changed at the clinic, or that the machine was started with. */
  readonly settings: SettingValues;
  /** By the clinic's clock. */
  readonly timeOfDay: TimeOfDay;
  /** What things said of themselves, and what they were set up to do; by the id of their device. */
  readonly things: ReadonlyMap<string, ThingReport>;
  readonly thingSetUps: ReadonlyMap<string, ThingSetUp>;
  /** Of this machine; absent: nobody has said. */
  readonly boxReports?: BoxReports;
  /** Absent: what is done can be kept. */
  readonly storage?: StorageView;
  /** By the id of their device. */
  readonly displayLayouts: ReadonlyMap<string, DisplayLayout>;
  readonly prices: ReadonlyMap<string, number>;
  /** Of this business day, in order of time. */
  readonly appointments: readonly StoredAppointment[];
  /** What the centre knows to be open of those who are booked on it. */
  readonly balances: ReadonlyMap<string, CentreBalance>;
  readonly workItems: readonly WorkItemRow[];
  /** In which a person has to choose, or has chosen on this business day. */
  readonly conflicts: readonly DetailConflict[];
  /** Of the centre, about appointments: what waits, and what was asked on this business day. */
  readonly bookingRequests: readonly RequestRow[];
  /** Whether a centre owns the schedule. */
  readonly isAdopted: boolean;
  readonly prints: ReadonlyMap<string, Print>;
  readonly scans: ReadonlyMap<string, NonNullable<KioskView['scan']>>;
  /** Of the scanner that types into this kiosk: what it puts first. */
  readonly wedgePrefix?: (deviceId: string) => string | undefined;
  readonly waits: ToldWaits;
  /** At the desk. */
  readonly printer: StaffView['printer'];
  /** Each printer; absent: nobody has said yet. */
  readonly printers?: readonly PrinterView[];
  /** On the cables of this box: as they were set up, and those that nobody set up; absent: nobody has looked yet. */
  readonly scanners?: readonly ScannerNow[];
  readonly foundScanners?: readonly FoundScanner[];
  /** At this kiosk; absent: where the desk prints. */
  readonly printerAt?: (deviceId: string) => StaffView['printer'];
  readonly voice: boolean;
  /** In which languages the clinic has recorded clips. */
  readonly recorded: readonly Language[];
  readonly ticketUrl: string | undefined;
  readonly relay: StaffView['relay'];
  patient(id: string): PatientView | undefined;
  /** `M. O.`; empty where no name is known. */
  initials(patientId: string): string;
}

/** What the order of the queue goes by: the log's own time, so that every screen has it as the writer decides. */
export function callingWorld({ configuration, logNow }: Pick<ClinicState, 'configuration' | 'logNow'>): CallingWorld {
  return { configuration, now: logNow };
}

// Tables folded from the log alone. The writer's memory asks for what is not resident, the fold puts what changed.

import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { ClinicPart } from '@foyer/contracts/clinic-document.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { FormContent } from '@foyer/contracts/forms.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { ChargeRecord, PaymentRecord, SeriesRecord, TillRecord } from '@foyer/domain/billing/billing-state.ts';
import type { LeaseRecord } from '@foyer/domain/leases/lease.ts';
import type {
  CallingRulesRecord,
  CallRecord,
  ClosingRecord,
  DelayRecord,
  EvacuationRecord,
  GapRecord,
  HelpRecord,
  MessageRecord,
  OrdinalRecord,
  ServicePointRecord,
  PaperNumberRecord,
  ReassignedAppointmentRecord,
  ReassignmentRecord,
  TicketFormsRecord,
  TicketRecord,
  WalkInsRecord,
} from '@foyer/domain/queue/queue-state.ts';
import type { WaitRecords } from './wait-records.ts';

/** Records by the name of their table. */
export interface StoredRecords {
  readonly tickets: TicketRecord;
  readonly servicePoints: ServicePointRecord;
  readonly calls: CallRecord;
  readonly help: HelpRecord;
  readonly ordinals: OrdinalRecord;
  readonly evacuations: EvacuationRecord;
  readonly closings: ClosingRecord;
  readonly walkIns: WalkInsRecord;
  readonly delays: DelayRecord;
  readonly messages: MessageRecord;
  readonly reassignments: ReassignmentRecord;
  readonly reassignedAppointments: ReassignedAppointmentRecord;
  readonly paperNumbers: PaperNumberRecord;
  readonly gaps: GapRecord;
  readonly forms: TicketFormsRecord;
  readonly callingRules: CallingRulesRecord;
  readonly tills: TillRecord;
  readonly charges: ChargeRecord;
  readonly payments: PaymentRecord;
  readonly series: SeriesRecord;
}
export type RecordKind = keyof StoredRecords;

/** A patient that this clinic registered or changed. */
export interface PatientRow {
  readonly id: string;
  readonly details: PatientDetails;
  readonly centralPatientId: string | null;
  readonly provisional: boolean;
  readonly erased: boolean;
  /** The row of the log that changed it last. */
  readonly changedSeq: number;
}

export interface ClinicRow {
  readonly clinicId: string;
  readonly code: string;
  readonly version: number;
  readonly configuration: ClinicConfiguration | null;
  readonly clockFrozen: boolean;
  /** What the clinic has changed itself: of these, the centre's feed changes nothing. */
  readonly ownParts: readonly ClinicPart[];
}

export interface OwnAppointmentRow {
  readonly id: string;
  readonly patientId: string;
  readonly serviceId: string;
  readonly at: EpochMs;
  readonly minutes: number;
  /** Absent: in person. */
  readonly mode?: AppointmentMode | undefined;
  readonly practitionerId?: string | undefined;
}

/** A live check-in code that was used. */
export interface UsedCodeRow {
  readonly codeId: string;
  readonly appointmentId: string;
  /** The number that it led to. */
  readonly ticketId: string;
  /** Of the kiosk session that it was scanned in. */
  readonly identificationId?: string | undefined;
}

export interface AnswerRow {
  readonly commandId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly actor: string;
  readonly result: { readonly [key: string]: unknown };
  /** Keyed hash of the command's body: the box's own memory, absent in a rebuild. */
  readonly bodyHash: Uint8Array | null;
}

export interface RequestRow {
  readonly id: string;
  readonly kind: string;
  /** Raised here, to be answered by the centre. */
  readonly ours: boolean;
  readonly at: EpochMs;
  readonly accepted: boolean | null;
  readonly code: string | null;
  /** Ids of what was asked about. */
  readonly about: { readonly [what: string]: string };
}

/** What was chosen here last of the versions of one detail; null: none. */
interface ChosenDetailRow {
  readonly conflictId: string;
  readonly version: number | null;
  readonly at: EpochMs;
  readonly by: string;
  /** Of the row that says so. */
  readonly changedSeq: number;
}

/** What a person has to decide. */
export interface WorkItemRow {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly at: EpochMs;
  /** Ids of what it is about. */
  readonly about: { readonly [what: string]: string };
  /** When, and by whom, it was settled; null while it is open. */
  readonly resolvedAt: EpochMs | null;
  readonly resolvedBy: string | null;
}

/** Whom a supervisor admitted here for a few days. */
export interface TemporaryStaffRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly until: BusinessDay;
  /** When that day ends. */
  readonly endsAt: EpochMs;
  /** When a supervisor, or the centre's refusal, ended it before. */
  readonly endedAt: EpochMs | null;
  /** The centre has taken the person into its roster. */
  readonly accepted: boolean;
}

/** What was said in one form, opened: it goes when its ticket's person is erased. */
export interface FormResponseRow {
  readonly id: string;
  readonly ticketId: string;
  readonly formId: string;
  readonly version: number;
  readonly at: EpochMs;
  /** Of the row that tells of it. */
  readonly seq: number;
  readonly content: FormContent;
}

export interface Projections extends WaitRecords {
  /** What a decision may walk through: what is open. */
  walked<K extends RecordKind>(kind: K): readonly StoredRecords[K][];
  find<K extends RecordKind>(kind: K, id: string): StoredRecords[K] | undefined;
  /** `before` is what `find` would answer now. */
  put<K extends RecordKind>(kind: K, record: StoredRecords[K], before: StoredRecords[K] | undefined): void;
  chargesOfTicket(ticketId: string): readonly ChargeRecord[];
  chargesOfPatient(patientId: string): readonly ChargeRecord[];
  ticketIdsOfPatient(patientId: string): readonly string[];

  patient(id: string): PatientRow | undefined;
  putPatient(patient: PatientRow): void;
  /** Provisional patients that the centre knows under this id. */
  linkedTo(centralPatientId: string): readonly string[];

  clinic(): ClinicRow | undefined;
  putClinic(clinic: ClinicRow): void;

  /** One that this clinic booked itself. */
  putAppointment(appointment: OwnAppointmentRow): void;
  moveAppointment(id: string, serviceId: string, at: EpochMs): void;
  cancelAppointment(id: string): void;
  forgetAppointmentsOf(patientId: string): void;

  checkedIn(appointmentId: string, ticketId: string): void;
  checkInUndone(appointmentId: string): void;
  ticketOfAppointment(appointmentId: string): string | undefined;

  putUsedCode(used: UsedCodeRow): void;
  usedCode(codeId: string): UsedCodeRow | undefined;

  putAnswer(answer: AnswerRow): void;

  putFormResponse(response: FormResponseRow): void;
  forgetFormResponsesOf(ticketId: string): void;

  putDisplayLayout(deviceId: string, layout: DisplayLayout): void;
  putThingSetUp(deviceId: string, setUp: ThingSetUp): void;
  /** By the id of their device. */
  thingSetUps(): ReadonlyMap<string, ThingSetUp>;
  /** Null: as the machine was started. */
  putSetting(name: string, value: string | null): void;

  putChosenDetail(chosen: ChosenDetailRow): void;

  lease(id: string): LeaseRecord | undefined;
  putLease(record: LeaseRecord): void;
  /** Those that have not ended, the oldest first. */
  openLeases(): readonly LeaseRecord[];
  /** Whether this service is one that clinics share: beyond the leases a kiosk gives no numbers for it. */
  isShared(serviceId: string): boolean;
  sharesIn(poolId: string): boolean;
  forgetPool(poolId: string): void;

  request(id: string): RequestRow | undefined;
  putRequest(request: RequestRow): void;
  temporaryStaff(id: string): TemporaryStaffRow | undefined;
  putTemporaryStaff(member: TemporaryStaffRow): void;
  workItem(id: string): WorkItemRow | undefined;
  /** Opens an item; one that is there already stays as it is. */
  addWorkItem(item: Omit<WorkItemRow, 'resolvedAt' | 'resolvedBy'>): void;
  resolveWorkItem(id: string, at: EpochMs, by: string): void;
}

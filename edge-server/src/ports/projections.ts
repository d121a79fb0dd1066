// Tables folded from the log alone. The writer's memory asks for what is not resident, the fold puts what changed.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { ChargeRecord, PaymentRecord, SeriesRecord, TillRecord } from '@foyer/domain/billing/billing-state.ts';
import type {
  CallRecord,
  HelpRecord,
  OrdinalRecord,
  ServicePointRecord,
  TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';

/** Records by the name of their table. */
export interface StoredRecords {
  readonly tickets: TicketRecord;
  readonly servicePoints: ServicePointRecord;
  readonly calls: CallRecord;
  readonly help: HelpRecord;
  readonly ordinals: OrdinalRecord;
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
}

export interface Projections {
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

  checkedIn(appointmentId: string, ticketId: string): void;
  checkInUndone(appointmentId: string): void;
  ticketOfAppointment(appointmentId: string): string | undefined;

  putAnswer(answer: AnswerRow): void;

  request(id: string): RequestRow | undefined;
  putRequest(request: RequestRow): void;
  addWorkItem(item: { readonly id: string; readonly kind: string; readonly code: string; readonly at: EpochMs }): void;
}

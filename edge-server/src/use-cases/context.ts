// What every use case decides on: the state as it is in this transaction, and the ports it may ask, all synchronous.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { BillingState } from '@foyer/domain/billing/billing-state.ts';
import type { Decision, Moment, Sender } from '@foyer/domain/decision.ts';
import type { QueueState } from '@foyer/domain/queue/queue-state.ts';
import type { CodeVerifier } from '../ports/code-verifier.ts';
import type { Projections } from '../ports/projections.ts';
import type { ReferenceData } from '../ports/reference-data.ts';
import type { Identified, NewPin } from '../ports/writer.ts';

export interface UseCaseContext {
  readonly clinicId: ClinicId;
  readonly epoch: number;
  readonly configuration: ClinicConfiguration;
  /** Of the configuration. */
  readonly version: number;
  readonly clockFrozen: boolean;
  /** Business days whose check-in codes hold. */
  readonly acceptedDays: readonly BusinessDay[];
  readonly moment: Moment;
  readonly queue: QueueState;
  readonly billing: BillingState;
  readonly reference: ReferenceData;
  readonly records: Pick<
    Projections,
    | 'patient'
    | 'linkedTo'
    | 'ticketIdsOfPatient'
    | 'ticketOfAppointment'
    | 'usedCode'
    | 'request'
    | 'workItem'
    | 'temporaryStaff'
    | 'waitPrediction'
    | 'waitPredictionsOf'
    | 'thingSetUps'
    | 'lease'
    | 'openLeases'
    | 'isShared'
    | 'sharesIn'
  >;
  readonly codes: CodeVerifier;
}

/** Who sends a command, and whom the kiosk session that it names has identified. */
export interface Party {
  readonly sender: Sender;
  readonly identified: Identified | undefined;
  /** Of a command that sets one. */
  readonly newPin?: NewPin | undefined;
  /** The keyed hash of the one that is enrolled. */
  readonly newBadge?: Uint8Array | undefined;
}

export type Refused = Extract<Decision, { readonly ok: false }>;
export function refused(code: ErrorCode, facts: Record<string, unknown> = {}): Refused {
  return { ok: false, refusal: { code, ...facts } };
}

/** The ids of one person: the centre may know a patient who registered here under another one. */
export function samePerson(patientId: string, records: UseCaseContext['records']): readonly string[] {
  const central = records.patient(patientId)?.centralPatientId ?? null;
  const ids = central === null ? [patientId] : [patientId, central];
  return [...new Set([...ids, ...ids.flatMap((id) => records.linkedTo(id))])];
}

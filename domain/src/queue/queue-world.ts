// What a queue decision needs to know beyond the queue itself. Everything of it that a decision uses is copied into
// the facts, so that the log alone explains them.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { PatientId, StaffId, TicketId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface QueueWorld {
  readonly configuration: ClinicConfiguration;
  /** The moment that is decided at. */
  readonly now: EpochMs;
  readonly hasPayment: (ticketId: TicketId) => boolean;
  readonly knowsPatient: (patientId: PatientId) => boolean;
  readonly knowsStaff: (staffId: StaffId) => boolean;
  /** The clock jumped, and nobody has confirmed the time yet. */
  readonly clockFrozen: boolean;
  /** Who the kiosk session that the command names has identified. */
  readonly identifiedPatientId?: PatientId | undefined;
}

export function serviceOf(world: Pick<QueueWorld, 'configuration'>, id: string | undefined) {
  return world.configuration.services.find((service) => service.id === id);
}
export function servicePointOf(world: Pick<QueueWorld, 'configuration'>, id: string | undefined) {
  return world.configuration.servicePoints.find((point) => point.id === id);
}

// What a tablet is told of reassignments. Ids alone: whom a role may see, its view names.

import type { AppointmentId, PatientId, ReassignmentId, ServiceId, ServicePointId, TicketId } from './ids.ts';
import type { Destination } from './reassignment.ts';
import type { TicketState } from './ticket-state.ts';
import type { EpochMs } from './time.ts';

/** Somebody who was to be seen there, and where they could go. */
export interface AffectedPerson {
  /** The ticket's, or that of an appointment that is still to come. */
  readonly id: TicketId | AppointmentId;
  readonly ticketId?: TicketId;
  readonly number?: string;
  readonly state?: TicketState;
  readonly appointmentId?: AppointmentId;
  readonly patientId?: PatientId;
  readonly serviceId: ServiceId;
  /** The booked time, or since when they wait. */
  readonly at: EpochMs;
  readonly proposal: { readonly to: Destination; readonly toServicePointId?: ServicePointId };
  /** Rooms that are open and give the service, in the clinic's order. */
  readonly servicePointIds: readonly ServicePointId[];
  readonly destinations: readonly Destination[];
}

/** How many people a room that is open has before it, waiting and still to come, without anybody affected. */
export interface RoomLoad {
  readonly servicePointId: ServicePointId;
  readonly people: number;
}

/** `GET /api/v1/reassignment-proposal`. */
export interface ReassignmentProposal {
  readonly people: readonly AffectedPerson[];
  readonly rooms: readonly RoomLoad[];
}

export interface ReassignmentView {
  readonly id: ReassignmentId;
  readonly at: EpochMs;
  readonly kind: 'leaves' | 'swaps-rooms';
  /** Whom, or which room, it was of. */
  readonly staffName?: string;
  readonly servicePointId?: ServicePointId;
  /** How many people it moved, or sent home. */
  readonly people: number;
  /** How many are to be phoned. */
  readonly phoned: number;
}

// A booked patient arrives. The same appointment is checked in once: again shows the same ticket, and one who had gone
// or was not there comes back to the place that was kept.

import type { Fact } from '@foyer/contracts/events.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import type { ArrivalDetails } from './arrival-details.ts';
import { sentToRoom } from './awaited-room.ts';
import { lateService } from './calling-late.ts';
import { isDayClosed } from './closed-day.ts';
import { withJourneys } from '../journey/go-on.ts';
import { openTicketOf, ticketIssued } from './issue.ts';
import { placeOnReturn } from './not-answered.ts';
import type { QueueState } from './queue-state.ts';
import { serviceOf, type QueueWorld } from './queue-world.ts';

export interface Arrival {
  readonly appointment: {
    readonly id: string;
    readonly patientId: string;
    readonly serviceId: string;
    readonly at: EpochMs;
    /** Whom it is with, where that is somebody in particular. */
    readonly practitionerId?: string | undefined;
    /** The ticket it was checked in with, unless that was undone. */
    readonly ticketId: string | null;
  };
  readonly needs: readonly Need[];
  readonly language?: Language | undefined;
  readonly occurredAt?: EpochMs | undefined;
  /** False: without paper. */
  readonly print?: boolean | undefined;
  readonly details?: ArrivalDetails | undefined;
}

export function decideCheckIn(
  arrival: Arrival,
  sender: Sender,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): Decision {
  const { appointment } = arrival;
  const service = serviceOf(world, appointment.serviceId);
  if (service === undefined) return refuse('unknown-service');
  if (isDayClosed(state, moment.businessDay)) return refuse('day-closed');
  const known = appointment.ticketId === null ? undefined : state.tickets.get(appointment.ticketId);
  if (known !== undefined && known.standing.state !== TicketState.cancelled) {
    const from = known.standing.state;
    if (from === TicketState.notAnswered || from === TicketState.left) {
      const again = openTicketOf(state, appointment.patientId, known.standing.serviceId);
      if (again !== undefined && again.id !== known.id) {
        return refuse('patient-has-open-ticket', { ticketId: again.id });
      }
      const place = placeOnReturn(known, moment.at);
      return accept({ type: 'v1.TicketResumed', body: { ticketId: known.id, from, ...place } });
    }
    return noEffect('check-in', { ticketId: known.id, appointmentId: appointment.id });
  }
  const queued = lateService(appointment, arrival.occurredAt ?? moment.at, state, world) ?? service;
  const other = openTicketOf(state, appointment.patientId, queued.id);
  if (other !== undefined) return refuse('patient-has-open-ticket', { ticketId: other.id });
  const issued = ticketIssued(
    {
      service: queued,
      priorityClass: 'booked',
      needs: arrival.needs,
      language: arrival.language,
      patientId: appointment.patientId,
      appointment,
      occurredAt: arrival.occurredAt,
      print: arrival.print,
      arrival: arrival.details,
    },
    sender,
    state,
    world,
    moment,
  );
  const sent = queued === service ? sentToRoom(issued.body.ticketId, appointment, state, world, moment) : [];
  const checkedIn: Fact = {
    type: 'v1.AppointmentCheckedIn',
    body: {
      appointmentId: appointment.id,
      patientId: appointment.patientId,
      serviceId: appointment.serviceId,
      appointmentAt: appointment.at,
      ticketId: issued.body.ticketId,
    },
  };
  return withJourneys(accept(issued, checkedIn, ...sent), state, world, moment);
}

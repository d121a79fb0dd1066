// Tickets without an appointment: from the kiosk, the desk, or for somebody who already sits in the room.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import { RoomState } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { arrivalDetailsOf } from './arrival-details.ts';
import { dayLeft, walkInsLeft } from './day-limit.ts';
import { openTicketOf, ticketIssued } from './issue.ts';
import type { QueueState } from './queue-state.ts';
import { serviceOf, servicePointOf, type QueueWorld } from './queue-world.ts';
import { arrivedWith } from './room.ts';
import { withReason } from './sealed-reason.ts';

export function decideIssueTicket(
  command: CommandOf<'issue-ticket'>,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const service = serviceOf(world, command.serviceId);
  if (service === undefined) return refuse('unknown-service');
  const chooses = command.priorityClass !== undefined || command.patientId !== undefined;
  if (sender.roles.includes('kiosk') && chooses) return refuse('not-allowed');
  if (sender.roles.includes('kiosk') && !isForWalkIns(service, world)) {
    return refuse('no-walk-ins', { serviceId: service.id });
  }
  if (sender.roles.includes('kiosk') && isFull(service, state, world, moment)) {
    return refuse('day-full', { serviceId: service.id });
  }
  if (command.identificationId !== undefined && world.identifiedPatientId === undefined) {
    return refuse('identification-expired');
  }
  const patientId = world.identifiedPatientId ?? command.patientId;
  if (patientId !== undefined) {
    if (!world.knowsPatient(patientId)) return refuse('unknown-patient');
    const other = openTicketOf(state, patientId, service.id);
    if (other !== undefined) return refuse('patient-has-open-ticket', { ticketId: other.id });
  }
  const draft = {
    service,
    priorityClass: command.priorityClass ?? ('walk-in' as const),
    needs: command.needs ?? [],
    language: command.language,
    patientId,
    occurredAt: command.occurredAt,
    print: command.print,
    arrival: arrivalDetailsOf(command),
  };
  const issued = ticketIssued(draft, sender, state, world, moment);
  return accept(withReason(issued, command.reason, { id: issued.body.ticketId }));
}

/** The desk takes everybody whom a kiosk cannot help, whatever else it takes. */
function isForWalkIns({ id, walkIn }: ServiceConfiguration, { configuration }: QueueWorld): boolean {
  return walkIn || id === configuration.deskServiceId;
}

function isFull(
  service: ServiceConfiguration,
  state: QueueState,
  { configuration }: QueueWorld,
  moment: Moment,
): boolean {
  if (service.id === configuration.deskServiceId) return false;
  return walkInsLeft(service, state, moment.businessDay, dayLeft(state, configuration, moment.at)) === 0;
}

export function decideServeWithoutTicket(
  command: CommandOf<'serve-without-ticket'>,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const point = servicePointOf(world, command.servicePointId);
  if (point === undefined) return refuse('unknown-service-point');
  const service = serviceOf(world, command.serviceId);
  if (service === undefined) return refuse('unknown-service');
  if (!point.serviceIds.includes(service.id)) return refuse('service-not-offered');
  const record = state.servicePoints.get(point.id);
  if (record === undefined || record.state === 'closed') return refuse('service-point-closed');
  if (record.state === 'paused') return refuse('service-point-paused');
  if (record.ticketId !== null) return refuse('service-point-busy', { ticketId: record.ticketId });
  if (record.room.state === RoomState.toBeCleaned) return refuse('room-not-ready', { servicePointId: point.id });
  const draft = {
    service,
    priorityClass: 'walk-in' as const,
    needs: [],
    servicePointId: point.id,
    inRoom: arrivedWith(sender, point.id, state),
    occurredAt: command.occurredAt,
  };
  const issued = ticketIssued(draft, sender, state, world, moment);
  return accept(withReason(issued, command.reason, { id: issued.body.ticketId }));
}

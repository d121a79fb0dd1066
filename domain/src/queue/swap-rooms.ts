// Two people change rooms, or one goes to a room that nobody works in. Between two patients: nobody is in either room.
// Who was sent to one of the rooms goes along when they are booked with who moves, or everyone does, by choice.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { EventBody, Fact } from '@foyer/contracts/events.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { keepingItsPlace, whatMoved } from './apply-reassignment.ts';
import { awaitedKey, type QueueState, type ServicePointRecord } from './queue-state.ts';
import { servicePointOf } from './queue-world.ts';
import type { ReassignmentWorld } from './reassignment.ts';
import { withStaffReason } from './sealed-reason.ts';

type SwapRooms = CommandOf<'swap-rooms'>;
type Change = EventBody<'v1.ReassignmentApplied'>['servicePoints'][number];

export function decideSwapRooms(
  command: SwapRooms,
  sender: Sender,
  state: QueueState,
  world: ReassignmentWorld,
  moment: Moment,
): Decision {
  const { servicePointId: hereId, withServicePointId: thereId } = command;
  if (hereId === thereId) return refuse('invalid-request');
  if (servicePointOf(world, hereId) === undefined || servicePointOf(world, thereId) === undefined) {
    return refuse('unknown-service-point');
  }
  const here = state.servicePoints.get(hereId);
  const there = state.servicePoints.get(thereId);
  if (here === undefined || here.state === 'closed' || here.staffId === null) {
    return refuse('service-point-closed', { servicePointId: hereId });
  }
  const busy = here.ticketId ?? there?.ticketId;
  if (busy) return refuse('service-point-busy', { ticketId: busy });

  const reassignmentId = moment.newId();
  const comes = there === undefined || there.state === 'closed' ? null : there.staffId;
  const facts = [
    ...following(here, thereId, command, reassignmentId, state, world, moment),
    ...(there === undefined || comes === null
      ? []
      : following(there, hereId, command, reassignmentId, state, world, moment)),
  ];
  const opened = (servicePointId: string, staffId: string): Fact => ({
    type: 'v1.ServicePointOpened',
    body: { servicePointId, staffId, reassignmentId },
  });
  const rooms: readonly Fact[] = [
    comes === null
      ? { type: 'v1.ServicePointClosed', body: { servicePointId: hereId, reassignmentId } }
      : opened(hereId, comes),
    opened(thereId, here.staffId),
  ];
  const servicePoints: Change[] = [
    { servicePointId: hereId, from: standingOf(here), to: standing(comes === null ? 'closed' : 'open', comes) },
    { servicePointId: thereId, from: standingOf(there), to: standing('open', here.staffId) },
  ];
  const applied: Fact = {
    type: 'v1.ReassignmentApplied',
    body: {
      reassignmentId,
      kind: 'swaps-rooms',
      staffId: here.staffId,
      servicePointId: thereId,
      ...whatMoved(facts),
      servicePoints,
    },
  };
  return accept(...facts, ...rooms, withStaffReason(applied, command.reason, sender.staffId));
}

/** Of those who were sent to a room, and of those still to come who were: who goes along, where the service is given. */
function following(
  from: ServicePointRecord,
  toId: string,
  { follow }: SwapRooms,
  reassignmentId: string,
  state: QueueState,
  world: ReassignmentWorld,
  { businessDay }: Moment,
): readonly Fact[] {
  const given = servicePointOf(world, toId)?.serviceIds ?? [];
  const goes = (practitionerId: string | undefined, serviceId: string) =>
    given.includes(serviceId) && (follow === 'everyone' || practitionerId === from.staffId);
  const tickets = [...state.tickets.values()].filter(
    ({ standing: { state: now, forServicePointId, serviceId }, practitionerId }) =>
      isOpen(now) && forServicePointId === from.id && goes(practitionerId, serviceId),
  );
  const awaited = world.awaited.filter(({ id, practitionerId, serviceId }) => {
    const room = state.reassignedAppointments.get(awaitedKey(businessDay, id))?.servicePointId;
    return room === from.id && goes(practitionerId, serviceId);
  });
  return [
    ...tickets.map((ticket) => keepingItsPlace(ticket, toId, reassignmentId)),
    ...awaited.map(({ id }): Fact => ({
      type: 'v1.AppointmentReassigned',
      body: { appointmentId: id, toServicePointId: toId, reassignmentId },
    })),
  ];
}

function standingOf(record: ServicePointRecord | undefined): Change['from'] {
  return standing(record?.state ?? 'closed', record?.staffId ?? null);
}

function standing(state: Change['from']['state'], staffId: string | null): Change['from'] {
  return { state, ...(staffId === null ? {} : { staffId }) };
}

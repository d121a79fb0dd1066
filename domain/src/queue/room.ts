// What goes on in a room, beside its queue. A patient who is in it stays `serving` while staff come and go; a room
// without one is empty or to be cleaned. Arriving and leaving move it by themselves, `set-room-state` does the rest.

import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { ServicePointConfiguration } from '@foyer/contracts/configuration.ts';
import type { EventBody, FactOf } from '@foyer/contracts/events.ts';
import { RoomState, TicketState, isOccupied, type OccupiedRoomState } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Sender } from '../decision.ts';
import type { QueueState, RoomRecord, TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { withReason, withStaffReason } from './sealed-reason.ts';

/** Who a patient is with, or waits for, from when they come in. */
export interface InRoom {
  readonly roomState: OccupiedRoomState;
  readonly staffId?: string;
}

export function decideRoomState(
  command: CommandOf<'set-room-state'>,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
): Decision {
  const { servicePointId, roomState: to, reason } = command;
  const point = servicePointOf(world, servicePointId);
  if (point === undefined) return refuse('unknown-service-point');
  if (!servesRoom(sender, point, state, world)) return refuse('other-service-point');
  if (command.staffId !== undefined && !world.knowsStaff(command.staffId)) return refuse('unknown-staff');
  const record = state.servicePoints.get(servicePointId);
  const room = record?.room;
  const from = room?.state ?? RoomState.empty;
  const ticket = state.tickets.get(record?.ticketId ?? '');
  const staffId = command.staffId ?? whoIsThere(to, room, sender);
  const withWhom = staffId === undefined ? {} : { staffId };
  if (from === to && (command.staffId === undefined || command.staffId === room?.staffId)) {
    return noEffect(command.type, { servicePointId, ...(ticket === undefined ? {} : { ticketId: ticket.id }) });
  }
  if (ticket === undefined) {
    if (isOccupied(to)) return refuse('wrong-room-state', { roomState: from });
    return accept(withStaffReason(changed({ servicePointId, from, to }), reason, sender.staffId));
  }
  if (ticket.standing.state === TicketState.called) {
    if (from !== RoomState.empty || !isOccupied(to)) return refuse('wrong-room-state', { roomState: from });
    if (isHeldToPoint(sender) && sender.servicePointId !== servicePointId) return refuse('other-service-point');
    const body = { ticketId: ticket.id, servicePointId, roomState: to, ...withWhom };
    return accept(withReason({ type: 'v1.ServiceStarted', body }, reason, ticket));
  }
  if (!isOccupied(to)) return refuse('wrong-room-state', { roomState: from });
  return accept(withReason(changed({ servicePointId, ticketId: ticket.id, from, to, ...withWhom }), reason, ticket));
}

/** Who confirms an arrival as a nurse is with the patient; otherwise it is whoever works at the room. */
export function arrivedWith(sender: Sender, servicePointId: string, state: QueueState): InRoom {
  const isNurse = sender.roles.includes('nurse');
  const staffId = isNurse ? sender.staffId : (state.servicePoints.get(servicePointId)?.staffId ?? undefined);
  return {
    roomState: isNurse ? RoomState.withNurse : RoomState.withStaff,
    ...(staffId === undefined ? {} : { staffId }),
  };
}

/** What the end of a stay in a room brings beside it: a room that is cleaned between two patients waits for that. */
export function roomLeft(
  { standing }: TicketRecord,
  world: Pick<QueueWorld, 'configuration'>,
): readonly FactOf<'v1.RoomStateChanged'>[] {
  const point = standing.servicePointId === null ? undefined : servicePointOf(world, standing.servicePointId);
  if (standing.room === null || point?.cleaning !== true) return [];
  return [changed({ servicePointId: point.id, from: standing.room.state, to: RoomState.toBeCleaned })];
}

/**
 * Whether the sender may say what goes on there: reception and supervisors everywhere; a nurse at the session's point,
 * where one of the same services is given, and where the nurse works or is awaited.
 */
export function servesRoom(
  sender: Sender,
  point: Pick<ServicePointConfiguration, 'id' | 'serviceIds'>,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
): boolean {
  if (!isHeldToPoint(sender) || sender.servicePointId === point.id) return true;
  const record = state.servicePoints.get(point.id);
  if (sender.staffId !== undefined && [record?.staffId, record?.room.staffId].includes(sender.staffId)) return true;
  const own = servicePointOf(world, sender.servicePointId);
  return own?.serviceIds.some((id) => point.serviceIds.includes(id)) === true;
}

function isHeldToPoint({ roles }: Sender): boolean {
  return !roles.some((role) => anyPointRoles.includes(role));
}

/** The nurse who says so is the one who is in; who was awaited is the one who came. */
function whoIsThere(to: RoomState, room: RoomRecord | undefined, sender: Sender): string | undefined {
  if (to === RoomState.withNurse && sender.roles.includes('nurse')) return sender.staffId;
  const isAwaited = room?.state === RoomState.readyForDoctor || room?.state === RoomState.waiting;
  const comes = to === RoomState.withDoctor || to === RoomState.withStaff;
  return isAwaited && comes ? (room.staffId ?? undefined) : undefined;
}

function changed(body: EventBody<'v1.RoomStateChanged'>): FactOf<'v1.RoomStateChanged'> {
  return { type: 'v1.RoomStateChanged', body };
}

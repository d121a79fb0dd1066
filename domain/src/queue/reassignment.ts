// Somebody leaves, or a room is shut: who is affected, and where each could go. Deterministic and fair: whoever is to be
// seen earliest goes to the room that then has the fewest minutes of work, among those that are open and give the
// service; who has none goes home and is phoned to find another day.

import type { Destination } from '@foyer/contracts/reassignment.ts';
import type { AffectedPerson, ReassignmentProposal, RoomLoad } from '@foyer/contracts/reassignment-view.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { hourMs, type BusinessDay, type EpochMs } from '@foyer/contracts/time.ts';
import { isCandidate, pointsFor } from './order.ts';
import { awaitedKey, type QueueState, type TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';

/** An appointment of today that nobody has checked in with yet. */
export interface AwaitedAppointment {
  readonly id: string;
  readonly patientId: string;
  readonly serviceId: string;
  readonly at: EpochMs;
  /** Absent: as long as usual. */
  readonly minutes?: number | undefined;
  readonly practitionerId?: string | undefined;
}

export interface ReassignmentWorld extends Pick<QueueWorld, 'configuration'> {
  readonly awaited: readonly AwaitedAppointment[];
}

/** Exactly one is named: somebody, wherever they work, or a room, whoever works there. */
export interface Whose {
  readonly staffId?: string | undefined;
  readonly servicePointId?: string | undefined;
  /** When they leave; absent: now. */
  readonly from?: EpochMs | undefined;
  /** When they are back; absent: not today. */
  readonly until?: EpochMs | undefined;
}

interface Now {
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
}

/** Of which nobody knows how long it takes. */
const usualMinutes = 15;
/** Who is later than this comes no more. */
const lateMs = hourMs;

/** The room that is left: the one named, or where that person works; undefined for somebody who is at none. */
export function roomOf(
  { staffId, servicePointId }: Whose,
  { servicePoints }: Pick<QueueState, 'servicePoints'>,
): string | undefined {
  if (servicePointId !== undefined) return servicePointId;
  if (staffId === undefined) return undefined;
  return [...servicePoints.values()].find((point) => point.staffId === staffId && point.state !== 'closed')?.id;
}

export function proposeReassignment(
  whose: Whose,
  state: QueueState,
  world: ReassignmentWorld,
  now: Now,
): ReassignmentProposal {
  const room = roomOf(whose, state);
  const affected = affectedBy(whose, state, world, now);
  const ids = new Set<string>(affected.map(({ id }) => id));
  const open = openRooms(whose, state, world);
  const work = new Map(open.map(({ id }) => [id, loadOf(id, ids, state, world, now)]));
  const people = affected.map((person): AffectedPerson => {
    const { minutes, isInRoom, ...rest } = person;
    const fitting = open.filter((point) => point.serviceIds.includes(person.serviceId));
    const least = fitting.toSorted((a, b) => (work.get(a.id)?.minutes ?? 0) - (work.get(b.id)?.minutes ?? 0))[0];
    const mayStay = isInRoom || (room !== undefined && whose.until !== undefined);
    const servicePointIds = fitting.map(({ id }) => id);
    const destinations: readonly Destination[] = [
      ...(fitting.length > 0 ? (['service-point'] as const) : []),
      ...(mayStay ? (['stay'] as const) : []),
      'another-day',
      'phone',
    ];
    if (isInRoom) return { ...rest, proposal: { to: 'stay' }, servicePointIds, destinations };
    if (least === undefined) return { ...rest, proposal: { to: 'another-day' }, servicePointIds, destinations };
    const load = work.get(least.id);
    if (load !== undefined) work.set(least.id, { ...load, minutes: load.minutes + minutes });
    return {
      ...rest,
      proposal: { to: 'service-point', toServicePointId: least.id },
      servicePointIds,
      destinations,
    };
  });
  const rooms = open.map(({ id }): RoomLoad => ({ servicePointId: id, people: work.get(id)?.people ?? 0 }));
  return { people, rooms };
}

type Affected = Omit<AffectedPerson, 'proposal' | 'servicePointIds' | 'destinations'> & {
  readonly minutes: number;
  /** Called there or with staff there: they are seen first. */
  readonly isInRoom: boolean;
};

/** Who is there, then who waits or is still to come, the earliest first. */
function affectedBy(
  whose: Whose,
  state: QueueState,
  world: ReassignmentWorld,
  { at, businessDay }: Now,
): readonly Affected[] {
  const room = roomOf(whose, state);
  const elsewhere = openRooms(whose, state, world);
  const onlyThere = (serviceId: string) =>
    room !== undefined &&
    servicePointOf(world, room)?.serviceIds.includes(serviceId) === true &&
    !elsewhere.some(({ serviceIds }) => serviceIds.includes(serviceId));
  const isWith = (id: string | undefined) => whose.staffId !== undefined && id === whose.staffId;
  const waitsThere = ({ standing, practitionerId }: TicketRecord) => {
    if (standing.forServicePointId !== null) return standing.forServicePointId === room;
    return isWith(practitionerId) || onlyThere(standing.serviceId);
  };
  const tickets = [...state.tickets.values()].filter((ticket) => {
    if (!isOpen(ticket.standing.state) || isSeenBefore(whose, ticket.appointmentAt ?? at)) return false;
    return isAtPoint(ticket) ? ticket.standing.servicePointId === room && room !== undefined : waitsThere(ticket);
  });
  const awaited = world.awaited.filter((appointment) => {
    if (isSeenBefore(whose, appointment.at)) return false;
    if (appointment.at < at - lateMs || (whose.until !== undefined && appointment.at >= whose.until)) return false;
    const given = state.reassignedAppointments.get(awaitedKey(businessDay, appointment.id))?.servicePointId ?? null;
    if (given !== null) return given === room;
    return isWith(appointment.practitionerId) || onlyThere(appointment.serviceId);
  });
  return [...tickets.map(ofTicket), ...awaited.map(ofAppointment)].toSorted(
    (a, b) => Number(b.isInRoom) - Number(a.isInRoom) || a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

/** Expected before somebody leaves at a later hour; who waits without a time is expected now. */
function isSeenBefore({ from }: Whose, expectedAt: EpochMs): boolean {
  return from !== undefined && expectedAt < from;
}

/** Every other room that is open, where somebody else works, in the clinic's order. */
function openRooms(whose: Whose, state: QueueState, { configuration }: ReassignmentWorld) {
  const room = roomOf(whose, state);
  return configuration.servicePoints.filter(({ id }) => {
    const record = state.servicePoints.get(id);
    if (id === room || record?.state !== 'open') return false;
    return whose.staffId === undefined || record.staffId !== whose.staffId;
  });
}

interface Load {
  readonly people: number;
  readonly minutes: number;
}

/** What a room has before it: whoever it may call, shared with the other rooms that may, and who is still to come. */
function loadOf(
  roomId: string,
  without: ReadonlySet<string>,
  state: QueueState,
  world: ReassignmentWorld,
  { at, businessDay }: Now,
): Load {
  const point = servicePointOf(world, roomId);
  const worksThere = state.servicePoints.get(roomId)?.staffId ?? undefined;
  let people = 0;
  let minutes = 0;
  for (const ticket of state.tickets.values()) {
    if (point === undefined || without.has(ticket.id)) continue;
    if (isAtPoint(ticket) && ticket.standing.servicePointId === roomId) minutes += usualMinutes;
    if (!isCandidate(ticket, point, state, world)) continue;
    const sharing = pointsFor(ticket, state, world).filter(({ id }) => state.servicePoints.get(id)?.state === 'open');
    people += 1;
    minutes += usualMinutes / Math.max(1, sharing.length);
  }
  for (const appointment of world.awaited) {
    if (without.has(appointment.id) || appointment.at < at - lateMs) continue;
    const given = state.reassignedAppointments.get(awaitedKey(businessDay, appointment.id))?.servicePointId ?? null;
    const isThere =
      given === null ? worksThere !== undefined && appointment.practitionerId === worksThere : given === roomId;
    if (!isThere) continue;
    people += 1;
    minutes += appointment.minutes ?? usualMinutes;
  }
  return { people, minutes };
}

function ofTicket(ticket: TicketRecord): Affected {
  const { id, number, standing, patientId, appointmentId, appointmentAt, issuedAt } = ticket;
  return {
    id,
    ticketId: id,
    number,
    state: standing.state,
    ...(patientId === null ? {} : { patientId }),
    ...(appointmentId === null ? {} : { appointmentId }),
    serviceId: standing.serviceId,
    at: appointmentAt ?? issuedAt,
    minutes: usualMinutes,
    isInRoom: isAtPoint(ticket),
  };
}

function ofAppointment({ id, patientId, serviceId, at, minutes = usualMinutes }: AwaitedAppointment): Affected {
  return { id, appointmentId: id, patientId, serviceId, at, minutes, isInRoom: false };
}

function isAtPoint({ standing }: TicketRecord): boolean {
  return standing.state === TicketState.called || standing.state === TicketState.serving;
}

// The board of rooms: what stands on each door, the one act that this person may do there next, and which door is lit.
// What may follow is the edge's to say; what is offered here is what it would take. Source: API.md, `set-room-state`.

import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import { RoomState, TicketState, isOccupied, occupiedRoomStates } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { currentAt } from './call-plan.ts';
import { lastedMinutes } from './lasted.ts';
import { maySend } from './ticket-acts.ts';

export type Point = StaffView['servicePoints'][string];

/** What a door says: the room's state, unless nobody can be in it, or somebody is on the way. */
export type RoomFace = RoomState | 'called' | 'paused' | 'closed';

export const roomFilters = [
  'all',
  'empty',
  'called',
  'waiting',
  'with-staff',
  'ready-for-doctor',
  'to-be-cleaned',
  'closed',
] as const;
export type RoomFilter = (typeof roomFilters)[number];

type RoomActKind = 'open' | 'bring' | 'arrived' | 'nurse-in' | 'doctor-in' | 'ready' | 'finish' | 'clean';
interface RoomAct {
  readonly kind: RoomActKind;
  readonly body: CommandBody & { readonly servicePointId: ServicePointId };
}

export interface RoomDoor {
  readonly point: Point;
  readonly face: RoomFace;
  readonly ticket?: StaffTicket;
  /** In this state, at the moment of the view; absent where nothing was ever said of it. */
  readonly minutes?: number;
  /** Who is with the patient or awaited, else who works there. */
  readonly who?: string;
  /** Absent: nothing to do there for this person. */
  readonly act?: RoomAct;
}

export interface Floor {
  readonly name: Point['floor'];
  readonly doors: readonly RoomDoor[];
}

/** Every room, in the clinic's order. */
export function roomDoors(view: StaffView, now: number): readonly RoomDoor[] {
  return Object.values(view.servicePoints).map((point) => {
    const ticket = currentAt(view, point.id);
    const face = faceOf(point, ticket);
    const since = face === 'called' ? ticket?.calledAt : point.room.since;
    const who = point.room.staffName ?? point.staffName;
    const act = actAt(view, point, face, ticket);
    return {
      point,
      face,
      ...(ticket ? { ticket } : {}),
      ...(since === undefined ? {} : { minutes: lastedMinutes(view, since, now) }),
      ...(who === undefined ? {} : { who }),
      ...(act ? { act } : {}),
    };
  });
}

/** In the order in which the clinic names its floors first. */
export function onFloors(doors: readonly RoomDoor[]): readonly Floor[] {
  const floors = Map.groupBy(doors, ({ point }) => point.floor?.en ?? '');
  return [...floors.values()].map((list) => ({ name: list[0]!.point.floor, doors: list }));
}

export function isIn(face: RoomFace, filter: RoomFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'with-staff':
      return face === 'with-staff' || face === 'with-nurse' || face === 'with-doctor';
    case 'closed':
      return face === 'closed' || face === 'paused';
    default:
      return face === filter;
  }
}

/** The room that has waited longest for this person: where they are awaited by name, for a doctor, then for anybody. */
export function litDoor(doors: readonly RoomDoor[], view: StaffView): RoomDoor | undefined {
  const rank = ({ face, point }: RoomDoor) =>
    point.room.staffId === view.me.id ? 0 : face === RoomState.readyForDoctor ? 1 : 2;
  return doors
    .filter(({ face, act }) => act && (face === RoomState.readyForDoctor || face === RoomState.waiting))
    .toSorted((a, b) => rank(a) - rank(b) || (a.point.room.since ?? 0) - (b.point.room.since ?? 0))[0];
}

/** What else the room may become for this person, beside its one act. */
export function roomChoices(view: StaffView, point: Point): readonly RoomState[] {
  const ticket = currentAt(view, point.id);
  const { state } = point.room;
  if (!maySet(view, point)) return [];
  if (!ticket) return state === RoomState.empty ? [RoomState.toBeCleaned] : [RoomState.empty];
  if (ticket.state === TicketState.called) {
    return state === RoomState.empty && actsAt(view, point) ? occupiedRoomStates : [];
  }
  return occupiedRoomStates.filter((other) => other !== state);
}

/** Who is in the room, where this person may finish them. */
export function whoMayBeFinished(view: StaffView, point: Point): StaffTicket | undefined {
  const ticket = currentAt(view, point.id);
  return ticket?.state === TicketState.serving && actsAt(view, point) ? ticket : undefined;
}

/** Rooms whose patient is ready for this person: they are awaited there by name, or it is their own room. */
export function readyForMe({ me, servicePoints }: StaffView): ReadonlySet<ServicePointId> {
  const ready = Object.values(servicePoints).filter(({ room }) => room.state === RoomState.readyForDoctor);
  const mine = ready.filter(({ id, room }) =>
    room.staffId === undefined ? id === me.servicePointId : room.staffId === me.id,
  );
  return new Set(mine.map(({ id }) => id));
}

/** Whether staff come to a room that was not ready for them at the last look. */
export function isNewlyReady(before: ReadonlySet<ServicePointId>, now: ReadonlySet<ServicePointId>): boolean {
  return [...now].some((id) => !before.has(id));
}

function faceOf({ state, room }: Point, ticket: StaffTicket | undefined): RoomFace {
  if (isOccupied(room.state)) return room.state;
  if (ticket?.state === TicketState.called) return 'called';
  return state === 'open' || room.state === RoomState.toBeCleaned ? room.state : state;
}

function actAt(view: StaffView, point: Point, face: RoomFace, ticket: StaffTicket | undefined): RoomAct | undefined {
  const servicePointId = point.id;
  const set = (kind: RoomActKind, roomState: RoomState): RoomAct | undefined =>
    maySet(view, point) ? { kind, body: { type: 'set-room-state', servicePointId, roomState } } : undefined;
  switch (face) {
    case 'closed':
    case 'paused':
      if (!actsAt(view, point)) return undefined;
      return { kind: 'open', body: { type: 'open-service-point', servicePointId } };
    case RoomState.empty:
      if (!actsAt(view, point) || !point.nextTicketId) return undefined;
      return { kind: 'bring', body: { type: 'call-next', servicePointId } };
    case 'called':
      if (!actsAt(view, point) || !ticket) return undefined;
      return { kind: 'arrived', body: { type: 'confirm-arrival', servicePointId, ticketId: ticket.id } };
    case RoomState.waiting:
      return set('nurse-in', RoomState.withNurse);
    case RoomState.withNurse:
      return set('ready', RoomState.readyForDoctor);
    case RoomState.readyForDoctor:
      return set('doctor-in', RoomState.withDoctor);
    case RoomState.withDoctor:
    case RoomState.withStaff:
      if (!actsAt(view, point) || !ticket) return undefined;
      return { kind: 'finish', body: { type: 'finish-service', servicePointId, ticketId: ticket.id } };
    case RoomState.toBeCleaned:
      return set('clean', RoomState.empty);
  }
}

/** Whether this person calls, opens and finishes there. */
function actsAt({ me }: StaffView, { id }: Point): boolean {
  if (!maySend(me.roles, 'call-next')) return false;
  return me.roles.some((role) => anyPointRoles.includes(role)) || me.servicePointId === id;
}

/** Whether this person may say what goes on there: a nurse also where one of the own services is given or is awaited. */
function maySet(view: StaffView, point: Point): boolean {
  const { me, servicePoints } = view;
  if (actsAt(view, point)) return true;
  if (!maySend(me.roles, 'set-room-state')) return false;
  const own = me.servicePointId === undefined ? undefined : servicePoints[me.servicePointId];
  return point.room.staffId === me.id || own?.serviceIds.some((id) => point.serviceIds.includes(id)) === true;
}

import { describe, expect, it } from 'vitest';
import type { RoomState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import {
  aPoint,
  aStaffView,
  aTicket,
  aTypicalBoard,
  byId,
  id,
  now,
  room3,
  services,
} from '../../testing/a-staff-view.ts';
import {
  isIn,
  isNewlyReady,
  litDoor,
  onFloors,
  readyForMe,
  roomChoices,
  roomDoors,
  roomFilters,
  whoMayBeFinished,
} from './rooms.ts';

const doorsOf = (view: StaffView) => roomDoors(view, now);
const named = (view: StaffView, name: string) => doorsOf(view).find(({ point }) => point.name.en === name)!;

describe('the one act of a door', () => {
  const ticket = aTicket('A046', { state: 'serving' });
  const called = aTicket('A047', { state: 'called', calledAt: now - minuteMs });
  const point = (room: RoomState, held?: typeof ticket, more: object = {}) =>
    aPoint(5, 'Room 5', { room: { state: room, since: now }, ...(held ? { ticketId: held.id } : {}), ...more });
  const actFor = (
    roles: StaffView['me']['roles'],
    own: string | undefined,
    given: StaffView['servicePoints'][string],
  ) =>
    roomDoors(
      aStaffView({
        me: { id: id('staff', 9), name: 'X', roles, ...(own === undefined ? {} : { servicePointId: own }) },
        tickets: [ticket, called],
        servicePoints: byId([
          given,
          aPoint(9, 'Laboratory 1', { serviceIds: [services.laboratory] }),
          aPoint(3, 'Room 3'),
        ]),
      }),
      now,
    )[0]?.act?.kind;

  const here = id('point', 5);
  const elsewhere = id('point', 9);
  const waits = { nextTicketId: called.id };
  it.each([
    ['closed', point('empty', undefined, { state: 'closed' }), 'open', undefined],
    ['empty, with somebody to call', point('empty', undefined, waits), 'bring', undefined],
    ['empty, with nobody to call', point('empty'), undefined, undefined],
    ['called to', point('empty', called), 'arrived', undefined],
    ['with a patient waiting', point('waiting', ticket), 'nurse-in', 'nurse-in'],
    ['with a nurse', point('with-nurse', ticket), 'ready', 'ready'],
    ['ready for the doctor', point('ready-for-doctor', ticket), 'doctor-in', 'doctor-in'],
    ['with a doctor', point('with-doctor', ticket), 'finish', undefined],
    ['with staff', point('with-staff', ticket), 'finish', undefined],
    ['to be cleaned', point('to-be-cleaned'), 'clean', 'clean'],
    ['to be cleaned and closed', point('to-be-cleaned', undefined, { state: 'closed' }), 'clean', 'clean'],
  ] as const)('of a room %s', (_what, given, own, sameService) => {
    expect(actFor(['nurse'], here, given)).toBe(own);
    expect(actFor(['reception'], elsewhere, given)).toBe(own);
    expect(actFor(['supervisor'], undefined, given)).toBe(own);
    expect(actFor(['nurse'], room3, given)).toBe(sameService);
    expect(actFor(['nurse'], elsewhere, given)).toBeUndefined();
    expect(actFor(['cashier'], undefined, given)).toBeUndefined();
  });
});

describe('the board', () => {
  it('stands on the floors of the clinic, in its order', () => {
    const floors = onFloors(doorsOf(aTypicalBoard()));
    expect(floors.map(({ name, doors }) => [name?.en, doors.length])).toEqual([
      ['Ground floor', 6],
      ['First floor', 6],
    ]);
  });

  it('counts every room under one filter beside all', () => {
    const doors = doorsOf(aTypicalBoard());
    const counts = roomFilters.map((filter) => doors.filter(({ face }) => isIn(face, filter)).length);
    expect(counts[0]).toBe(12);
    expect(counts.slice(1).reduce((sum, count) => sum + count)).toBe(12);
  });

  it('says who is with the patient, or else who works there', () => {
    expect(named(aTypicalBoard(), 'Room 2').who).toBe('Dr Chiamaka Okonkwo');
    expect(named(aTypicalBoard(), 'Room 6').who).toBeUndefined();
  });

  it('lights the room that has waited longest for a doctor, and before all where one is awaited by name', () => {
    const board = aTypicalBoard();
    const lit = (view: StaffView) => litDoor(doorsOf(view), view)?.point.name.en;
    expect(lit(board)).toBe('Room 5');
    const two = named(board, 'Room 2').point;
    const awaited = { ...two, room: { ...two.room, staffId: board.me.id } };
    expect(lit({ ...board, servicePoints: { ...board.servicePoints, [two.id]: awaited } })).toBe('Room 2');
    expect(lit(aStaffView())).toBeUndefined();
  });
});

describe('what else a room may become', () => {
  it('is what the edge would take', () => {
    const board = aTypicalBoard();
    const choices = (name: string) => roomChoices(board, named(board, name).point);
    expect(choices('Room 6')).toEqual(['to-be-cleaned']);
    expect(choices('Room 9')).toEqual(['empty']);
    expect(choices('Room 2')).toEqual(['waiting', 'with-nurse', 'with-doctor', 'with-staff']);
  });

  it('is left by who is finished, at the own room of a nurse alone', () => {
    const board = aTypicalBoard();
    const finished = (name: string) => whoMayBeFinished(board, named(board, name).point)?.number;
    expect([finished('Room 7'), finished('Room 8'), finished('Room 6')]).toEqual(['A044', undefined, undefined]);
  });
});

describe('a room that is ready', () => {
  it('is told to who is awaited there, or else to who works there, once', () => {
    const ready = (staffId?: string) =>
      readyForMe(
        aStaffView({
          servicePoints: byId([
            aPoint(3, 'Room 3', {
              room: { state: 'ready-for-doctor', since: now, ...(staffId === undefined ? {} : { staffId }) },
            }),
          ]),
        }),
      );
    expect([...ready()]).toEqual([room3]);
    expect([...ready(aStaffView().me.id)]).toEqual([room3]);
    expect([...ready(id('staff', 9))]).toEqual([]);
    expect([isNewlyReady(new Set(), ready()), isNewlyReady(ready(), ready())]).toEqual([true, false]);
  });
});

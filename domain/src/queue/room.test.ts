import { describe, expect, it } from 'vitest';
import { isOccupied, roomStates, type RoomState } from '@foyer/contracts/ticket-state.ts';
import type { Sender } from '../decision.ts';
import { aConfiguration, aNurse, idOf, rooms, services, TestQueue } from './testing.ts';

function refusal(decision: ReturnType<TestQueue['send']>): string | undefined {
  return decision.ok ? undefined : decision.refusal.code;
}

/** Room 1 is cleaned between two patients. */
function aQueue(): TestQueue {
  const queue = new TestQueue();
  queue.configuration = {
    ...aConfiguration,
    servicePoints: aConfiguration.servicePoints.map((point) =>
      point.id === rooms.one ? { ...point, cleaning: true } : point,
    ),
  };
  return queue.open(rooms.one, rooms.two);
}

const roomAt = (queue: TestQueue, id: string = rooms.one) => queue.state.servicePoints.get(id)!.room;
const setRoom = (queue: TestQueue, roomState: RoomState, more: object = {}, sender: Sender = aNurse) =>
  queue.send({ type: 'set-room-state', servicePointId: rooms.one, roomState, ...more }, sender);

function aCalledPatient(queue: TestQueue, servicePointId: string = rooms.one): string {
  const ticketId = queue.issue();
  queue.send({ type: 'call-next', servicePointId });
  return ticketId;
}
function aPatientIn(queue: TestQueue, servicePointId: string = rooms.one, sender: Sender = aNurse): string {
  const ticketId = aCalledPatient(queue, servicePointId);
  queue.send({ type: 'confirm-arrival', servicePointId, ticketId }, sender);
  return ticketId;
}
const undo = (queue: TestQueue, ticketId: string, sender: Sender = aNurse) => {
  const { epoch, seq } = queue.ticket(ticketId).last;
  return queue.send({ type: 'undo', ticketId, epoch, seq }, sender);
};

const nurse: Sender = { actor: `staff:${idOf(301)}`, roles: ['nurse'], staffId: idOf(301), servicePointId: rooms.one };

describe('a room', () => {
  it('is empty until somebody comes, and says who they are with', () => {
    const queue = aQueue();
    aCalledPatient(queue);
    expect(roomAt(queue)).toMatchObject({ state: 'empty' });
    expect(roomAt(queue, rooms.two)).toMatchObject({ state: 'empty' });
    const second = aQueue();
    aPatientIn(second, rooms.one, nurse);
    expect(roomAt(second)).toMatchObject({ state: 'with-nurse', staffId: nurse.staffId });
    const third = aQueue();
    aPatientIn(third);
    expect(roomAt(third)).toMatchObject({ state: 'with-staff', staffId: aNurse.staffId });
  });

  it('is occupied by somebody who is served without a number', () => {
    const queue = aQueue();
    queue.send({ type: 'serve-without-ticket', servicePointId: rooms.one, serviceId: services.general }, nurse);
    expect(roomAt(queue)).toMatchObject({ state: 'with-nurse', staffId: nurse.staffId });
  });

  it.each([
    [
      'finish-service',
      (queue: TestQueue, ticketId: string, servicePointId: string) =>
        queue.send({ type: 'finish-service', ticketId, servicePointId }),
    ],
    [
      'transfer',
      (queue: TestQueue, ticketId: string) =>
        queue.send({ type: 'transfer', ticketId, toServiceId: services.blood, placement: 'front' }),
    ],
    ['hold', (queue: TestQueue, ticketId: string) => queue.send({ type: 'hold', ticketId })],
    ['mark-left', (queue: TestQueue, ticketId: string) => queue.send({ type: 'mark-left', ticketId, reason: 'went' })],
    [
      'cancel-ticket',
      (queue: TestQueue, ticketId: string) => queue.send({ type: 'cancel-ticket', ticketId, reason: 'twice' }),
    ],
    ['close-day', (queue: TestQueue) => queue.send({ type: 'close-day' })],
  ] as const)('is to be cleaned after %s where it is cleaned, and empty elsewhere', (_type, leave) => {
    const queue = aQueue();
    leave(queue, aPatientIn(queue), rooms.one);
    expect(roomAt(queue)).toMatchObject({ state: 'to-be-cleaned', staffId: null });
    const elsewhere = aQueue();
    leave(elsewhere, aPatientIn(elsewhere, rooms.two), rooms.two);
    expect(roomAt(elsewhere, rooms.two)).toMatchObject({ state: 'empty', staffId: null });
  });

  it('needs no cleaning after somebody who was called and never came in', () => {
    const queue = aQueue();
    queue.send({ type: 'mark-not-answered', ticketId: aCalledPatient(queue) });
    expect(roomAt(queue).state).toBe('empty');
  });

  it('that is to be cleaned takes nobody until it is set empty', () => {
    const queue = aQueue();
    const waiting = queue.issue();
    setRoom(queue, 'to-be-cleaned');
    const attempts = [
      { type: 'call-next', servicePointId: rooms.one },
      { type: 'call-ticket', servicePointId: rooms.one, ticketId: waiting, reason: 'first' },
      { type: 'serve-without-ticket', servicePointId: rooms.one, serviceId: services.general },
    ] as const;
    expect(attempts.map((command) => refusal(queue.send(command)))).toEqual(attempts.map(() => 'room-not-ready'));
    setRoom(queue, 'empty');
    expect(queue.send({ type: 'call-next', servicePointId: rooms.one }).ok).toBe(true);
  });

  it('that is cleaned between two patients is not called into while one is finished', () => {
    const queue = aQueue();
    const ticketId = aPatientIn(queue);
    queue.issue();
    const call = { type: 'call-next', servicePointId: rooms.one, finishCurrent: true } as const;
    expect(refusal(queue.send(call))).toBe('room-not-ready');
    expect(queue.ticket(ticketId).standing.state).toBe('serving');
  });
});

describe('set room state', () => {
  type Holds = 'nobody' | 'called' | 'patient';
  const holders: { readonly [H in Holds]: (queue: TestQueue) => unknown } = {
    nobody: () => undefined,
    called: (queue) => aCalledPatient(queue),
    patient: (queue) => aPatientIn(queue),
  };
  /** What a room that holds somebody may become from each state that it can be in. */
  const table: readonly (readonly [Holds, RoomState, readonly RoomState[]])[] = [
    ['nobody', 'empty', ['to-be-cleaned']],
    ['nobody', 'to-be-cleaned', ['empty']],
    ['called', 'empty', roomStates.filter(isOccupied)],
    ...roomStates
      .filter(isOccupied)
      .map((from) => ['patient', from, roomStates.filter((to) => isOccupied(to) && to !== from)] as const),
  ];
  it.each(
    table.flatMap(([holds, from, allowed]) => roomStates.map((to) => [holds, from, to, allowed.includes(to)] as const)),
  )('with %s in it, from %s to %s: %s', (holds, from, to, isAllowed) => {
    const queue = aQueue();
    holders[holds](queue);
    if (roomAt(queue).state !== from) setRoom(queue, from);
    expect(roomAt(queue).state).toBe(from);
    const decision = setRoom(queue, to);
    const expected = from === to || isAllowed ? undefined : 'wrong-room-state';
    expect(refusal(decision)).toBe(expected);
    expect(roomAt(queue).state).toBe(isAllowed ? to : from);
    if (from === to) expect(decision).toMatchObject({ facts: [{ type: 'v1.CommandHadNoEffect' }] });
  });

  it('lets a patient come in and wait there, as one step that undo takes back', () => {
    const queue = aQueue();
    const ticketId = aCalledPatient(queue);
    expect(setRoom(queue, 'waiting')).toMatchObject({ facts: [{ type: 'v1.ServiceStarted' }] });
    expect(queue.ticket(ticketId).standing.state).toBe('serving');
    undo(queue, ticketId);
    expect(queue.ticket(ticketId).standing.state).toBe('called');
    expect(roomAt(queue).state).toBe('empty');
  });

  it('keeps the ticket served, and is undone to what the room was before', () => {
    const queue = aQueue();
    const ticketId = aPatientIn(queue);
    const before = roomAt(queue);
    setRoom(queue, 'ready-for-doctor', { staffId: idOf(302) });
    expect(roomAt(queue)).toMatchObject({ state: 'ready-for-doctor', staffId: idOf(302) });
    expect(queue.ticket(ticketId).standing.state).toBe('serving');
    undo(queue, ticketId);
    expect(roomAt(queue)).toEqual(before);
  });

  it('keeps who was awaited when the doctor comes', () => {
    const queue = aQueue();
    aPatientIn(queue);
    setRoom(queue, 'ready-for-doctor', { staffId: idOf(302) });
    setRoom(queue, 'with-doctor');
    expect(roomAt(queue)).toMatchObject({ state: 'with-doctor', staffId: idOf(302) });
  });

  it('changes nothing when two tablets press the same at once', () => {
    const queue = aQueue();
    aPatientIn(queue);
    setRoom(queue, 'ready-for-doctor');
    expect(setRoom(queue, 'with-doctor', {}, nurse)).toMatchObject({ facts: [{ type: 'v1.RoomStateChanged' }] });
    const since = roomAt(queue);
    expect(setRoom(queue, 'with-doctor')).toMatchObject({ facts: [{ type: 'v1.CommandHadNoEffect' }] });
    expect(roomAt(queue)).toEqual(since);
  });

  it('puts a patient back into the room as it was when the end is undone, cleaned or not', () => {
    for (const cleaned of [false, true]) {
      const queue = aQueue();
      const ticketId = aPatientIn(queue);
      setRoom(queue, 'with-doctor');
      const before = roomAt(queue);
      queue.send({ type: 'finish-service', servicePointId: rooms.one, ticketId });
      if (cleaned) setRoom(queue, 'empty');
      expect(undo(queue, ticketId).ok).toBe(true);
      expect(roomAt(queue)).toEqual(before);
    }
  });
});

describe('who may set a room', () => {
  const other: Sender = { ...nurse, staffId: idOf(303), actor: `staff:${idOf(303)}`, servicePointId: rooms.lab };
  const at = (servicePointId: string) => ({ ...other, servicePointId });

  it('is a nurse at the own room and where one of its services is given', () => {
    const queue = aQueue();
    aPatientIn(queue, rooms.two);
    const set = (sender: Sender) =>
      refusal(queue.send({ type: 'set-room-state', servicePointId: rooms.two, roomState: 'waiting' }, sender));
    expect(set(at(rooms.lab))).toBe('other-service-point');
    expect(set(at(rooms.one))).toBeUndefined();
  });

  it('is a nurse where they are awaited, who may take that step back', () => {
    const queue = aQueue();
    const ticketId = aPatientIn(queue, rooms.two);
    queue.send({
      type: 'set-room-state',
      servicePointId: rooms.two,
      roomState: 'ready-for-doctor',
      staffId: other.staffId!,
    });
    const comes = { type: 'set-room-state', servicePointId: rooms.two, roomState: 'with-doctor' } as const;
    expect(queue.send(comes, other).ok).toBe(true);
    expect(refusal(undo(queue, ticketId, { ...other, staffId: idOf(304) }))).toBe('other-service-point');
    expect(undo(queue, ticketId, other).ok).toBe(true);
  });

  it('lets a nurse take in a patient at the own room alone', () => {
    const queue = aQueue();
    aCalledPatient(queue, rooms.two);
    const arrives = { type: 'set-room-state', servicePointId: rooms.two, roomState: 'waiting' } as const;
    expect(refusal(queue.send(arrives, nurse))).toBe('other-service-point');
    expect(queue.send(arrives).ok).toBe(true);
  });
});

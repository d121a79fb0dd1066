import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { proposeReassignment, type AwaitedAppointment, type Whose } from './reassignment.ts';
import { idOf, rooms, services, TestQueue } from './testing.ts';

const [lim, amira, ines] = [idOf(301), idOf(302), idOf(303)];
const at = Date.UTC(2026, 10, 23, 10);

/** Dr Lim works in room 1, Amira in room 2, Ines in the laboratory. */
function aClinic(): TestQueue {
  const queue = new TestQueue();
  for (const [servicePointId, staffId] of [
    [rooms.one, lim],
    [rooms.two, amira],
    [rooms.lab, ines],
  ] as const) {
    queue.send(
      { type: 'open-service-point', servicePointId },
      { actor: `staff:${staffId}`, roles: ['nurse'], staffId, servicePointId },
    );
  }
  return queue;
}

function booked(index: number, given: Partial<AwaitedAppointment> = {}): AwaitedAppointment {
  return {
    id: idOf(500 + index),
    patientId: idOf(600 + index),
    serviceId: services.general,
    at: at + index * 15 * minuteMs,
    minutes: 15,
    practitionerId: lim,
    ...given,
  };
}

function bind(queue: TestQueue, ticketId: string, toServicePointId: string): string {
  queue.send({ type: 'transfer', ticketId, toServicePointId, placement: 'by-time' });
  return ticketId;
}

function propose(queue: TestQueue, whose: Whose, awaited: readonly AwaitedAppointment[] = []) {
  const world = { configuration: queue.configuration, awaited };
  return proposeReassignment(whose, queue.state, world, { at, businessDay: queue.businessDay });
}

describe('who is affected when somebody leaves', () => {
  it('is who was sent to their room, who is booked with them, and who only that room serves', () => {
    const queue = aClinic();
    const sent = bind(queue, queue.issue(), rooms.one);
    queue.issue();
    const elsewhere = bind(queue, queue.issue(), rooms.two);
    queue.send({ type: 'close-service-point', servicePointId: rooms.lab });
    const onlyThere = queue.issue(services.blood);
    const { people } = propose(queue, { staffId: lim }, [booked(1), booked(2, { practitionerId: amira })]);
    expect(people.map(({ id }) => id)).toEqual([sent, onlyThere, booked(1).id]);
    expect(people.map(({ id }) => id)).not.toContain(elsewhere);
  });

  it('has whoever is in the room first, who is finished there unless somebody chooses otherwise', () => {
    const queue = aClinic();
    const inRoom = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    const waits = bind(queue, queue.issue(), rooms.one);
    const { people } = propose(queue, { servicePointId: rooms.one });
    expect(people.map(({ id, proposal }) => [id, proposal.to])).toEqual([
      [inRoom, 'stay'],
      [waits, 'service-point'],
    ]);
  });

  it('is, where they leave at a later hour, only who is expected from then on', () => {
    const queue = aClinic();
    bind(queue, queue.issue(), rooms.one);
    const from = at + hourMs;
    const { people } = propose(queue, { staffId: lim, from }, [booked(1), booked(4, { at: from }), booked(5)]);
    expect(people.map(({ id }) => id)).toEqual([booked(4).id, booked(5).id]);
  });

  it('is somebody on hold, too, and nobody who comes after the return', () => {
    const queue = aClinic();
    const held = bind(queue, queue.issue(), rooms.one);
    queue.send({ type: 'hold', ticketId: held });
    const until = at + hourMs;
    const { people } = propose(queue, { staffId: lim, until }, [booked(1), booked(4, { at: until })]);
    expect(people.map(({ id, state }) => [id, state])).toEqual([
      [held, TicketState.onHold],
      [booked(1).id, undefined],
    ]);
    expect(people.every(({ destinations }) => destinations.includes('stay'))).toBe(true);
  });

  it('is who is booked, even where the person is in no room', () => {
    const queue = aClinic();
    expect(propose(queue, { staffId: idOf(399) }, [booked(1, { practitionerId: idOf(399) })]).people).toHaveLength(1);
  });
});

describe('what is proposed', () => {
  it('is the room with the fewest minutes of work at the time, the earliest first', () => {
    const queue = aClinic();
    queue.configuration = {
      ...queue.configuration,
      servicePoints: queue.configuration.servicePoints.map((point) => ({ ...point, serviceIds: [services.general] })),
    };
    bind(queue, queue.issue(), rooms.two);
    const awaited = [booked(1), booked(2), booked(3)];
    const { people, rooms: loads } = propose(queue, { staffId: lim }, awaited);
    expect(people.map(({ proposal }) => proposal.toServicePointId)).toEqual([rooms.lab, rooms.two, rooms.lab]);
    expect(loads).toEqual([
      { servicePointId: rooms.two, people: 1 },
      { servicePointId: rooms.lab, people: 0 },
    ]);
  });

  it('is another day where no other room that is open gives the service', () => {
    const queue = aClinic();
    queue.send({ type: 'pause-service-point', servicePointId: rooms.two });
    const [person] = propose(queue, { staffId: lim }, [booked(1)]).people;
    expect(person).toMatchObject({ proposal: { to: 'another-day' }, servicePointIds: [] });
    expect(person?.destinations).toEqual(['another-day', 'phone']);
  });

  it('always names each person once, and never a shut room, one without the service, or the one that is left', () => {
    const anyService = fc.constantFrom(services.general, services.blood, services.desk);
    const anyRoom = fc.constantFrom(rooms.one, rooms.two, rooms.lab);
    const aTicket = fc.record({ serviceId: anyService, to: fc.option(anyRoom), held: fc.boolean() });
    const anAppointment = fc.record({
      serviceId: anyService,
      practitionerId: fc.constantFrom(lim, amira, undefined),
      minutes: fc.integer({ min: 5, max: 60 }),
    });
    const aDay = fc.record({
      tickets: fc.array(aTicket, { maxLength: 12 }),
      appointments: fc.array(anAppointment, { maxLength: 12 }),
      calls: fc.array(anyRoom, { maxLength: 3 }),
      shut: fc.subarray([rooms.two, rooms.lab]),
      whose: fc.constantFrom<Whose>({ staffId: lim }, { servicePointId: rooms.one }, { staffId: amira }),
    });
    fc.assert(
      fc.property(aDay, ({ tickets, appointments, calls, shut, whose }) => {
        const queue = aClinic();
        for (const { serviceId, to, held } of tickets) {
          const ticketId = queue.issue(serviceId);
          if (to !== null) bind(queue, ticketId, to);
          if (held) queue.send({ type: 'hold', ticketId });
        }
        for (const servicePointId of calls) queue.send({ type: 'call-next', servicePointId });
        for (const servicePointId of shut) queue.send({ type: 'pause-service-point', servicePointId });
        const awaited = appointments.map((given, index) => booked(index, given));
        const first = propose(queue, whose, awaited);
        expect(propose(queue, whose, awaited)).toEqual(first);

        const ids = first.people.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const open = queue.configuration.servicePoints.filter(
          ({ id }) => queue.state.servicePoints.get(id)?.state === 'open',
        );
        for (const { proposal, serviceId, servicePointIds, destinations } of first.people) {
          expect(destinations).toContain(proposal.to);
          if (proposal.toServicePointId !== undefined) expect(servicePointIds).toContain(proposal.toServicePointId);
          for (const id of servicePointIds) {
            expect(open.find((point) => point.id === id)?.serviceIds).toContain(serviceId);
            expect(queue.state.servicePoints.get(id)?.staffId).not.toBe(whose.staffId);
            expect(id).not.toBe(whose.servicePointId);
          }
        }
        const sent = first.people.filter(({ proposal }) => proposal.to === 'service-point').length;
        const each = first.rooms.map(
          ({ servicePointId }) =>
            first.people.filter(({ proposal }) => proposal.toServicePointId === servicePointId).length,
        );
        expect(each.reduce((sum, count) => sum + count, 0)).toBe(sent);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Sender } from '../decision.ts';
import { companionsOf, followersOf, partyIdOf, partyJoinsForMs } from './party.ts';
import { nextFor, waitingFor } from './order.ts';
import { aConfiguration, idOf, rooms, services, TestQueue } from './testing.ts';

const aKiosk: Sender = { actor: `device:${idOf(301)}`, roles: ['kiosk'] };
const anotherKiosk: Sender = { actor: `device:${idOf(302)}`, roles: ['kiosk'] };

function takeNumber(queue: TestQueue, more: object = {}, sender = aKiosk): string {
  queue.send({ type: 'issue-ticket', serviceId: services.general, ...more }, sender);
  return [...queue.state.tickets.keys()].at(-1) ?? '';
}

/** A mother, somebody else, and her two children, who wait for the nurse. */
function aFamily() {
  const queue = new TestQueue().open(...Object.values(rooms));
  const mother = takeNumber(queue);
  const other = takeNumber(queue);
  const elder = takeNumber(queue, { partyOf: mother });
  const younger = takeNumber(queue, { partyOf: elder });
  return { queue, mother, other, elder, younger };
}

const inLine = (queue: TestQueue, serviceId: string = services.general) =>
  waitingFor(queue.state, serviceId).map(({ id }) => id);
const point = (id: string) => aConfiguration.servicePoints.find((each) => each.id === id)!;

describe('a party', () => {
  it('is one place in line: whoever joins stands right behind who waits already', () => {
    const { queue, mother, other, elder, younger } = aFamily();
    expect(inLine(queue)).toEqual([mother, elder, younger, other]);
  });

  it('is known by its first ticket, whichever of it is joined', () => {
    const { queue, mother, elder, younger } = aFamily();
    expect([mother, elder, younger].map((id) => partyIdOf(queue.ticket(id)))).toEqual([mother, mother, mother]);
  });

  it('takes nobody further forward in another queue or another class', () => {
    const { queue, mother } = aFamily();
    const before = takeNumber(queue, { serviceId: services.blood });
    const child = takeNumber(queue, { serviceId: services.blood, partyOf: mother });
    expect(inLine(queue, services.blood)).toEqual([before, child]);
  });

  it('is not joined at another kiosk, nor ten minutes later, and the number is given all the same', () => {
    const { queue, mother } = aFamily();
    const stranger = takeNumber(queue, { partyOf: mother }, anotherKiosk);
    expect(queue.ticket(stranger).partyOf).toBeUndefined();
    const issuedAt = queue.ticket(mother).issuedAt;
    const moment = { ...queue.moment(), at: issuedAt + partyJoinsForMs + 1 };
    const late = queue.decide({ type: 'issue-ticket', serviceId: services.blood, partyOf: mother }, aKiosk, moment);
    expect(late).toMatchObject({ ok: true, facts: [{ body: expect.not.objectContaining({ partyOf: mother }) }] });
  });

  it('may be joined at the desk while it is open', () => {
    const { queue, mother } = aFamily();
    const father = queue.issue(services.blood, { partyOf: mother });
    expect(partyIdOf(queue.ticket(father))).toBe(mother);
  });
});

describe('calling a family', () => {
  it('calls one, and the others wait for that room in front of everyone', () => {
    const { queue, mother, other, elder, younger } = aFamily();
    queue.send({ type: 'call-next', servicePointId: rooms.two, withParty: true });
    expect(queue.ticket(mother).standing).toMatchObject({ state: 'called', servicePointId: rooms.two });
    expect(followersOf(queue.ticket(mother), queue.state).map(({ id }) => id)).toEqual([elder, younger]);
    expect(nextFor(queue.state, point(rooms.two), queue.world).ticket?.id).toBe(elder);
    expect(nextFor(queue.state, point(rooms.one), queue.world).ticket?.id).toBe(other);
  });

  it('calls them one after the other to the same room', () => {
    const { queue, mother, other, elder, younger } = aFamily();
    queue.send({ type: 'call-next', servicePointId: rooms.two, withParty: true });
    const called = [mother, elder, younger, other].map((expected) => {
      const { ticketId } = queue.state.servicePoints.get(rooms.two)!;
      expect(ticketId).toBe(expected);
      queue.send({ type: 'call-next', servicePointId: rooms.two, finishCurrent: 'completed', withParty: true });
      return ticketId;
    });
    expect(new Set(called).size).toBe(4);
  });

  it('lets whoever is of a higher class come between, as everywhere', () => {
    const { queue, elder } = aFamily();
    queue.send({ type: 'call-next', servicePointId: rooms.two, withParty: true });
    const urgent = queue.issue(services.general, { priorityClass: 'emergency' });
    expect(nextFor(queue.state, point(rooms.two), queue.world).ticket?.id).toBe(urgent);
    const reason = 'Next of the family';
    const order = { type: 'call-ticket', servicePointId: rooms.two, ticketId: elder, reason } as const;
    queue.send({ ...order, finishCurrent: 'completed' });
    expect(queue.state.servicePoints.get(rooms.two)?.ticketId).toBe(elder);
  });

  it('leaves those who wait for something else where they are', () => {
    const { queue, mother } = aFamily();
    const blood = takeNumber(queue, { serviceId: services.blood, partyOf: mother });
    queue.send({ type: 'call-next', servicePointId: rooms.two, withParty: true });
    expect(queue.ticket(blood).standing.forServicePointId).toBeNull();
    expect(companionsOf(queue.ticket(mother), point(rooms.lab), queue.state, queue.world).map(({ id }) => id)).toEqual([
      blood,
    ]);
  });

  it('that stood further back brings them all forward', () => {
    const { queue, elder, mother, younger } = aFamily();
    const reason = 'The little one is unwell';
    queue.send({ type: 'call-ticket', servicePointId: rooms.one, ticketId: younger, reason, withParty: true });
    queue.send({ type: 'call-next', servicePointId: rooms.one, finishCurrent: 'completed' });
    expect(queue.state.servicePoints.get(rooms.one)?.ticketId).toBe(mother);
    expect(followersOf(queue.ticket(mother), queue.state).map(({ id }) => id)).toEqual([elder]);
  });

  it('is undone as a whole: nobody of it waits for that room any more', () => {
    const { queue, mother, other, elder, younger } = aFamily();
    queue.send({ type: 'call-next', servicePointId: rooms.two, withParty: true });
    const { epoch, seq } = queue.ticket(mother).last;
    queue.send({ type: 'undo', ticketId: mother, epoch, seq });
    expect(inLine(queue)).toEqual([mother, elder, younger, other]);
    for (const id of [elder, younger]) expect(queue.ticket(id).standing.forServicePointId).toBeNull();
  });

  it('keeps the others at the room when the call of one of them is undone', () => {
    const { queue, mother, elder, younger } = aFamily();
    queue.send({ type: 'call-next', servicePointId: rooms.two, withParty: true });
    queue.send({ type: 'call-next', servicePointId: rooms.two, finishCurrent: 'completed' });
    const { epoch, seq } = queue.ticket(elder).last;
    queue.send({ type: 'undo', ticketId: elder, epoch, seq });
    expect(queue.ticket(mother).standing.state).toBe('completed');
    for (const id of [elder, younger]) expect(queue.ticket(id).standing.forServicePointId).toBe(rooms.two);
  });
});

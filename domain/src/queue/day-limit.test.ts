import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { addDays } from '../calendar/business-day.ts';
import type { Sender } from '../decision.ts';
import { decideCheckIn } from './check-in.ts';
import { dayLeft, walkInsLeft } from './day-limit.ts';
import { under } from './testing/calls.ts';
import { aConfiguration, aNurse, idOf, rooms, services, TestQueue } from './testing.ts';

const kiosk: Sender = { actor: `device:${idOf(301)}`, roles: ['kiosk'] };
const full = { ok: false, refusal: { code: 'day-full', serviceId: services.general } };

/** A clinic whose nurse takes this many walk-ins a day. */
function aQueue(dayLimit: number): TestQueue {
  const queue = new TestQueue();
  queue.configuration = {
    ...aConfiguration,
    deskServiceId: services.desk,
    services: aConfiguration.services.map((service) =>
      service.id === services.blood ? service : { ...service, dayLimit },
    ),
  };
  return queue;
}
const atKiosk = (queue: TestQueue, serviceId: string = services.general) =>
  queue.send({ type: 'issue-ticket', serviceId }, kiosk);

describe('the limit of a day', () => {
  it('ends what a kiosk gives for that service, and for no other', () => {
    const queue = aQueue(2);
    expect([atKiosk(queue).ok, atKiosk(queue).ok]).toEqual([true, true]);
    expect(atKiosk(queue)).toEqual(full);
    expect(atKiosk(queue, services.blood).ok).toBe(true);
  });

  it('does not bind staff, whose numbers count', () => {
    const queue = aQueue(1);
    queue.issue();
    expect(atKiosk(queue)).toEqual(full);
    expect(queue.send({ type: 'issue-ticket', serviceId: services.general }).ok).toBe(true);
  });

  it('never refuses who is booked, nor counts them', () => {
    const queue = aQueue(1);
    const appointment = { id: idOf(500), patientId: idOf(400), serviceId: services.general, at: 0, ticketId: null };
    const arrives = () => decideCheckIn({ appointment, needs: [] }, aNurse, queue.state, queue.world, queue.moment());
    const booked = arrives();
    if (booked.ok) for (const fact of booked.facts) queue.append(fact);
    expect(atKiosk(queue).ok).toBe(true);
    const another = { ...appointment, id: idOf(501), patientId: idOf(401) };
    expect(
      decideCheckIn({ appointment: another, needs: [] }, aNurse, queue.state, queue.world, queue.moment()).ok,
    ).toBe(true);
  });

  it('always leaves the desk, which takes whom a kiosk cannot help', () => {
    expect(atKiosk(aQueue(0), services.desk).ok).toBe(true);
  });

  it('gives again what was taken back, and begins anew with the day', () => {
    const queue = aQueue(1);
    atKiosk(queue);
    const [ticketId = ''] = queue.state.tickets.keys();
    queue.send({ type: 'undo-check-in', ticketId }, kiosk);
    expect(atKiosk(queue).ok).toBe(true);
    expect(atKiosk(queue)).toEqual(full);
    queue.businessDay = addDays(queue.businessDay, 1);
    expect(atKiosk(queue).ok).toBe(true);
  });

  it('is told as how many are left', () => {
    const queue = aQueue(2);
    const [general, blood] = queue.configuration.services;
    const day = dayLeft(queue.state, queue.configuration, queue.world.now);
    atKiosk(queue);
    expect(walkInsLeft(general!, queue.state, queue.businessDay, day)).toBe(1);
    expect(walkInsLeft(blood!, queue.state, queue.businessDay, day)).toBeUndefined();
  });
});

describe('the minutes of a day', () => {
  const counting = (meanMinutes: number, walkInsPerDay?: number) => ({
    services: [{ serviceId: services.general, meanMinutes, ...(walkInsPerDay === undefined ? {} : { walkInsPerDay }) }],
  });
  const left = (queue: TestQueue) => {
    const [general] = queue.configuration.services;
    const day = dayLeft(queue.state, queue.configuration, queue.world.now);
    return walkInsLeft(general!, queue.state, queue.businessDay, day);
  };
  /** At 17:00 local time, an hour before it closes. */
  const lastHour = () => new TestQueue().pass(7 * hourMs - minuteMs).open(rooms.one);

  it('are full when the open rooms have time for nobody else before the clinic closes', () => {
    const queue = under(lastHour(), counting(20));
    expect(left(queue)).toBe(3);
    for (let person = 0; person < 3; person += 1) expect(atKiosk(queue).ok).toBe(true);
    expect(left(queue)).toBe(0);
    expect(atKiosk(queue)).toEqual(full);
    expect(atKiosk(queue, services.blood).ok).toBe(true);
    queue.open(rooms.two);
    expect(left(queue)).toBe(3);
  });

  it('are those of every room of the service while all of them are closed', () => {
    const queue = under(lastHour(), counting(20));
    queue.send({ type: 'close-service-point', servicePointId: rooms.one });
    expect(left(queue)).toBe(6);
  });

  it('bind together with the clinic’s limit and the quota of the rules: the lowest counts', () => {
    const queue = under(lastHour(), counting(20, 2));
    expect(left(queue)).toBe(2);
    atKiosk(queue);
    expect(left(queue)).toBe(1);
    const limited = under(aQueue(1), counting(20, 2));
    expect(left(limited)).toBe(1);
  });

  it('are not counted while the clinic is closed, nor where no visit has a length', () => {
    expect(left(under(lastHour().pass(2 * hourMs), counting(20)))).toBeUndefined();
    expect(left(under(lastHour(), { services: [{ serviceId: services.general }] }))).toBeUndefined();
  });
});

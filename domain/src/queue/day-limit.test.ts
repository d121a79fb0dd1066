import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/business-day.ts';
import type { Sender } from '../decision.ts';
import { decideCheckIn } from './check-in.ts';
import { walkInsLeft } from './day-limit.ts';
import { aConfiguration, aNurse, idOf, services, TestQueue } from './testing.ts';

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
    atKiosk(queue);
    expect(walkInsLeft(general!, queue.state, queue.businessDay)).toBe(1);
    expect(walkInsLeft(blood!, queue.state, queue.businessDay)).toBeUndefined();
  });
});

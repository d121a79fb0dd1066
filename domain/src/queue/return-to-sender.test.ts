import { describe, expect, it } from 'vitest';
import { idOf, rooms, services, TestQueue } from './testing.ts';

const { general, blood } = services;

/** Served in Room 2, and sent to the laboratory. */
function sent() {
  const queue = new TestQueue().open(...Object.values(rooms));
  const ticketId = queue.issue(general);
  queue.send({ type: 'call-next', servicePointId: rooms.two });
  queue.send({ type: 'confirm-arrival', servicePointId: rooms.two, ticketId });
  queue.send({ type: 'transfer', ticketId, toServiceId: blood, placement: 'back' });
  return { queue, ticketId };
}

describe('back to who sent it', () => {
  it('is the room and the service that a ticket was transferred from, in front', () => {
    const { queue, ticketId } = sent();
    const waits = queue.issue(general);
    queue.send({ type: 'return-to-sender', ticketId });
    expect(queue.ticket(ticketId).standing).toMatchObject({
      state: 'waiting',
      serviceId: general,
      forServicePointId: rooms.two,
    });
    expect(queue.ticket(ticketId).standing.placeAt).toBeLessThan(queue.ticket(waits).standing.placeAt);
  });

  it('is the service alone where that room is closed by now', () => {
    const { queue, ticketId } = sent();
    queue.send({ type: 'close-service-point', servicePointId: rooms.two });
    queue.send({ type: 'return-to-sender', ticketId, placement: 'back' });
    expect(queue.ticket(ticketId).standing).toMatchObject({ serviceId: general, forServicePointId: null });
  });

  it('leaves the room that the patient is in', () => {
    const { queue, ticketId } = sent();
    queue.send({ type: 'call-next', servicePointId: rooms.lab });
    queue.send({ type: 'return-to-sender', ticketId });
    expect(queue.state.servicePoints.get(rooms.lab)?.ticketId).toBeNull();
  });

  it('is refused where nobody sent it, and where it went back already', () => {
    const { queue, ticketId } = sent();
    const other = queue.issue(general);
    expect(queue.decide({ type: 'return-to-sender', ticketId: other })).toMatchObject({
      refusal: { code: 'no-sender' },
    });
    queue.send({ type: 'return-to-sender', ticketId });
    expect(queue.decide({ type: 'return-to-sender', ticketId })).toMatchObject({ refusal: { code: 'no-sender' } });
  });

  it('is refused where the patient stands in that queue with another number', () => {
    const { queue, ticketId } = sent();
    const patientId = idOf(401);
    queue.send({ type: 'identify-ticket', ticketId, patientId });
    const other = queue.issue(general, { patientId });
    expect(queue.decide({ type: 'return-to-sender', ticketId })).toMatchObject({
      refusal: { code: 'patient-has-open-ticket', ticketId: other },
    });
  });

  it('is as it was after an undo', () => {
    const { queue, ticketId } = sent();
    const before = queue.ticket(ticketId).standing;
    queue.send({ type: 'return-to-sender', ticketId });
    const { epoch, seq } = queue.ticket(ticketId).last;
    queue.send({ type: 'undo', ticketId, epoch, seq });
    expect(queue.ticket(ticketId).standing).toEqual(before);
    expect(queue.decide({ type: 'return-to-sender', ticketId }).ok).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { rooms, services, TestQueue } from './testing.ts';
import { walkReasonsOf } from './walk.ts';

function called(more: object): { readonly queue: TestQueue; readonly ticketId: string } {
  const queue = new TestQueue().open(rooms.two);
  const ticketId = queue.issue(services.general, more);
  queue.send({ type: 'call-next', servicePointId: rooms.two });
  return { queue, ticketId };
}
const reasons = (queue: TestQueue, ticketId: string) => walkReasonsOf(queue.ticket(ticketId));

describe('who has to be fetched', () => {
  it('is who is called and may not hear or see it', () => {
    const { queue, ticketId } = called({ needs: ['sight', 'infant', 'hearing'] });
    expect(reasons(queue, ticketId)).toEqual(['hearing', 'sight']);
  });

  it('is nobody who waits, and nobody whose needs are others', () => {
    const { queue, ticketId } = called({ needs: ['mobility'] });
    const next = queue.issue(services.general, { needs: ['hearing'] });
    expect([...reasons(queue, ticketId), ...reasons(queue, next)]).toEqual([]);
  });

  it('is who is called while outside', () => {
    const queue = new TestQueue().open(rooms.two);
    for (let before = 0; before < 3; before += 1) queue.issue();
    const ticketId = queue.issue();
    queue.send({ type: 'step-out', ticketId, whenAhead: 2 });
    queue.send({ type: 'call-ticket', servicePointId: rooms.two, ticketId, reason: 'because' });
    expect(reasons(queue, ticketId)).toEqual(['outside']);
    queue.send({ type: 'back-inside', ticketId });
    expect(reasons(queue, ticketId)).toEqual([]);
  });

  it('is asked for until somebody goes, and again when they are called to another room or anew', () => {
    const { queue, ticketId } = called({ needs: ['hearing'] });
    queue.send({ type: 'acknowledge-walk', ticketId });
    queue.send({ type: 'recall', servicePointId: rooms.two });
    expect(reasons(queue, ticketId)).toEqual([]);
    queue.send({ type: 'mark-not-answered', ticketId });
    queue.send({ type: 'call-ticket', servicePointId: rooms.two, ticketId, reason: 'because' });
    expect(reasons(queue, ticketId)).toEqual(['hearing']);
  });

  it('is said once, and refused of who is not called', () => {
    const { queue, ticketId } = called({ needs: ['hearing'] });
    for (let time = 0; time < 2; time += 1) queue.send({ type: 'acknowledge-walk', ticketId });
    expect(queue.rows.filter(({ type }) => type === 'v1.WalkAcknowledged')).toHaveLength(1);
    const refused = queue.send({ type: 'acknowledge-walk', ticketId: queue.issue() });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
  });
});

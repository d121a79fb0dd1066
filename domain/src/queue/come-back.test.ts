import { describe, expect, it } from 'vitest';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { Sender } from '../decision.ts';
import { rooms, TestQueue } from './testing.ts';

const kiosk: Sender = { actor: 'device:kiosk', roles: ['kiosk'] };

/** Room 2 is open, and others wait before the ticket that is answered. */
function waiting(): { readonly queue: TestQueue; readonly ticketId: string } {
  const queue = new TestQueue().open(rooms.two);
  for (let before = 0; before < 4; before += 1) queue.issue();
  return { queue, ticketId: queue.issue() };
}
const comeBack = (queue: TestQueue, ticketId: string) =>
  queue.send({ type: 'come-back', publicId: queue.ticket(ticketId).publicId }, kiosk);

describe('a ticket that is shown at a kiosk', () => {
  it('is inside again after its patient stepped out, at its place', () => {
    const { queue, ticketId } = waiting();
    const { standing } = queue.ticket(ticketId);
    queue.send({ type: 'step-out', ticketId, whenAhead: 2 });
    expect(comeBack(queue, ticketId)).toMatchObject({ ok: true });
    expect(queue.ticket(ticketId)).not.toHaveProperty('stepOut');
    expect(queue.ticket(ticketId).standing).toEqual(standing);
  });

  it('waits again after its patient was not here, also where they were called while outside', () => {
    const { queue, ticketId } = waiting();
    queue.send({ type: 'step-out', ticketId, whenAhead: 2 });
    queue.send({ type: 'call-ticket', servicePointId: rooms.two, ticketId, reason: 'x' });
    queue.send({ type: 'mark-not-answered', ticketId });
    comeBack(queue, ticketId);
    expect(queue.ticket(ticketId)).toMatchObject({ standing: { state: TicketState.waiting } });
    expect(queue.ticket(ticketId)).not.toHaveProperty('stepOut');
  });

  it('waits again after the patient’s own hold, and stays aside where staff put it', () => {
    const { queue, ticketId } = waiting();
    queue.send({ type: 'hold', ticketId }, { actor: `ticket:${ticketId}`, roles: ['ticket-page'] });
    comeBack(queue, ticketId);
    expect(queue.ticket(ticketId).standing.state).toBe(TicketState.waiting);
    queue.send({ type: 'hold', ticketId });
    expect(comeBack(queue, ticketId)).toMatchObject({ ok: true });
    expect(queue.ticket(ticketId).standing.state).toBe(TicketState.onHold);
  });

  it('changes nothing of who waits or is called, and is known no more once its visit is over, nor where nobody gave it', () => {
    const { queue, ticketId } = waiting();
    const before = queue.ticket(ticketId);
    comeBack(queue, ticketId);
    expect(queue.ticket(ticketId)).toEqual(before);
    queue.send({ type: 'mark-left', ticketId, reason: 'gone' });
    expect(comeBack(queue, ticketId)).toMatchObject({ ok: false, refusal: { code: 'unknown-ticket' } });
    const unknown = queue.send({ type: 'come-back', publicId: 'A'.repeat(22) }, kiosk);
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'unknown-ticket' } });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TicketState, isOpen, stepOutThresholds } from '@foyer/contracts/ticket-state.ts';
import type { Sender } from '../decision.ts';
import { peopleAhead } from './order.ts';
import { isToBeCalledBack } from './step-out.ts';
import { rooms, services, TestQueue } from './testing.ts';

const system: Sender = { actor: 'system', roles: ['system'] };

/** Room 2 is open, and so many wait before the last, who is answered. */
function behind(ahead: number): { readonly queue: TestQueue; readonly ticketId: string } {
  const queue = new TestQueue().open(rooms.two);
  for (let before = 0; before < ahead; before += 1) queue.issue();
  return { queue, ticketId: queue.issue() };
}
const callNext = (queue: TestQueue) =>
  queue.send({ type: 'call-next', servicePointId: rooms.two, finishCurrent: 'completed' });
/** What the clinic's own box does after every commit. */
function callBackWhoIsDue(queue: TestQueue): void {
  for (const ticket of queue.state.tickets.values()) {
    if (isToBeCalledBack(ticket, queue.state, queue.world)) {
      queue.send({ type: 'call-back', ticketId: ticket.id }, system);
    }
  }
}
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('stepping out', () => {
  it('keeps the ticket waiting at its place', () => {
    const { queue, ticketId } = behind(4);
    const { standing } = queue.ticket(ticketId);
    queue.send({ type: 'step-out', ticketId, whenAhead: 3 });
    expect(queue.ticket(ticketId)).toMatchObject({ standing, stepOut: { whenAhead: 3, calledBackAt: null } });
    expect(peopleAhead(queue.state, queue.ticket(ticketId), queue.world)).toBe(4);
  });

  it('is refused where no more are ahead than they would come back for, and to who does not wait', () => {
    const { queue, ticketId } = behind(3);
    expect(queue.send({ type: 'step-out', ticketId, whenAhead: 3 })).toMatchObject(refused('too-few-ahead'));
    queue.send({ type: 'hold', ticketId });
    expect(queue.send({ type: 'step-out', ticketId, whenAhead: 2 })).toMatchObject(refused('wrong-state'));
  });

  it('is the page’s own ticket’s alone', () => {
    const { queue, ticketId } = behind(4);
    const other = [...queue.state.tickets.keys()][0]!;
    const page: Sender = { actor: `ticket:${other}`, roles: ['ticket-page'] };
    for (const type of ['step-out', 'back-inside'] as const) {
      expect(queue.send({ type, ticketId, whenAhead: 2 } as never, page)).toMatchObject(refused('not-your-ticket'));
    }
  });

  it('is said once for one threshold, and anew for another', () => {
    const { queue, ticketId } = behind(6);
    for (const whenAhead of [3, 3, 5] as const) queue.send({ type: 'step-out', ticketId, whenAhead });
    const said = queue.rows.flatMap((row) => (row.type === 'v1.SteppedOut' ? [row.body.whenAhead] : []));
    expect(said).toEqual([3, 5]);
  });

  it('is called back when so few are ahead, and not before', () => {
    const { queue, ticketId } = behind(4);
    queue.send({ type: 'step-out', ticketId, whenAhead: 2 });
    callNext(queue);
    expect(isToBeCalledBack(queue.ticket(ticketId), queue.state, queue.world)).toBe(false);
    callNext(queue);
    expect(isToBeCalledBack(queue.ticket(ticketId), queue.state, queue.world)).toBe(true);
    queue.send({ type: 'call-back', ticketId }, system);
    expect(queue.ticket(ticketId).stepOut?.calledBackAt).toBeGreaterThan(0);
    expect(queue.ticket(ticketId).standing.state).toBe('waiting');
  });

  it('is called in its turn without having come back, and is outside until it is in the room', () => {
    const { queue, ticketId } = behind(3);
    queue.send({ type: 'step-out', ticketId, whenAhead: 2 });
    for (let turn = 0; turn < 4; turn += 1) callNext(queue);
    expect(queue.ticket(ticketId)).toMatchObject({ standing: { state: 'called' }, stepOut: { whenAhead: 2 } });
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.two, ticketId });
    expect(queue.ticket(ticketId)).not.toHaveProperty('stepOut');
  });

  it('ends when the patient says that they are back', () => {
    const { queue, ticketId } = behind(4);
    queue.send({ type: 'step-out', ticketId, whenAhead: 2 });
    queue.send({ type: 'back-inside', ticketId });
    expect(queue.ticket(ticketId)).not.toHaveProperty('stepOut');
  });

  it('never loses a ticket, and calls back exactly once for each time that somebody steps out and falls due', () => {
    const nth = fc.nat({ max: 9 });
    const step = fc.oneof(
      fc.record({ type: fc.constant('issue'), priorityClass: fc.constantFrom('priority', 'walk-in') }),
      fc.record({ type: fc.constant('call') }),
      fc.record({ type: fc.constant('step-out'), nth, whenAhead: fc.constantFrom(...stepOutThresholds) }),
      fc.record({ type: fc.constantFrom('back-inside', 'hold', 'resume', 'mark-left', 'undo', 'call-back'), nth }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (list) => {
        const queue = new TestQueue().open(rooms.two);
        for (const { type, ...more } of list) {
          const tickets = [...queue.state.tickets.values()];
          const ticket = tickets[('nth' in more ? more.nth : 0) % Math.max(1, tickets.length)];
          const before = queue.state;
          if (type === 'issue') queue.issue(services.general, more);
          else if (type === 'call') callNext(queue);
          else if (ticket !== undefined) {
            const { epoch, seq } = ticket.last;
            queue.send({ type, ticketId: ticket.id, reason: 'because', epoch, seq, ...more } as never);
          }
          callBackWhoIsDue(queue);
          for (const { id, stepOut, standing } of before.tickets.values()) {
            const now = queue.ticket(id);
            // Stepping out, being called back and coming back move nobody.
            if (type === 'step-out' || type === 'back-inside' || type === 'call-back') {
              expect(now.standing).toEqual(standing);
            }
            if (stepOut !== undefined && now.stepOut === undefined) {
              const isOver = now.standing.state === TicketState.serving || !isOpen(now.standing.state);
              expect(isOver || (type === 'back-inside' && id === ticket?.id)).toBe(true);
            }
          }
          for (const each of queue.state.tickets.values()) {
            expect(isToBeCalledBack(each, queue.state, queue.world)).toBe(false);
          }
        }
        for (const id of queue.state.tickets.keys()) {
          const told = queue.rows.filter(({ body }) => 'ticketId' in body && body.ticketId === id);
          let awaits = 0;
          for (const { type } of told) {
            if (type === 'v1.SteppedOut') awaits = 1;
            if (type === 'v1.CalledBack') expect((awaits -= 1)).toBe(0);
          }
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { musterOf } from './muster.ts';
import { rooms, TestQueue } from './testing.ts';

describe('who may be in the building', () => {
  it('begins with those who need help to get out, wheelchairs before sight before hearing, then goes by number', () => {
    const queue = new TestQueue().open(rooms.one);
    const plain = queue.issue();
    const deaf = queue.issue(undefined, { needs: ['hearing'] });
    const infant = queue.issue(undefined, { needs: ['infant'] });
    const blind = queue.issue(undefined, { needs: ['sight', 'hearing'] });
    const wheelchair = queue.issue(undefined, { needs: ['mobility'] });
    expect(musterOf(queue.state).map(({ id }) => id)).toEqual([wheelchair, blind, deaf, plain, infant]);
  });

  it('holds everyone with an open ticket, called or not answering, but not who went out on a hold of their own', () => {
    const queue = new TestQueue().open(rooms.one);
    const missed = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    queue.send({ type: 'mark-not-answered', ticketId: missed });
    const parked = queue.issue();
    queue.send({ type: 'hold', ticketId: parked });
    const outside = queue.issue();
    queue.send({ type: 'hold', ticketId: outside }, { actor: `ticket:${outside}`, roles: ['ticket-page'] });
    const gone = queue.issue();
    queue.send({ type: 'mark-left', ticketId: gone, reason: 'went home' });
    expect(musterOf(queue.state).map(({ id }) => id)).toEqual([missed, parked]);
  });
});

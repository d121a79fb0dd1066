import { describe, expect, it } from 'vitest';
import {
  anAskedRoom,
  aStaffView,
  aTypicalBoard,
  aTypicalRoom,
  id,
  now,
  room3,
  services,
} from '../../testing/a-staff-view.ts';
import { callPlan } from './call-plan.ts';
import { answerOf, inDoubtAt, inDoubtFor, roomsInDoubt } from './in-doubt.ts';
import { notices } from './notices.ts';

const as = (role: 'nurse' | 'reception' | 'supervisor' | 'cashier', servicePointId?: string) => ({
  id: id('staff', 9),
  name: 'Somebody',
  roles: [role],
  ...(servicePointId === undefined ? {} : { servicePointId }),
});
const numbers = (view: Parameters<typeof inDoubtFor>[0]) => inDoubtFor(view).map(({ ticket }) => ticket.number);

describe('who is asked for after a gap', () => {
  it('is nobody as long as there was none', () => {
    expect(inDoubtAt(aTypicalRoom(), room3)).toBeUndefined();
    expect(numbers(aTypicalRoom())).toEqual([]);
  });

  it('is asked of the nurse of that room, and of reception and supervisors for every room', () => {
    const view = anAskedRoom();
    expect(numbers(view)).toEqual(['A043']);
    expect(numbers({ ...view, me: as('nurse', id('point', 5)) })).toEqual([]);
    expect(numbers({ ...view, me: as('cashier') })).toEqual([]);
    for (const role of ['reception', 'supervisor'] as const) {
      const theirs = { ...view, me: as(role) };
      expect(numbers(theirs)).toEqual(['A043']);
      expect(notices(theirs, now).map(({ kind }) => kind)).toContain('in-doubt');
    }
  });

  it('stands before the next call: nobody is called on top of a question', () => {
    expect(callPlan(anAskedRoom('called'), room3, true)).toMatchObject({
      kind: 'in-doubt',
      current: { number: 'A043' },
    });
    expect(callPlan(anAskedRoom('serving'), room3, true).kind).toBe('in-doubt');
  });

  it('is answered by one command each', () => {
    const asked = inDoubtAt(anAskedRoom(), room3)!;
    const { id: ticketId } = asked.ticket;
    const at = { servicePointId: room3, ticketId };
    expect(answerOf('yes', asked, '')).toEqual({ type: 'confirm-still-here', ...at });
    expect(answerOf('finished', asked, '')).toEqual({ type: 'finish-service', ...at });
    expect(answerOf('left', asked, 'gone')).toEqual({ type: 'mark-left', ticketId, reason: 'gone' });
    expect(answerOf('queue', asked, '')).toEqual({
      type: 'transfer',
      ticketId,
      toServiceId: services.consultation,
      placement: 'front',
    });
  });

  it('is a room and nobody on a tablet that nobody is signed in on', () => {
    const board = aTypicalBoard();
    const asked = { ...board.servicePoints[id('point', 2)]!, inDoubt: true as const };
    const view = { ...board, servicePoints: { ...board.servicePoints, [asked.id]: asked } };
    expect(roomsInDoubt(view).map(({ name }) => name.en)).toEqual(['Room 2']);
    expect(roomsInDoubt(aStaffView())).toEqual([]);
  });
});

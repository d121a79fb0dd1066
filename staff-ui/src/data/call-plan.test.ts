import { describe, expect, it } from 'vitest';
import { aPoint, aStaffView, aTicket, aTypicalRoom, byId, room3 } from '../../testing/a-staff-view.ts';
import { callPlan, currentAt, finishCurrentOf } from './call-plan.ts';

describe('the door of the room', () => {
  it('calls the next and finishes who is with staff, by one tap', () => {
    const plan = callPlan(aTypicalRoom('serving'), room3, true);
    expect(plan).toMatchObject({ kind: 'call', next: { number: 'A047' }, finishes: { number: 'A043' } });
    expect(plan.kind === 'call' && finishCurrentOf(plan)).toEqual({ finishCurrent: true });
  });

  it('calls without finishing when nobody is here', () => {
    const plan = callPlan(aStaffView({ next: aTicket('A047') }), room3, true);
    expect(plan).toEqual({ kind: 'call', next: expect.objectContaining({ number: 'A047' }) });
    expect(plan.kind === 'call' && finishCurrentOf(plan)).toEqual({});
  });

  it('asks what became of the called one who has not come', () => {
    expect(callPlan(aTypicalRoom('called'), room3, true)).toMatchObject({
      kind: 'ask-outcome',
      current: { number: 'A043' },
    });
  });

  it('says that nobody waits', () => {
    expect(callPlan(aStaffView(), room3, true)).toEqual({ kind: 'nobody-waits' });
  });

  it.each(['closed', 'paused'] as const)('opens the room when it is %s', (state) => {
    const view = aStaffView({ servicePoints: byId([aPoint(3, 'Room 3', { state })]) });
    expect(callPlan(view, room3, true)).toEqual({ kind: 'open-room', state });
  });

  it('asks for a clean room first, and finishes who is in one that is cleaned between two patients', () => {
    const at = (given: Parameters<typeof aPoint>[2]) => byId([aPoint(3, 'Room 3', given)]);
    const dirty = { room: { state: 'to-be-cleaned', since: 0 } } as const;
    expect(callPlan(aStaffView({ servicePoints: at(dirty) }), room3, true)).toEqual({ kind: 'clean-room' });
    const [current, next] = [aTicket('A043', { state: 'serving' }), aTicket('A047')];
    const cleaned = { cleaning: true, ticketId: current.id, nextTicketId: next.id };
    const view = aStaffView({ tickets: [current, next], servicePoints: at(cleaned) });
    expect(callPlan(view, room3, true)).toMatchObject({ kind: 'finish-first', current: { number: 'A043' } });
  });

  it('never calls without a line, so that nobody is called twice', () => {
    expect(callPlan(aTypicalRoom(), room3, false)).toEqual({ kind: 'no-line' });
    expect(callPlan(aStaffView(), 'somewhere else', true)).toEqual({ kind: 'no-line' });
  });

  it('knows who is at the service point', () => {
    expect(currentAt(aTypicalRoom(), room3)?.number).toBe('A043');
    expect(currentAt(aStaffView(), room3)).toBeUndefined();
  });
});

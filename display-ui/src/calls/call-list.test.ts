import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCall } from '../testing/a-call.ts';
import { listCalls, MOST_ROWS, newestFirst } from './call-list.ts';

const ids = (calls: readonly { readonly id?: string }[]) => calls.map(({ id }) => id);

describe('the list of calls', () => {
  it('shows the newest call first, whatever the order they come in', () => {
    const calls = [aCall('b', { at: 20 }), aCall('c', { at: 30 }), aCall('a', { at: 10 })];
    expect(ids(listCalls(calls))).toEqual(['c', 'b', 'a']);
  });

  it('leaves out the call that has the stage', () => {
    const onStage = aCall('b', { at: 20 });
    expect(ids(listCalls([aCall('a', { at: 10 }), onStage], onStage))).toEqual(['a']);
  });

  it('shows a ticket once, where it was called last', () => {
    const calls = [
      aCall('first', { at: 10, ticketId: 'one', servicePointName: 'Room 2' }),
      aCall('second', { at: 20, ticketId: 'one', servicePointName: 'Laboratory 1' }),
    ];
    expect(ids(listCalls(calls))).toEqual(['second']);
  });

  it('never has more than eight rows, a row twice, or the stage in it', () => {
    const someCalls = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 40 }),
        ticket: fc.integer({ min: 0, max: 20 }),
        at: fc.nat(1000),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(someCalls, fc.nat(60), (facts, pick) => {
        const calls = facts.map(({ id, ticket, at }) => aCall(`call-${id}`, { at, ticketId: `ticket-${ticket}` }));
        const onStage = calls[pick];
        const list = listCalls(calls, onStage);
        expect(list.length).toBeLessThanOrEqual(MOST_ROWS);
        expect(new Set(list.map(({ ticketId }) => ticketId)).size).toBe(list.length);
        expect(list.map(({ ticketId }) => ticketId)).not.toContain(onStage?.ticketId ?? 'nobody');
        expect([...list].sort(newestFirst)).toEqual(list);
      }),
    );
  });
});

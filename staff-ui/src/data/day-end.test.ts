import { describe, expect, it } from 'vitest';
import { aStaffView, aTicket } from '../../testing/a-staff-view.ts';
import { outcomesOf, saidOfAll, whoIsLeft, withoutOutcome } from './day-end.ts';

const serving = aTicket('A043', { state: 'serving' });
const early = aTicket('A044', { waitedMinutes: 40 });
const late = aTicket('A045', { waitedMinutes: 5 });
const view = aStaffView({ tickets: [late, early, serving, aTicket('A001', { state: 'completed' })] });

describe('the end of the day', () => {
  it('asks about everybody who is not through, with staff first, then by arrival', () => {
    expect(whoIsLeft(view).map(({ number }) => number)).toEqual(['A043', 'A044', 'A045']);
  });

  it('wants an outcome for each, and takes one for all who wait', () => {
    const left = whoIsLeft(view);
    const chosen = saidOfAll(new Map([[serving.id, 'completed']]), [early, late], 'left');
    expect(withoutOutcome(left, new Map())).toHaveLength(3);
    expect(withoutOutcome(left, chosen)).toEqual([]);
    expect(outcomesOf(left, chosen)).toEqual([
      { ticketId: serving.id, outcome: 'completed' },
      { ticketId: early.id, outcome: 'left' },
      { ticketId: late.id, outcome: 'left' },
    ]);
  });

  it('says nothing of who was finished while they were asked about', () => {
    expect(outcomesOf([early], new Map([[serving.id, 'left']]))).toEqual([]);
  });
});

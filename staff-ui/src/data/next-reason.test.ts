import { describe, expect, it } from 'vitest';
import { aStaffView, aTypicalRoom, now, room3 } from '../../testing/a-staff-view.ts';
import { reasonForNext } from './next-reason.ts';
import { queueAt } from './queue-list.ts';

describe('why this one is next', () => {
  it('names the class, the booked time, the wait, and who has waited longer', () => {
    const reason = reasonForNext(queueAt(aTypicalRoom(), room3, 'waiting', now));
    expect(reason).toMatchObject({
      priorityClass: 'booked',
      bookedFor: now - 360_000,
      waitedMinutes: 24,
      targetMinutes: 30,
      behindInClass: 5,
      longestWaiting: { ticket: { number: 'R014' }, waitedMinutes: 41 },
    });
  });

  it('is silent when nobody is next', () => {
    expect(reasonForNext(queueAt(aStaffView(), room3, 'waiting', now))).toBeUndefined();
  });
});

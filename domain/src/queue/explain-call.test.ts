import { describe, expect, it } from 'vitest';
import type { CallExplanation } from '@foyer/contracts/explanation.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { evolve } from './evolve.ts';
import { explainCall } from './explain-call.ts';
import { emptyQueue, withChanges, type QueueState } from './queue-state.ts';
import { arrives, calls, under } from './testing/calls.ts';
import { aConfiguration, aNurse, idOf, rooms, services, TestQueue } from './testing.ts';

/** Of the latest call, from the rows alone. */
function why(queue: TestQueue, configuration = queue.configuration): CallExplanation | undefined {
  let state: QueueState = emptyQueue;
  let explained: CallExplanation | undefined;
  for (const row of queue.rows) {
    if (row.type === 'v1.TicketCalled') explained = explainCall(state, row, { configuration });
    state = withChanges(state, evolve(state, row));
  }
  return explained;
}
const passedOver = (queue: TestQueue) => why(queue)?.passedOver.map(({ ticketId, because }) => [ticketId, because]);
const priority = (queue: TestQueue) => queue.issue(services.general, { priorityClass: 'priority' });

describe('why somebody was called', () => {
  it('names the rule, the wait, and who waited longer in a lower class', () => {
    const queue = under(new TestQueue().open(rooms.one), {});
    const walkIn = queue.issue();
    queue.pass(10 * minuteMs);
    priority(queue);
    queue.pass(5 * minuteMs);
    calls(queue, rooms.one);
    expect(why(queue)).toMatchObject({
      servicePointId: rooms.one,
      chosenBy: { revision: 1, rule: 'order', priorityClass: 'priority' },
      waitedMinutes: 5,
      passedOver: [{ ticketId: walkIn, waitedMinutes: 15, because: 'class' }],
    });
  });

  it('names who waited longer for another queue, or in a class whose turn it was not', () => {
    const conditions = [{ serviceId: services.blood, overMinutes: 10 }];
    const shares = { priority: 1, booked: 1, 'walk-in': 1 };
    const queue = under(new TestQueue().open(rooms.one), { usual: { conditions, shares } });
    const walkIn = queue.issue();
    queue.issue(services.blood);
    queue.pass(11 * minuteMs);
    priority(queue);
    calls(queue, rooms.one);
    expect(passedOver(queue)).toEqual([[walkIn, 'condition']]);
    queue.issue();
    calls(queue, rooms.one);
    expect(why(queue)?.chosenBy.rule).toBe('share');
    expect(passedOver(queue)).toEqual([[walkIn, 'share']]);
  });

  it('names who could not be called there, and why', () => {
    const ben = idOf(202);
    const queue = under(new TestQueue(), {
      namedPractitioners: true,
      services: [{ serviceId: services.blood, skill: 'blood' }],
      people: [{ staffId: ben, skills: ['blood'] }],
    });
    const staffId = aNurse.staffId ?? '';
    queue.append({ type: 'v1.ServicePointOpened', body: { servicePointId: rooms.one, staffId } });
    const blood = queue.issue(services.blood);
    const booked = arrives(queue, 0, { practitionerId: ben });
    queue.issue();
    calls(queue, rooms.one);
    expect(passedOver(queue)).toEqual([
      [blood, 'skill'],
      [booked, 'practitioner'],
    ]);
  });

  it('is that of the state before the call, whatever came later', () => {
    const queue = under(new TestQueue().open(rooms.one), {});
    queue.issue();
    calls(queue, rooms.one);
    priority(queue);
    under(queue, { usual: { order: 'by-arrival' } });
    expect(why(queue)).toMatchObject({ chosenBy: { revision: 1 }, passedOver: [] });
  });

  it('is not told where no rules chose, nor where the clinic was set up so that the choice comes out otherwise', () => {
    const queue = new TestQueue().open(rooms.one);
    queue.issue();
    calls(queue, rooms.one);
    expect(why(queue)).toBeUndefined();
    under(queue, {});
    queue.issue();
    queue.issue(services.blood, { priorityClass: 'priority' });
    calls(queue, rooms.one);
    expect(why(queue)?.chosenBy.rule).toBe('order');
    const servicePoints = [{ id: rooms.one, name: { en: 'Room 1' }, serviceIds: [services.general] }];
    expect(why(queue, { ...aConfiguration, servicePoints })).toBeUndefined();
  });
});

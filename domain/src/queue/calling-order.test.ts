// The rules of calling, one by one, in a small clinic: rooms one and two serve the nurse, room one and the laboratory
// the blood tests.

import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { peopleAhead } from './order.ts';
import { arrives, calls, someRules, under } from './testing/calls.ts';
import { aConfiguration, aNurse, idOf, rooms, services, TestQueue } from './testing.ts';

const aQueue = (...open: readonly string[]) => new TestQueue().open(...(open.length > 0 ? open : [rooms.one]));
const walkIn = (queue: TestQueue, serviceId: string = services.general) => queue.issue(serviceId);
const priority = (queue: TestQueue) => queue.issue(services.general, { priorityClass: 'priority' });
const emergency = (queue: TestQueue) => queue.issue(services.general, { priorityClass: 'emergency' });
const wait = (queue: TestQueue, minutes: number) => queue.pass(minutes * minuteMs);
const calledOf = (queue: TestQueue, servicePointId: string = rooms.one) => calls(queue, servicePointId)?.ticketId;
const allCalled = (queue: TestQueue, servicePointId: string = rooms.one) =>
  Array.from({ length: queue.state.tickets.size }, () => calledOf(queue, servicePointId));

describe('rules of calling', () => {
  it('are in force from the next call on, and carried by it', () => {
    const queue = aQueue();
    const first = walkIn(queue);
    const urgent = priority(queue);
    expect(queue.decide({ type: 'call-next', servicePointId: rooms.one })).toMatchObject({
      facts: [{ body: { ticketId: urgent, rule: 'next' } }],
    });
    under(queue, { usual: { order: 'by-arrival' } });
    expect(calls(queue, rooms.one)).toMatchObject({
      ticketId: first,
      rule: 'next',
      waiting: 2,
      chosenBy: { revision: 1, rule: 'order', priorityClass: 'walk-in' },
    });
  });

  it('leave the class and the longest wait when they are taken away', () => {
    const queue = under(aQueue(), { usual: { order: 'by-arrival' } });
    walkIn(queue);
    const urgent = priority(queue);
    queue.send({ type: 'set-calling-rules', rules: null });
    const called = calls(queue, rooms.one);
    expect(called?.ticketId).toBe(urgent);
    expect(called).not.toHaveProperty('chosenBy');
  });

  it('are refused where nobody could call by them, and change nothing the second time', () => {
    const queue = aQueue();
    const rules = someRules({ usual: { shares: { priority: 1, booked: 1, 'walk-in': 0 } } });
    expect(queue.send({ type: 'set-calling-rules', rules })).toEqual({
      ok: false,
      refusal: {
        code: 'calling-rules-impossible',
        faults: [{ path: '/usual/shares/walk-in', code: 'share-of-zero' }],
      },
    });
    queue.send({ type: 'set-calling-rules', rules: someRules() });
    expect(queue.send({ type: 'set-calling-rules', rules: someRules() })).toMatchObject({
      facts: [{ type: 'v1.CommandHadNoEffect' }],
    });
  });
});

describe('a condition', () => {
  const conditions = [{ serviceId: services.blood, overMinutes: 30 }];

  it('calls from its queue while somebody there has waited longer, and not before', () => {
    const queue = under(aQueue(), { usual: { conditions } });
    const blood = walkIn(queue, services.blood);
    wait(queue, 20);
    const urgent = priority(queue);
    const another = priority(queue);
    expect(calledOf(queue)).toBe(urgent);
    wait(queue, 11);
    expect(calls(queue, rooms.one)).toMatchObject({ ticketId: blood, chosenBy: { rule: 'condition', condition: 0 } });
    expect(calledOf(queue)).toBe(another);
  });

  it('counts before those after it', () => {
    const both = [{ serviceId: services.general, overMinutes: 10 }, ...conditions];
    const queue = under(aQueue(), { usual: { conditions: both } });
    walkIn(queue, services.blood);
    const nurse = walkIn(queue);
    wait(queue, 40);
    expect(calls(queue, rooms.one)).toMatchObject({ ticketId: nurse, chosenBy: { rule: 'condition', condition: 0 } });
  });
});

describe('needs', () => {
  const needsEarlier = { needs: ['infant', 'mobility'] as const, minutes: 15 };
  const under15 = (queue: TestQueue) =>
    under(queue, {
      usual: { order: 'by-arrival' },
      needsEarlier: { ...needsEarlier, needs: [...needsEarlier.needs] },
    });
  const withInfant = (queue: TestQueue) => queue.issue(services.general, { needs: ['infant', 'mobility'] });

  it('count as so many minutes more, once however many somebody has', () => {
    const queue = under15(aQueue());
    const longest = walkIn(queue);
    wait(queue, 2);
    const another = walkIn(queue);
    wait(queue, 14);
    const early = withInfant(queue);
    const sight = queue.issue(services.general, { needs: ['sight'] });
    expect(allCalled(queue)).toEqual([longest, early, another, sight]);
  });

  it('leave somebody who is moved in the queue where they were put', () => {
    const queue = under15(aQueue());
    const first = walkIn(queue);
    wait(queue, 5);
    const second = walkIn(queue);
    wait(queue, 30);
    const early = withInfant(queue);
    queue.send({ type: 'move-in-queue', ticketId: early, beforeTicketId: second, reason: 'asked' });
    expect(allCalled(queue)).toEqual([first, early, second]);
  });

  it('raise nobody to the longest wait before anybody else has it', () => {
    const queue = under(aQueue(), {
      usual: { order: 'by-arrival' },
      longestWaitMinutes: 30,
      needsEarlier: { needs: ['infant'], minutes: 29 },
    });
    const longest = walkIn(queue);
    wait(queue, 30);
    withInfant(queue);
    expect(calls(queue, rooms.one)).toMatchObject({ ticketId: longest, chosenBy: { rule: 'longest-wait' } });
  });
});

describe('the shares of the classes', () => {
  const usual = { shares: { priority: 2, booked: 1, 'walk-in': 1 } };

  it('come round as they say', () => {
    const queue = under(aQueue(), { usual });
    for (let people = 0; people < 4; people += 1) {
      priority(queue);
      priority(queue);
      arrives(queue, 0);
      walkIn(queue);
    }
    const classes = allCalled(queue).map((id = '') => queue.ticket(id).standing.priorityClass);
    for (let round = 0; round < 16; round += 4) {
      expect(classes.slice(round, round + 4).toSorted()).toEqual(['booked', 'priority', 'priority', 'walk-in']);
    }
  });

  it('are of the classes in which somebody waits', () => {
    const queue = under(aQueue(), { usual });
    const walkIns = [walkIn(queue), walkIn(queue)];
    const urgent = [priority(queue), priority(queue), priority(queue), priority(queue)];
    expect(allCalled(queue)).toEqual([urgent[0], walkIns[0], urgent[1], urgent[2], walkIns[1], urgent[3]]);
  });

  it('go on over the calls of the point, and an undone call took no turn', () => {
    const queue = under(aQueue(), { usual });
    const [first, second] = [priority(queue), priority(queue)];
    const walkedIn = walkIn(queue);
    expect([calledOf(queue), calledOf(queue)]).toEqual([first, walkedIn]);
    const { epoch, seq } = queue.ticket(walkedIn).last;
    queue.send({ type: 'undo', ticketId: walkedIn, epoch, seq });
    expect([calledOf(queue), calledOf(queue)]).toEqual([walkedIn, second]);
  });

  it('are of those who wait: nobody is waited for', () => {
    const queue = under(aQueue(), { usual });
    const tickets = [walkIn(queue), walkIn(queue), walkIn(queue)];
    expect(allCalled(queue)).toEqual(tickets);
  });

  it('never come before an emergency, which takes no turn', () => {
    const queue = under(aQueue(), { usual });
    const [urgent, walkedIn, alarm] = [priority(queue), walkIn(queue), emergency(queue)];
    expect(calls(queue, rooms.one)).toMatchObject({ ticketId: alarm, chosenBy: { rule: 'emergency' } });
    expect([calledOf(queue), calledOf(queue)]).toEqual([urgent, walkedIn]);
  });
});

describe('the wait', () => {
  it('raises a ticket by a class with every so many minutes, and never to an emergency', () => {
    const queue = under(aQueue(), { ageingMinutes: 20 });
    const walkedIn = walkIn(queue);
    wait(queue, 39);
    const urgent = priority(queue);
    expect(calledOf(queue)).toBe(urgent);
    wait(queue, 1);
    const [another, alarm] = [priority(queue), emergency(queue)];
    expect([calledOf(queue), calledOf(queue), calledOf(queue)]).toEqual([alarm, walkedIn, another]);
  });

  it('comes before every other rule but an emergency once it is as long as anybody may wait', () => {
    const conditions = [{ serviceId: services.blood, overMinutes: 5 }];
    const queue = under(aQueue(), { longestWaitMinutes: 60, usual: { conditions } });
    const walkedIn = walkIn(queue);
    walkIn(queue, services.blood);
    wait(queue, 60);
    expect(calls(queue, rooms.one)).toMatchObject({ ticketId: walkedIn, chosenBy: { rule: 'longest-wait' } });
  });
});

describe('somebody booked', () => {
  const appointments = { earlyMinutes: 10, lateMinutes: 15 };

  it('waits from the booked time, and not before others until it is near', () => {
    const queue = under(aQueue(), { appointments });
    const early = arrives(queue, 30);
    const walkedIn = walkIn(queue);
    expect(calledOf(queue)).toBe(walkedIn);
    wait(queue, 20);
    walkIn(queue);
    expect(calledOf(queue)).toBe(early);
  });

  it('is called before their time where nobody else waits', () => {
    const queue = under(aQueue(), { appointments });
    const early = arrives(queue, 30);
    expect(calledOf(queue)).toBe(early);
  });

  it('is a walk-in when they come too late, from their arrival', () => {
    const queue = under(aQueue(), { appointments });
    const walkedIn = walkIn(queue);
    const late = arrives(queue, -16);
    const inTime = arrives(queue, -14);
    expect(calledOf(queue)).toBe(inTime);
    expect(calledOf(queue)).toBe(walkedIn);
    expect(calls(queue, rooms.one)).toMatchObject({ ticketId: late, chosenBy: { priorityClass: 'walk-in' } });
  });

  it('waits in another queue when they come too late, where the rules send them', () => {
    const lateTo = (serviceId: string, to: string) => ({ serviceId, lateTo: to });
    const queue = under(aQueue(), {
      appointments,
      services: [lateTo(services.general, services.blood), lateTo(services.blood, services.desk)],
    });
    const late = queue.ticket(arrives(queue, -16));
    expect([late.standing.serviceId, late.number[0]]).toEqual([services.desk, 'H']);
    expect(queue.ticket(arrives(queue, -14)).standing.serviceId).toBe(services.general);
  });

  it('keeps the front that staff gave them, or others', () => {
    const queue = under(aQueue(), { appointments, usual: { order: 'by-arrival' } });
    arrives(queue, -10);
    const walkedIn = walkIn(queue);
    queue.send({ type: 'transfer', ticketId: walkedIn, toServiceId: services.general, placement: 'front' });
    expect(calledOf(queue)).toBe(walkedIn);
  });
});

describe('a work profile', () => {
  const usual = { conditions: [], order: 'by-class' as const };
  const ana = aNurse.staffId ?? '';

  it('says which queues a point calls from, until the wait opens it', () => {
    const profiles = [{ servicePointId: rooms.one, serves: [services.general], ...usual }];
    const queue = under(aQueue(rooms.one, rooms.lab), { profiles, opensAfterMinutes: 30 });
    const blood = walkIn(queue, services.blood);
    expect(calledOf(queue)).toBeUndefined();
    expect(peopleAhead(queue.state, queue.ticket(blood), queue.world)).toBe(0);
    wait(queue, 30);
    expect(calledOf(queue)).toBe(blood);
  });

  it('of a person goes with them, and counts before that of the room', () => {
    const profiles = [
      { servicePointId: rooms.one, serves: [services.general], ...usual },
      { staffId: ana, serves: [services.blood], ...usual },
    ];
    const queue = under(new TestQueue(), { profiles });
    queue.append({ type: 'v1.ServicePointOpened', body: { servicePointId: rooms.one, staffId: ana } });
    walkIn(queue);
    const blood = walkIn(queue, services.blood);
    expect(calledOf(queue)).toBe(blood);
    expect(calledOf(queue)).toBeUndefined();
  });

  it('of a person who serves nothing of that room leaves the room its own', () => {
    const profiles = [{ staffId: ana, serves: [services.desk], ...usual }];
    const queue = under(new TestQueue(), { profiles });
    queue.append({ type: 'v1.ServicePointOpened', body: { servicePointId: rooms.one, staffId: ana } });
    const walkedIn = walkIn(queue);
    expect(calledOf(queue)).toBe(walkedIn);
  });

  it('holds back neither an emergency nor whom staff sent to that room', () => {
    const profiles = [{ servicePointId: rooms.one, serves: [services.blood], ...usual }];
    const queue = under(aQueue(rooms.one, rooms.two), { profiles });
    const sent = walkIn(queue);
    queue.send({ type: 'transfer', ticketId: sent, toServicePointId: rooms.one, placement: 'front' });
    const alarm = emergency(queue);
    expect([calledOf(queue), calledOf(queue)]).toEqual([alarm, sent]);
  });
});

describe('a skill, or a named practitioner', () => {
  const [ana, ben] = [aNurse.staffId ?? '', idOf(202)];
  const opened = (queue: TestQueue, servicePointId: string, staffId: string) =>
    queue.append({ type: 'v1.ServicePointOpened', body: { servicePointId, staffId } });

  it('is waited for where it works, until the wait opens the ticket to all', () => {
    const queue = under(new TestQueue(), {
      services: [{ serviceId: services.general, skill: 'injections' }],
      people: [{ staffId: ben, skills: ['injections'] }],
      opensAfterMinutes: 30,
    });
    opened(queue, rooms.one, ana);
    opened(queue, rooms.two, ben);
    const [first, second] = [walkIn(queue), walkIn(queue)];
    expect([calledOf(queue), calledOf(queue, rooms.two)]).toEqual([undefined, first]);
    wait(queue, 30);
    expect(calledOf(queue)).toBe(second);
  });

  it('calls who is booked with them, and nobody else does at first', () => {
    const queue = under(new TestQueue(), { namedPractitioners: true, opensAfterMinutes: 30 });
    opened(queue, rooms.one, ana);
    opened(queue, rooms.two, ben);
    const booked = arrives(queue, 0, { practitionerId: ben });
    expect(calledOf(queue)).toBeUndefined();
    expect(calledOf(queue, rooms.two)).toBe(booked);
  });

  it('is nothing to a clinic whose rules do not say so', () => {
    const queue = under(new TestQueue(), {});
    opened(queue, rooms.one, ana);
    const booked = arrives(queue, 0, { practitionerId: ben });
    expect(calledOf(queue)).toBe(booked);
  });
});

describe('people ahead', () => {
  it('are those whom the room would call before, one after the other, by all of the rules', () => {
    const queue = under(aQueue(), { usual: { shares: { priority: 2, booked: 1, 'walk-in': 1 } } });
    const tickets = [walkIn(queue), walkIn(queue), priority(queue), priority(queue), priority(queue)];
    const ahead = tickets.map((id) => peopleAhead(queue.state, queue.ticket(id), queue.world));
    const order = allCalled(queue);
    expect(ahead).toEqual(tickets.map((id) => order.indexOf(id)));
  });

  it('are counted where the ticket may be called already, before a room that holds it back and has nobody else', () => {
    const profiles = [
      { servicePointId: rooms.one, serves: [services.blood], conditions: [], order: 'by-class' as const },
    ];
    const queue = under(aQueue(rooms.one, rooms.two), { profiles });
    walkIn(queue);
    const second = walkIn(queue);
    expect(peopleAhead(queue.state, queue.ticket(second), queue.world)).toBe(1);
  });

  it('are all of a room that does not call it yet', () => {
    const profiles = [
      { servicePointId: rooms.one, serves: [services.blood], conditions: [], order: 'by-class' as const },
    ];
    const queue = new TestQueue().open(rooms.one);
    queue.configuration = { ...aConfiguration, servicePoints: aConfiguration.servicePoints.slice(0, 2) };
    under(queue, { profiles });
    walkIn(queue, services.blood);
    walkIn(queue, services.blood);
    const nurse = walkIn(queue);
    walkIn(queue, services.blood);
    expect(peopleAhead(queue.state, queue.ticket(nurse), queue.world)).toBe(3);
  });
});

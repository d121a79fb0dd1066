// The promises of the calling rules under any rules and any queue: the order is total, the first of it is called, what is
// explained from the log is what was chosen, and nobody waits for more calls than the rules come to.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { claimOf, compareWaits, rankOf, type Claim } from './calling-claim.ts';
import { callsInOrder, type Choice } from './calling-order.ts';
import { rulesOf } from './calling-rules.ts';
import { evolve } from './evolve.ts';
import { explain } from './explain.ts';
import { explainCall } from './explain-call.ts';
import { choicesUnder, nextFor, peopleAhead } from './order.ts';
import { emptyQueue, withChanges, type QueueState } from './queue-state.ts';
import { chanceOf, randomQueue, randomRules, type Chance } from './testing/random-queue.ts';
import { someRules } from './testing/calls.ts';
import { TestQueue } from './testing.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 });
const runs = { numRuns: 40 };

describe('the choice', () => {
  it('always is of the first rule that applies, and by it nobody else comes before', () => {
    fc.assert(
      fc.property(seed, (number) => {
        for (const point of everyPoint(number)) expect(brokenPromise(point, point.choices[0])).toBeUndefined();
      }),
      runs,
    );
  });

  it('would not pass with ties broken newest first', () => {
    const newestFirst = (point: AtPoint) => {
      const [first] = point.choices;
      const ties = point.claims.filter(
        (claim) => first !== undefined && rankAt(claim, point) === rankAt(first.claim, point) && claim.isDue,
      );
      const claim = ties.toSorted(compareWaits).at(-1);
      return first === undefined || claim === undefined ? first : { ...first, claim };
    };
    const caught = Array.from({ length: 60 }, (_, number) => everyPoint(number))
      .flat()
      .filter((point) => brokenPromise(point, newestFirst(point)) !== undefined);
    expect(caught.length).toBeGreaterThan(0);
  });

  it('always is the same, whatever order the tickets are held in', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const queue = randomQueue(chanceOf(number));
        const turned = { ...queue.state, tickets: new Map([...queue.state.tickets].reverse()) };
        for (const point of queue.configuration.servicePoints) {
          expect(orderOf(turned, queue, point.id)).toEqual(orderOf(queue.state, queue, point.id));
        }
      }),
      runs,
    );
  });

  it('always calls everybody who may be called there, each once', () => {
    fc.assert(
      fc.property(seed, (number) => {
        for (const { choices, claims } of everyPoint(number)) {
          const called = choices.map(({ claim }) => claim.ticket.id);
          expect(called.toSorted()).toEqual(claims.map(({ ticket }) => ticket.id).toSorted());
        }
      }),
      runs,
    );
  });
});

describe('a profile, a skill or a named practitioner', () => {
  it('never holds anybody back who has waited so long that the ticket is open to all', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const { state, configuration, world } = randomQueue(chanceOf(number));
        const inForce = rulesOf(state);
        if (inForce === undefined) return;
        for (const point of configuration.servicePoints) {
          const { held } = choicesUnder(inForce, state, point, world);
          const opensAfterMs = inForce.rules.opensAfterMinutes * minuteMs;
          expect(held.filter(({ claim }) => claim.waitedMs >= opensAfterMs)).toEqual([]);
        }
      }),
      runs,
    );
  });
});

describe('a call', () => {
  it('always is explained from the log as it was chosen', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const queue = randomQueue(chanceOf(number), 60);
        let state: QueueState = emptyQueue;
        for (const row of queue.rows) {
          if (row.type === 'v1.TicketCalled' && row.body.chosenBy !== undefined) {
            const explained = explainCall(state, row, queue);
            expect(explained?.chosenBy).toEqual(row.body.chosenBy);
            const passed = explained?.passedOver.map(({ ticketId }) => ticketId) ?? [];
            expect(passed).not.toContain(row.body.ticketId);
          }
          state = withChanges(state, evolve(state, row));
        }
        expect(state).toEqual(queue.state);
      }),
      runs,
    );
  });

  it('always is of the one that stands first', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const queue = randomQueue(chanceOf(number));
        for (const point of queue.configuration.servicePoints) {
          const [first] = orderOf(queue.state, queue, point.id);
          expect(nextFor(queue.state, point, queue.world).ticket?.id).toBe(first);
        }
      }),
      runs,
    );
  });
});

describe('a position', () => {
  it('always is 1 for the one that is called next there, and for nobody else who may be called', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const { state, configuration, world } = randomQueue(chanceOf(number));
        const explained = Array.from(state.tickets.keys(), (id) => ({ id, why: explain(state, id, world) }));
        for (const point of configuration.servicePoints) {
          const first = explained.filter(({ why }) =>
            why?.points.some((place) => place.servicePointId === point.id && place.position === 1 && !place.heldBack),
          );
          expect(first.map(({ id }) => id)).toEqual([nextFor(state, point, world).ticket?.id].filter(Boolean));
        }
      }),
      runs,
    );
  });

  it('always has before it exactly those whom its soonest point calls first, each by a rule', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const { state, world } = randomQueue(chanceOf(number));
        for (const ticket of state.tickets.values()) {
          const why = explain(state, ticket.id, world);
          const ahead = peopleAhead(state, ticket, world);
          expect(why?.before.length).toBe(ahead);
          if (why?.position !== undefined) expect(why.position).toBe(ahead + 1);
        }
      }),
      runs,
    );
  });
});

describe('nobody waits for ever', () => {
  it('where classes take turns: for at most two more than all shares, for each of the class who came before', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const chance = chanceOf(number);
        const shares = { priority: dice(chance, 4), booked: dice(chance, 4), 'walk-in': dice(chance, 4) };
        const rules = someRules({ longestWaitMinutes: 720, usual: { shares } });
        const round = shares.priority + shares.booked + shares['walk-in'];
        for (const { calls, inClass } of callsWaitedFor(rules, chance)) {
          expect(calls).toBeLessThanOrEqual((inClass + 1) * (round + 2));
        }
      }),
      runs,
    );
  });

  it('and would, by the class alone', () => {
    const waits = Array.from({ length: 20 }, (_, number) =>
      callsWaitedFor(someRules({ longestWaitMinutes: 720 }), chanceOf(number)),
    ).flat();
    expect(Math.max(...waits.map(({ calls, before }) => calls - before))).toBeGreaterThan(41);
  });

  it('where the wait raises: for those before, and the calls until it has risen', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const chance = chanceOf(number);
        const ageingMinutes = dice(chance, 20);
        const rules = someRules({ longestWaitMinutes: 720, ageingMinutes });
        for (const { calls, before } of callsWaitedFor(rules, chance)) {
          expect(calls).toBeLessThanOrEqual(before + 2 * ageingMinutes + 1);
        }
      }),
      runs,
    );
  });

  it('whatever the rules are: for those before, those who count as before by their needs, and the longest wait', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const chance = chanceOf(number);
        const rules = { ...randomRules(chance), longestWaitMinutes: 30 };
        for (const { calls, before } of callsWaitedFor(rules, chance)) {
          const byNeeds = mostArrivals * (rules.needsEarlier?.minutes ?? 0);
          expect(calls).toBeLessThanOrEqual(before + byNeeds + rules.longestWaitMinutes + 1);
        }
      }),
      runs,
    );
  });
});

interface AtPoint {
  readonly rules: CallingRules;
  readonly post: ReturnType<typeof choicesUnder>['post'];
  readonly claims: readonly Claim[];
  readonly choices: readonly Choice[];
}

function everyPoint(number: number): readonly AtPoint[] {
  const { state, configuration, world } = randomQueue(chanceOf(number));
  const inForce = rulesOf(state);
  if (inForce === undefined) return [];
  return configuration.servicePoints.map((point) => {
    const { post, admitted, calls } = choicesUnder(inForce, state, point, world);
    return { rules: inForce.rules, post, claims: admitted, choices: [...calls()] };
  });
}

function rankAt(claim: Claim, { post, rules }: AtPoint): number {
  return rankOf(claim, post.calling.order, rules);
}

/** The rules said once more, as a check of one choice; undefined when it keeps them. */
function brokenPromise(point: AtPoint, choice: Choice | undefined): string | undefined {
  const { claims, rules, post } = point;
  if (choice === undefined) return claims.length === 0 ? undefined : 'nobody is called';
  const { claim: chosen, rule } = choice;
  const others = claims.filter((claim) => claim !== chosen);
  const overdue = (claim: Claim) => claim.waitedMs >= rules.longestWaitMinutes * minuteMs;
  const waitsLonger = others.some((claim) => compareWaits(claim, chosen) < 0);
  const isEmergency = ({ priorityClass }: Claim) => priorityClass === 'emergency';
  if (claims.some(isEmergency)) {
    const before = others.some((claim) => isEmergency(claim) && compareWaits(claim, chosen) < 0);
    return rule !== 'emergency' || !isEmergency(chosen) || before ? 'an emergency waits' : undefined;
  }
  if (claims.some(overdue)) return rule !== 'longest-wait' || waitsLonger ? 'somebody waits too long' : undefined;
  const condition = post.calling.conditions.findIndex(({ serviceId, overMinutes }) =>
    claims.some(({ ticket, waitedMs }) => ticket.standing.serviceId === serviceId && waitedMs > overMinutes * minuteMs),
  );
  const isOf = (serviceId: string | undefined, claim: Claim) => claim.ticket.standing.serviceId === serviceId;
  const queue = post.calling.conditions[condition]?.serviceId;
  if (condition !== -1 && (choice.condition !== condition || !isOf(queue, chosen))) return 'a condition is passed';
  if (rule === 'share') {
    const before = others.some(
      (claim) => claim.isDue && claim.priorityClass === chosen.priorityClass && compareWaits(claim, chosen) < 0,
    );
    return post.calling.shares === undefined || before ? 'somebody of the class waits longer' : undefined;
  }
  const rivals = condition === -1 ? others : others.filter((claim) => isOf(queue, claim));
  const [rank, ranks] = [rankAt(chosen, point), rivals.map((claim) => ({ claim, rank: rankAt(claim, point) }))];
  const before = ranks.some(
    (other) => other.rank < rank || (other.rank === rank && compareWaits(other.claim, chosen) < 0),
  );
  return before ? 'somebody comes before' : undefined;
}

function orderOf(state: QueueState, queue: TestQueue, servicePointId: string): readonly string[] {
  const inForce = rulesOf(state);
  const point = queue.configuration.servicePoints.find(({ id }) => id === servicePointId);
  if (inForce === undefined || point === undefined) {
    return point === undefined ? [] : [nextFor(state, point, queue.world).ticket?.id].filter((id) => id !== undefined);
  }
  return Array.from(choicesUnder(inForce, state, point, queue.world).calls(), ({ claim }) => claim.ticket.id);
}

function dice(chance: Chance, sides: number): number {
  return 1 + Math.floor(chance() * sides);
}

/** Of one minute. */
const mostArrivals = 2;

/**
 * A point that calls once a minute while people of any class but emergencies keep coming, more than it can call for: how
 * many calls each waited for, and who was there before it when it came.
 */
function callsWaitedFor(
  rules: CallingRules,
  chance: Chance,
): readonly { readonly calls: number; readonly before: number; readonly inClass: number }[] {
  const minutes = 120;
  const start = Date.UTC(2026, 10, 23, 9);
  const tickets = new TestQueue();
  tickets.issue();
  const [like] = tickets.state.tickets.values();
  if (like === undefined) throw new Error('no ticket');
  const classes: readonly PriorityClass[] = ['priority', 'booked', 'walk-in'];
  const waiting = new Map<string, { ticket: typeof like; from: number; before: number; inClass: number }>();
  const turns: PriorityClass[] = [];
  const waited: { calls: number; before: number; inClass: number }[] = [];
  const services = [rules.usual.conditions[0]?.serviceId ?? like.standing.serviceId, 'another'];
  for (let minute = 0, ordinal = 0; minute < minutes; minute += 1) {
    const now = start + minute * minuteMs;
    for (let came = minute === 0 ? 3 : Math.floor(chance() * (mostArrivals + 1)); came > 0; came -= 1) {
      const priorityClass = classes[Math.floor(chance() ** 2 * 3)] ?? 'priority';
      const serviceId = services[Math.floor(chance() * 2)] ?? like.standing.serviceId;
      ordinal += 1;
      const standing = { ...like.standing, priorityClass, serviceId, placeAt: now };
      const needs = ordinal % 3 === 0 ? (['infant'] as const) : [];
      const ticket = { ...like, id: `${ordinal}`, ordinal, issuedAt: now, needs, standing };
      const there = [...waiting.values()];
      const inClass = there.filter(({ ticket: other }) => other.standing.priorityClass === priorityClass).length;
      waiting.set(ticket.id, { ticket, from: minute, before: there.length, inClass });
    }
    const claims = Array.from(waiting.values(), ({ ticket }) => claimOf(ticket, rules, now));
    const called = callsInOrder(claims, rules.usual, rules, turns).next().value;
    if (called === undefined) continue;
    const { from, before, inClass } = waiting.get(called.claim.ticket.id) ?? { from: 0, before: 0, inClass: 0 };
    waited.push({ calls: minute - from + 1, before, inClass });
    waiting.delete(called.claim.ticket.id);
    turns.push(called.claim.priorityClass);
  }
  // Whoever waits still has waited for all calls since they came, and for one more at least.
  for (const { from, before, inClass } of waiting.values()) waited.push({ calls: minutes - from + 1, before, inClass });
  return waited;
}

// Queues by chance under rules by chance, for properties and for the bench: a day of a small clinic in which people come,
// are called and go, and the rules change meanwhile. The same numbers give the same day.

import { callingOrders, sharedClasses } from '@foyer/contracts/calling-choices.ts';
import type { Calling, CallingRules, WorkProfile } from '@foyer/contracts/calling-rules.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { arrives, calls } from './calls.ts';
import { idOf, rooms, services, TestQueue } from '../testing.ts';

/** From 0 to below 1. */
export type Chance = () => number;

/** Source: mulberry32, Tommy Ettinger, public domain. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const staff = [idOf(201), idOf(202), idOf(203)] as const;
const offered: { readonly [room: string]: readonly string[] } = {
  [rooms.one]: [services.general, services.blood],
  [rooms.two]: [services.general],
  [rooms.lab]: [services.blood, services.desk],
};

export function randomQueue(chance: Chance, steps = 30): TestQueue {
  const queue = new TestQueue();
  for (const [index, servicePointId] of Object.values(rooms).entries()) {
    const staffId = staff[index];
    queue.append({
      type: 'v1.ServicePointOpened',
      body: { servicePointId, ...(staffId === undefined || is(chance, 0.2) ? {} : { staffId }) },
    });
  }
  queue.send({ type: 'set-calling-rules', rules: randomRules(chance) });
  for (let step = 0; step < steps; step += 1) happens(queue, chance);
  return queue;
}

export function randomRules(chance: Chance): CallingRules {
  return {
    usual: randomCalling(chance, [services.general]),
    profiles: Object.values(rooms).flatMap((servicePointId, index): readonly WorkProfile[] => {
      const serves = [...(offered[servicePointId] ?? [])];
      const calling = randomCalling(chance, serves);
      if (is(chance, 0.6)) return [];
      const staffId = staff[index];
      return is(chance, 0.5) || staffId === undefined
        ? [{ servicePointId, serves, ...calling }]
        : [{ staffId, serves: serves.slice(0, 1), ...calling, conditions: [] }];
    }),
    longestWaitMinutes: between(chance, 30, 180),
    opensAfterMinutes: between(chance, 1, 60),
    services: is(chance, 0.3) ? [{ serviceId: services.blood, skill: 'blood' }] : [],
    people: [{ staffId: staff[0], skills: ['blood'] }],
    ...(is(chance, 0.5) ? { ageingMinutes: between(chance, 5, 60) } : {}),
    ...(is(chance, 0.5)
      ? { appointments: { earlyMinutes: between(chance, 0, 15), lateMinutes: between(chance, 0, 20) } }
      : {}),
    ...(is(chance, 0.4) ? { needsEarlier: { needs: ['infant'], minutes: between(chance, 1, 29) } } : {}),
    ...(is(chance, 0.3) ? { namedPractitioners: true as const } : {}),
  };
}

function randomCalling(chance: Chance, serves: readonly string[]): Calling {
  const [serviceId = services.general] = serves;
  const shares = { priority: between(chance, 1, 4), booked: between(chance, 1, 4), 'walk-in': between(chance, 1, 4) };
  return {
    conditions: is(chance, 0.4) ? [{ serviceId, overMinutes: between(chance, 1, 60) }] : [],
    ...(is(chance, 0.4) ? { shares } : {}),
    order: oneOf(chance, callingOrders),
  };
}

/** One thing that happens in a clinic by chance. */
export function happens(queue: TestQueue, chance: Chance): void {
  queue.pass(Math.floor(chance() * 12 * minuteMs));
  const what = chance();
  const servicePointId = oneOf(chance, Object.values(rooms));
  if (what < 0.35) {
    const priorityClass = is(chance, 0.05) ? 'emergency' : oneOf(chance, sharedClasses);
    const needs = is(chance, 0.3) ? { needs: ['infant' as const] } : {};
    queue.send({ type: 'issue-ticket', serviceId: oneOf(chance, Object.values(services)), priorityClass, ...needs });
  } else if (what < 0.55) {
    const practitioner = is(chance, 0.3) ? { practitionerId: oneOf(chance, staff) } : {};
    arrives(queue, between(chance, -30, 30), { serviceId: oneOf(chance, Object.values(services)), ...practitioner });
  } else if (what < 0.6) {
    const ticketId = oneOf(chance, [...queue.state.tickets.keys(), idOf(1)]);
    const placement = oneOf(chance, ['front', 'by-time', 'back'] as const);
    queue.send({ type: 'transfer', ticketId, toServicePointId: servicePointId, placement });
  } else if (what < 0.63) {
    queue.send({ type: 'set-calling-rules', rules: is(chance, 0.1) ? null : randomRules(chance) });
  } else if (what < 0.66) {
    const last = [...queue.state.tickets.values()].find(({ standing }) => standing.state === 'called');
    if (last !== undefined) {
      queue.send({ type: 'undo', ticketId: last.id, epoch: last.last.epoch, seq: last.last.seq });
    }
  } else {
    calls(queue, servicePointId);
  }
}

function is(chance: Chance, likely: number): boolean {
  return chance() < likely;
}

function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1));
}

function oneOf<T>(chance: Chance, values: readonly [T, ...T[]] | readonly T[]): T {
  return values[Math.floor(chance() * values.length)] as T;
}

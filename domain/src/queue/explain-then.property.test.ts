// A call is explained from the log alone, and always as it was: whatever was changed of the rules, of the clinic's set-up
// and of its service points before it and after it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedClinic } from '@foyer/contracts/clinic-parts.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { setUpAfter } from '../clinic/set-up-then.ts';
import { evolve } from './evolve.ts';
import { explainCall } from './explain-call.ts';
import { emptyQueue, withChanges, type QueueState } from './queue-state.ts';
import { chanceOf, happens, randomQueue, type Chance } from './testing/random-queue.ts';
import { aConfiguration, rooms, services, type TestQueue } from './testing.ts';

const all = Object.values(services);

/** A day in which the clinic is set up anew again and again, and its rooms open, pause and close. */
function aChangingDay(chance: Chance): TestQueue {
  const queue = randomQueue(chance, 10);
  for (let step = 0; step < 50; step += 1) {
    const what = chance();
    if (what < 0.1) setUpAnew(queue, chance);
    else if (what < 0.2) roomGoesOn(queue, chance);
    else happens(queue, chance);
  }
  return queue;
}

function setUpAnew(queue: TestQueue, chance: Chance): void {
  const servicePoints = queue.configuration.servicePoints.map((room) => ({
    ...room,
    serviceIds: chance() < 0.5 ? [...room.serviceIds] : all.filter((_, index) => index === 0 || chance() < 0.5),
  }));
  const version = queue.rows.length;
  if (chance() < 0.7) {
    const changes = { servicePoints };
    queue.append({ type: 'v1.ClinicChanged', body: { version, changes } });
    queue.configuration = changedClinic(queue.configuration, changes);
  } else {
    queue.configuration = { ...aConfiguration, servicePoints };
    queue.append({ type: 'v1.ConfigurationApplied', body: { version, configuration: queue.configuration } });
  }
}

function roomGoesOn(queue: TestQueue, chance: Chance): void {
  const list = Object.values(rooms);
  const servicePointId = list[Math.floor(chance() * list.length)]!;
  const types = ['open-service-point', 'pause-service-point', 'close-service-point'] as const;
  queue.send({ type: types[Math.floor(chance() * types.length)]!, servicePointId });
}

/** What the log says of each call that rules chose, and what is said of it by the set-up that `setUp` finds. */
function told(queue: TestQueue, setUp: (then: ClinicConfiguration) => ClinicConfiguration) {
  let state: QueueState = emptyQueue;
  let configuration: ClinicConfiguration = aConfiguration;
  return queue.rows.flatMap((row) => {
    configuration = setUpAfter(configuration, row) ?? configuration;
    const before = state;
    state = withChanges(state, evolve(state, row));
    if (row.type !== 'v1.TicketCalled' || row.body.chosenBy === undefined) return [];
    return [
      { chosen: row.body.chosenBy, explained: explainCall(before, row, { configuration: setUp(configuration) }) },
    ];
  });
}

const seed = fc.integer({ min: 0, max: 2 ** 31 });

describe('why somebody was called', () => {
  it('always is what chose, by the set-up of that moment', () => {
    fc.assert(
      fc.property(seed, (number) => {
        for (const { chosen, explained } of told(aChangingDay(chanceOf(number)), (then) => then)) {
          expect(explained?.chosenBy).toEqual(chosen);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('would be silent of some by the set-up of today', () => {
    const days = Array.from({ length: 20 }, (_, number) => aChangingDay(chanceOf(number)));
    const silent = days.flatMap((day) => told(day, () => day.configuration)).filter(({ explained }) => !explained);
    expect(silent.length).toBeGreaterThan(0);
  });
});

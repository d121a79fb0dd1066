/** Calling the next of 500 who wait under 20 conditions, shares and ageing; the floor is the same without rules. */
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import { invariant } from '@foyer/contracts/app-error.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { sharedClasses } from '@foyer/contracts/calling-choices.ts';
import { aConfiguration, idOf, rooms, TestQueue } from '@foyer/domain/queue/testing.ts';
import { someRules } from '@foyer/domain/queue/testing/calls.ts';
import type { Figure } from '../kit/figure.ts';
import { createRandom } from '../kit/random.ts';
import { median, percentile } from '../kit/statistics.ts';
import type { RunOptions } from '../kit/run-options.ts';

const waiting = 500;
const conditions = 20;
const fullRuns = 2_000;
const quickRuns = 50;

export function callNext({ seed, quick }: RunOptions): readonly Figure[] {
  const runs = quick ? quickRuns : fullRuns;
  const [ruled, plain] = [aQueue(seed), aQueue(seed)];
  invariant(ruled.send({ type: 'set-calling-rules', rules }).ok, 'the rules can be set');
  const samples: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    samples.push(msToDecide(ruled));
    floors.push(msToDecide(plain));
  }
  const name = `call-next, ${waiting} waiting, ${conditions} conditions`;
  const goal = { of: 'value', op: '<=', bound: 1 } as const;
  return [
    { name: `${name}, median`, value: median(samples), unit: 'ms', floor: median(floors), goal },
    { name: `${name}, 99th percentile`, value: percentile(samples, 99), unit: 'ms', floor: percentile(floors, 99) },
  ];
}

const serviceIds = Array.from({ length: conditions }, (_, index) => idOf(700 + index));
const [likeService] = aConfiguration.services;

const configuration: ClinicConfiguration = {
  ...aConfiguration,
  services: serviceIds.flatMap((id) => (likeService === undefined ? [] : [{ ...likeService, id }])),
  servicePoints: [{ id: rooms.one, name: { en: 'Room 1' }, serviceIds }],
};

/** Nobody waits long enough for a condition, so that all are looked at. */
const rules: CallingRules = someRules({
  longestWaitMinutes: 720,
  ageingMinutes: 30,
  appointments: { earlyMinutes: 10, lateMinutes: 15 },
  usual: {
    conditions: serviceIds.map((serviceId) => ({ serviceId, overMinutes: 700 })),
    shares: { priority: 2, booked: 1, 'walk-in': 1 },
  },
});

function aQueue(seed: number): TestQueue {
  const random = createRandom(seed);
  const queue = new TestQueue();
  queue.configuration = configuration;
  queue.open(rooms.one);
  for (let person = 0; person < waiting; person += 1) {
    queue.pass(random.below(minuteMs));
    const priorityClass = sharedClasses[random.below(sharedClasses.length)] ?? 'walk-in';
    queue.issue(serviceIds[random.below(conditions)], { priorityClass });
  }
  return queue;
}

function msToDecide(queue: TestQueue): number {
  const before = performance.now();
  const decision = queue.decide({ type: 'call-next', servicePointId: rooms.one });
  const ms = performance.now() - before;
  invariant(decision.ok, 'somebody is called');
  return ms;
}

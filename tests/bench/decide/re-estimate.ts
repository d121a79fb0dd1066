/**
 * All waits of a full hall estimated anew, as after every event: a hundred people who wait for three services, forty who
 * are booked and still to come, eight points of which some serve, pause or go to lunch, and a clinic that has learned.
 */
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { estimate } from '@foyer/domain/wait-estimate/estimate.ts';
import { candidatesBy, fixedOrder } from '@foyer/domain/wait-estimate/fixed-order.ts';
import { learn } from '@foyer/domain/wait-estimate/learn.ts';
import type { PersonInQueue, PointNow, QueueNow } from '@foyer/domain/wait-estimate/queue-now.ts';
import { emptyModel, type WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import type { Figure } from '../kit/figure.ts';
import { createRandom, type Random } from '../kit/random.ts';
import type { RunOptions } from '../kit/run-options.ts';
import { median, percentile } from '../kit/statistics.ts';

const people = { waiting: 100, booked: 40 };
const points = 8;
const services = ['visit', 'nurse', 'samples'] as const;
const at = Date.UTC(2026, 10, 23, 9);
/** Before the compiler has made the code as fast as it will be for the rest of the day. */
const firstRounds = 5;

export function reEstimate({ seed, quick }: Pick<RunOptions, 'seed' | 'quick'>): readonly Figure[] {
  const random = createRandom(seed);
  const rounds = quick ? 10 : 200;
  const times: number[] = [];
  for (let round = 0; round < rounds + firstRounds; round += 1) {
    const now = fullHall(random);
    const model = learned(random);
    const startedAt = performance.now();
    const { size } = estimate(now, model, { seed: round });
    const tookMs = performance.now() - startedAt;
    if (size !== people.waiting) throw new Error(`${size} of ${people.waiting} were estimated`);
    if (round >= firstRounds) times.push(tookMs);
  }
  return [
    {
      name: `re-estimate of ${people.waiting} waiting, median`,
      value: median(times),
      unit: 'ms',
      goal: { of: 'value', op: '<=', bound: 50 },
    },
    { name: `re-estimate of ${people.waiting} waiting, p99`, value: percentile(times, 99), unit: 'ms' },
  ];
}

function fullHall(random: Random): QueueNow {
  const everybody = Array.from({ length: people.waiting + people.booked }, (_, index): PersonInQueue => ({
    id: `person ${index}`,
    serviceId: services[random.below(services.length)]!,
    bookedAt: index < people.waiting ? null : at + random.below(3 * hourMs),
  }));
  const rooms = Array.from({ length: points }, (_, index): PointNow => ({
    id: `room ${index}`,
    serviceIds: index % 2 === 0 ? services : services.slice(0, 2),
    practitionerId: `staff ${index}`,
    serving:
      index % 4 === 3 ? null : { serviceId: services[index % services.length]!, forMs: random.below(20 * minuteMs) },
    ...(index % 4 === 3 ? { away: { until: at + random.below(hourMs) } } : {}),
    breaks: [{ from: at + 2 * hourMs, until: at + 2.5 * hourMs }],
  }));
  const order = random.shuffle(everybody.map((_, person) => person));
  const candidates = candidatesBy(
    { people: everybody.length, points },
    (a, b) => order[a]! - order[b]!,
    (point, person) => rooms[point]!.serviceIds.includes(everybody[person]!.serviceId),
  );
  const plannedMs = new Map(services.map((id, index) => [id, (8 + 4 * index) * minuteMs]));
  return { at, people: everybody, points: rooms, plannedMs, order: fixedOrder(candidates) };
}

function learned(random: Random): WaitModel {
  return Array.from({ length: 400 }).reduce<WaitModel>(
    (model, _, index) =>
      learn(model, {
        serviceId: services[index % services.length]!,
        practitionerId: `staff ${index % points}`,
        durationMs: (4 + random.below(20)) * minuteMs,
        at: at - (400 - index) * minuteMs,
      }),
    emptyModel,
  );
}

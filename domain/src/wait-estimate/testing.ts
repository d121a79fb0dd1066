// Builders for tests: a queue of one moment, and a model that has seen services.

import type { ServiceTaken } from './learn.ts';
import { learn } from './learn.ts';
import { candidatesBy, fixedOrder } from './fixed-order.ts';
import type { PersonInQueue, PointNow, QueueNow } from './queue-now.ts';
import { createRandom } from './random.ts';
import { emptyModel, type WaitModel } from './wait-model.ts';

export const at = Date.UTC(2026, 10, 23, 9);
export const minute = 60_000;
export const nurse = 'nurse';
export const doctor = 'doctor';

export function aPoint(more: Partial<PointNow> = {}): PointNow {
  return { id: 'room', serviceIds: [nurse], practitionerId: null, serving: null, ...more };
}

export function waiting(count: number, serviceId: string = nurse): readonly PersonInQueue[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${serviceId} ${index}`, serviceId, bookedAt: null }));
}

/** In the order of the list; every point calls the services that are its own. */
export function aQueue(
  people: readonly PersonInQueue[],
  points: readonly PointNow[],
  more: Partial<QueueNow> = {},
): QueueNow {
  const candidates = candidatesBy(
    { people: people.length, points: points.length },
    (a, b) => a - b,
    (point, person) => points[point]!.serviceIds.includes(people[person]!.serviceId),
  );
  const plannedMs = new Map([
    [nurse, 10 * minute],
    [doctor, 20 * minute],
  ]);
  return { at, people, points, plannedMs, order: fixedOrder(candidates), ...more };
}

/** Log-normal services of a mean, one every quarter of an hour. */
export function taught(
  count: number,
  meanMinutes: number,
  more: Partial<ServiceTaken> & { readonly variation?: number; readonly seed?: number } = {},
  model: WaitModel = emptyModel,
): WaitModel {
  const { variation = 0.5, seed = 7, ...service } = more;
  const random = createRandom(seed);
  const variance = Math.log(1 + variation ** 2);
  return Array.from({ length: count }).reduce<WaitModel>((learned, _, index) => {
    const factor = Math.exp(Math.sqrt(variance) * random.normal() - variance / 2);
    const taken = { serviceId: nurse, practitionerId: null, durationMs: meanMinutes * minute * factor };
    return learn(learned, { ...taken, at: at + index * 15 * minute, ...service });
  }, model);
}

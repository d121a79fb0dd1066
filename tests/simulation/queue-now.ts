/** The simulated clinic as the estimator is given it: what the edge knows at this moment, and no more. */
import { candidatesBy, fixedOrder } from '@foyer/domain/wait-estimate/fixed-order.ts';
import type { QueueNow } from '@foyer/domain/wait-estimate/queue-now.ts';
import type { Cell } from './cells.ts';
import { type ClinicNow, compareVisitors } from './run-day.ts';
import { hour, kinds, meanOf } from './truth.ts';

export function plannedDurations(cell: Cell, belief: number): QueueNow['plannedMs'] {
  return new Map(kinds.map(({ id }, kind) => [id, belief * meanOf(cell, kind)]));
}

export function queueNow({ at, day, waiting, toCome, points }: ClinicNow, plannedMs: QueueNow['plannedMs']): QueueNow {
  // Who is late by an hour is not counted on. When the others come is not known: among themselves they stand as they are booked, behind whoever of them is here.
  const standing = [
    ...waiting,
    ...toCome
      .filter(({ bookedAt }) => bookedAt !== null && bookedAt > at - hour)
      .map((visitor) => ({ ...visitor, arrivesAt: Math.max(at, visitor.bookedAt ?? at) })),
  ];
  const candidates = candidatesBy(
    { people: standing.length, points: points.length },
    (a, b) => compareVisitors(standing[a]!, standing[b]!),
    (point, person) => standing[person]!.point === null || standing[person]!.point === point,
  );
  return {
    at,
    people: standing.map(({ id, kind, bookedAt }, person) => ({
      id,
      serviceId: kinds[kind]!.id,
      bookedAt: person < waiting.length ? null : bookedAt,
    })),
    points: points.map(({ serving, backAt, hadLunch }, place) => {
      const { lunch } = day.shifts[place]!;
      return {
        id: `point-${place}`,
        serviceIds: kinds.map(({ id }) => id),
        practitionerId: `staff-${place}`,
        serving: serving === null ? null : { serviceId: kinds[serving.visitor.kind]!.id, forMs: at - serving.since },
        ...(backAt === null ? {} : { away: { until: backAt } }),
        ...(lunch === null || hadLunch ? {} : { breaks: [lunch] }),
      };
    }),
    plannedMs,
    order: fixedOrder(candidates),
  };
}

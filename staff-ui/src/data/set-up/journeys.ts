// A clinic's visits of several steps, as somebody sets them up: what a new one begins with, its steps in their order, and
// what is beside what on the way.

import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import { moved } from './lists.ts';
import { freeKey } from './new-things.ts';

export type Journey = ClinicDocument['journeys'][number];
export type Step = Journey['steps'][number];

/** Of the first service; begun by staff until somebody says otherwise. */
export function newJourney({ services }: ClinicDocument, id: string): Journey {
  return { id, name: { en: '' }, steps: services.slice(0, 1).map((service) => newStep([], service.id)) };
}

/** Comes after the last one. */
export function newStep(steps: readonly Step[], serviceId: string): Step {
  const id = freeKey(
    's',
    steps.map((step) => step.id),
  );
  const last = steps.at(-1);
  return { id, serviceId, after: last ? [last.id] : [] };
}

/** Those behind it follow what was before it. */
export function withoutStep(steps: readonly Step[], id: string): Step[] {
  const before = steps.find((step) => step.id === id)?.after ?? [];
  return steps
    .filter((step) => step.id !== id)
    .map((step) =>
      step.after.includes(id)
        ? {
            ...step,
            after: [...new Set(step.after.flatMap((other) => (other === id ? before : [other])))].filter(
              (other) => other !== step.id,
            ),
          }
        : step,
    );
}

/** Where each step follows the one above it, they do so afterwards, too; otherwise each keeps what it comes after. */
export function movedStep(steps: readonly Step[], index: number, by: -1 | 1): Step[] {
  const order = moved(steps, index, by);
  if (!isInARow(steps)) return order;
  return order.map((step, at) => ({ ...step, after: order.slice(Math.max(0, at - 1), at).map(({ id }) => id) }));
}

/** The steps by how many come before them at least: those of one place are taken in any order. */
export function placesOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const depths = new Map(steps.map((step) => [step.id, depthOf(step, steps, [])]));
  const ordered = [...new Set(depths.values())].toSorted((one, other) => one - other);
  return ordered.map((depth) => steps.filter(({ id }) => depths.get(id) === depth));
}

/** A number for one of these services may begin it. */
export function beginnings({ steps }: Journey): readonly string[] {
  return [...new Set(steps.filter(({ after }) => after.length === 0).map(({ serviceId }) => serviceId))];
}

function isInARow(steps: readonly Step[]): boolean {
  return steps.every(({ after }, at) => after.join() === (steps[at - 1]?.id ?? ''));
}

/** Round a circle it goes once. */
function depthOf({ id, after }: Step, steps: readonly Step[], seen: readonly string[]): number {
  const before = steps.filter((other) => after.includes(other.id) && ![...seen, id].includes(other.id));
  return before.length === 0 ? 0 : 1 + Math.max(...before.map((other) => depthOf(other, steps, [...seen, id])));
}

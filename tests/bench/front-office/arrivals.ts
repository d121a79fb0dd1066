/** A morning's sixty arrivals: who comes, and how. The mix is assumed; it is the same for each way. */
import type { Random } from '../kit/random.ts';

export const arrivalKinds = ['code', 'birth-date', 'walk-in', 'new', 'not-found', 'help'] as const;
export type ArrivalKind = (typeof arrivalKinds)[number];

/** Of sixty. `help`: booked, and lost at the kiosk; `not-found`: says that they are booked, and nobody knows of it. */
const mix: Readonly<Record<ArrivalKind, number>> = {
  code: 22,
  'birth-date': 14,
  'walk-in': 12,
  new: 6,
  'not-found': 4,
  help: 2,
};

export const isBooked = (kind: ArrivalKind): boolean => kind === 'code' || kind === 'birth-date' || kind === 'help';
export const arrivalsOfMorning: readonly ArrivalKind[] = arrivalKinds.flatMap((kind) =>
  Array.from({ length: mix[kind] }, () => kind),
);

/** In the order in which they come. */
export function inSomeOrder(kinds: readonly ArrivalKind[], random: Random): readonly ArrivalKind[] {
  const order = [...kinds];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

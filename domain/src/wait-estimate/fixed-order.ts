import type { CallingOrder } from './queue-now.ts';

/**
 * Each point calls the first of its own list who is here. The lists hold places of people; one who is in the lists of
 * several points is called once, as `isHere` says.
 */
export function fixedOrder(candidates: readonly (readonly number[])[]): CallingOrder {
  const lists = candidates.map((list) => Int32Array.from(list));
  // Whoever stands before the mark was called in this path already.
  const marks = new Int32Array(lists.length);
  const called = new Uint8Array(1 + Math.max(-1, ...candidates.flat()));
  return {
    begin() {
      marks.fill(0);
      called.fill(0);
    },
    next(point, isHere) {
      const list = lists[point]!;
      let mark = marks[point]!;
      while (mark < list.length && called[list[mark]!] === 1) mark += 1;
      marks[point] = mark;
      for (let place = mark; place < list.length; place += 1) {
        const person = list[place]!;
        if (isHere[person] !== 1) continue;
        called[person] = 1;
        return person;
      }
      return -1;
    },
  };
}

/** The lists of `fixedOrder`, by a comparison of people and by who may call whom. */
export function candidatesBy(
  { people, points }: { readonly people: number; readonly points: number },
  compare: (a: number, b: number) => number,
  mayCall: (point: number, person: number) => boolean,
): readonly (readonly number[])[] {
  const sorted = Array.from({ length: people }, (_, person) => person).sort(compare);
  return Array.from({ length: points }, (_, point) => sorted.filter((person) => mayCall(point, person)));
}

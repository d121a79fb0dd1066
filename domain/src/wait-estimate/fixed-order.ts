import type { CallingOrder } from './queue-now.ts';

/**
 * Each point calls the first of its own list who is here. The lists hold places of people; one who is in the lists of
 * several points is called once. Who is here is kept as bits in the order of each list, so that finding the first looks at
 * 32 people at a time: most of a morning's people are booked and not here yet.
 */
export function fixedOrder(candidates: readonly (readonly number[])[]): CallingOrder {
  const people = 1 + candidates.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), -1);
  const lists = new Map<string, HereInOrder>();
  const listOf = candidates.map((list) => {
    const key = list.join();
    const same = lists.get(key) ?? new HereInOrder(list, people);
    lists.set(key, same);
    return same;
  });
  const all = [...lists.values()];
  return {
    begin() {
      for (const list of all) list.clear();
    },
    came(person) {
      for (const list of all) list.came(person);
    },
    next(point) {
      const person = listOf[point]!.first();
      if (person >= 0) for (const list of all) list.called(person);
      return person;
    },
  };
}

/** Who of one list is here. */
class HereInOrder {
  readonly #list: Int32Array;
  /** Where each person stands in it; -1: not in it. */
  readonly #places: Int32Array;
  readonly #bits: Int32Array;

  constructor(list: readonly number[], people: number) {
    this.#list = Int32Array.from(list);
    this.#places = new Int32Array(people).fill(-1);
    this.#bits = new Int32Array((list.length + 31) >>> 5);
    for (const [place, person] of list.entries()) this.#places[person] = place;
  }

  clear(): void {
    this.#bits.fill(0);
  }

  came(person: number): void {
    const place = this.#places[person] ?? -1;
    if (place >= 0) this.#bits[place >>> 5]! |= 1 << (place & 31);
  }

  called(person: number): void {
    const place = this.#places[person]!;
    if (place >= 0) this.#bits[place >>> 5]! &= ~(1 << (place & 31));
  }

  first(): number {
    const bits = this.#bits;
    for (let word = 0; word < bits.length; word += 1) {
      const here = bits[word]!;
      if (here !== 0) return this.#list[(word << 5) + 31 - Math.clz32(here & -here)]!;
    }
    return -1;
  }
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

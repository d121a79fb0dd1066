import { describe, expect, it } from 'vitest';
import type { MusterPerson } from '@foyer/contracts/staff-view.ts';
import { musterCounts, musterInOrder } from './muster.ts';

const person = (id: string, place: number, present?: boolean): MusterPerson => ({
  id,
  place,
  number: `A00${place}`,
  state: 'waiting',
  needs: [],
  ...(present === undefined ? {} : { present }),
});

describe('the muster list', () => {
  it('stands in the order of the printed one, and counts whom nobody has looked for yet', () => {
    const people = musterInOrder({ a: person('a', 2, true), b: person('b', 1), c: person('c', 3, false) });
    expect(people.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(musterCounts(people)).toEqual({ found: 1, missing: 1, left: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { beginnings, movedStep, newStep, placesOf, withoutStep, type Step } from './journeys.ts';

const step = (id: string, ...after: string[]): Step => ({ id, serviceId: `${id}-service`, after });
const [a, b, c] = [step('a'), step('b', 'a'), step('c', 'b')];
const afters = (steps: readonly Step[]) => steps.map(({ id, after }) => [id, ...after]);
const ids = (places: readonly (readonly Step[])[]) => places.map((place) => place.map(({ id }) => id));

describe('the steps of a visit', () => {
  it('go on from the last one', () => {
    expect(newStep([], 'visit')).toEqual({ id: 's1', serviceId: 'visit', after: [] });
    expect(newStep([step('s1')], 'visit')).toEqual({ id: 's2', serviceId: 'visit', after: ['s1'] });
  });

  it('close up when one is taken away', () => {
    expect(afters(withoutStep([a, b, c], 'b'))).toEqual([['a'], ['c', 'a']]);
    expect(afters(withoutStep([step('a', 'b'), step('b', 'a')], 'a'))).toEqual([['b']]);
  });

  it('stay in a row when one of a row is moved', () => {
    expect(afters(movedStep([a, b, c], 2, -1))).toEqual([['a'], ['c', 'a'], ['b', 'c']]);
  });

  it('keep what they come after where they are no row', () => {
    const beside = step('c', 'a');
    expect(afters(movedStep([a, b, beside], 2, -1))).toEqual([['a'], ['c', 'a'], ['b', 'a']]);
  });

  it('share a place where none waits for the other, and a circle ends', () => {
    expect(ids(placesOf([a, b, step('c', 'a'), step('d', 'b', 'c')]))).toEqual([['a'], ['b', 'c'], ['d']]);
    expect(ids(placesOf([step('a', 'b'), step('b', 'a')])).flat()).toHaveLength(2);
  });

  it('may begin with a number for any that waits for none', () => {
    expect(beginnings({ id: 'j', name: { en: 'J' }, steps: [a, b, step('d')] })).toEqual(['a-service', 'd-service']);
  });
});

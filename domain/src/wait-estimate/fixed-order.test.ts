import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesBy, fixedOrder } from './fixed-order.ts';

describe('a fixed order', () => {
  const noOne = new Uint8Array();

  it('calls the first of the point’s own list who has come', () => {
    const order = fixedOrder([
      [2, 0, 1],
      [1, 0],
    ]);
    const next = (point: number) => order.next(point, noOne, 0);
    expect(next(0)).toBe(-1);
    order.came?.(0);
    order.came?.(1);
    expect(next(0)).toBe(0);
    expect(next(1)).toBe(1);
    expect(next(0)).toBe(-1);
    order.came?.(2);
    expect(next(1)).toBe(-1);
    expect(next(0)).toBe(2);
  });

  it('begins each path anew', () => {
    const order = fixedOrder([[0]]);
    order.came?.(0);
    order.begin?.();
    expect(order.next(0, noOne, 0)).toBe(-1);
    order.came?.(0);
    expect(order.next(0, noOne, 0)).toBe(0);
  });

  it('calls as one who looks through the whole list each time', () => {
    const person = fc.nat({ max: 99 });
    const lists = fc.array(fc.uniqueArray(person), { minLength: 1, maxLength: 4 });
    const acts = fc.array(fc.oneof(fc.record({ came: person }), fc.record({ calls: fc.nat({ max: 3 }) })));
    fc.assert(
      fc.property(lists, acts, (candidates, happens) => {
        const order = fixedOrder(candidates);
        const here = new Set<number>();
        for (const act of happens) {
          if ('came' in act) {
            here.add(act.came);
            order.came?.(act.came);
          } else {
            const point = act.calls % candidates.length;
            const first = candidates[point]!.find((each) => here.has(each)) ?? -1;
            here.delete(first);
            expect(order.next(point, noOne, 0)).toBe(first);
          }
        }
      }),
    );
  });

  it('is made from a comparison and from who may call whom', () => {
    const candidates = candidatesBy(
      { people: 3, points: 2 },
      (a, b) => b - a,
      (point, person) => point === 0 || person !== 2,
    );
    expect(candidates).toEqual([
      [2, 1, 0],
      [1, 0],
    ]);
  });
});

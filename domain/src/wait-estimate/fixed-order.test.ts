import { describe, expect, it } from 'vitest';
import { candidatesBy, fixedOrder } from './fixed-order.ts';

describe('a fixed order', () => {
  it('calls the first of the point’s own list who is here', () => {
    const order = fixedOrder([
      [2, 0, 1],
      [1, 0],
    ]);
    const isHere = Uint8Array.from([1, 1, 0]);
    expect(order.next(0, isHere, 0)).toBe(0);
    isHere[0] = 0;
    expect(order.next(1, isHere, 0)).toBe(1);
    isHere[1] = 0;
    expect(order.next(0, isHere, 0)).toBe(-1);
    isHere[2] = 1;
    expect(order.next(0, isHere, 0)).toBe(2);
  });

  it('begins each path anew', () => {
    const order = fixedOrder([[0]]);
    const isHere = Uint8Array.of(1);
    expect([order.next(0, isHere, 0), order.next(0, isHere, 0)]).toEqual([0, -1]);
    order.begin?.();
    expect(order.next(0, isHere, 0)).toBe(0);
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

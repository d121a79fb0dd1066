import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uuidV7, uuidV7Pattern, uuidV7Time } from './ids.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

it('always makes a UUIDv7 that tells its time', () => {
  fc.assert(
    fc.property(time, random, (at, bytes) => {
      const id = uuidV7(at, bytes);
      expect(id).toMatch(new RegExp(uuidV7Pattern));
      expect(uuidV7Time(id)).toBe(at);
    }),
  );
});

it('sorts by time', () => {
  fc.assert(
    fc.property(time, time, random, random, (a, b, one, other) => {
      fc.pre(a < b);
      expect(uuidV7(a, one) < uuidV7(b, other)).toBe(true);
    }),
  );
});

it('reads no time from another text', () => {
  expect(uuidV7Time('01990000-0000-4000-8000-000000000001')).toBeUndefined();
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMergePatch, mergePatchBetween } from './sockets.ts';

// A view is objects keyed by id down to plain values; it holds no nulls.
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.integer(), { maxLength: 3 }));
const { view } = fc.letrec<{ view: Record<string, unknown> }>((tie) => ({
  view: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof({ maxDepth: 3 }, leaf, tie('view'))),
}));

describe('a merge patch', () => {
  it('always turns the view held into the view meant', () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        const patch = mergePatchBetween(from, to);
        expect(patch === undefined ? from : applyMergePatch(from, patch)).toEqual(to);
      }),
    );
  });

  it('is nothing when nothing differs', () => {
    fc.assert(
      fc.property(view, (same) => {
        expect(mergePatchBetween(same, structuredClone(same))).toBeUndefined();
      }),
    );
  });

  // RFC 7396, appendix A.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [['a', 'b'], { a: 'b' }, { a: 'b' }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j patched with %j', (target, patch, result) => {
    expect(applyMergePatch<unknown>(target, patch)).toEqual(result);
  });
});

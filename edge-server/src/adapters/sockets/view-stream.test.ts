import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMergePatch } from '@foyer/contracts/sockets.ts';
import { ViewStream } from './view-stream.ts';

const aView = fc.dictionary(
  fc.constantFrom('calls', 'message', 'clinic'),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.string())),
);
const now = () => 1_700_000_000_000;

describe('a stream of a view', () => {
  it('always brings a screen to the newest view, however far behind it is', () => {
    fc.assert(
      fc.property(fc.array(aView, { minLength: 1, maxLength: 300 }), fc.nat(), (views, at) => {
        const [first = {}, ...rest] = views;
        const stream = new ViewStream(first, now);
        const heldAfter = at % views.length;
        let held = { stream: stream.stream, seq: stream.seq, view: first as object };
        rest.forEach((view, index) => {
          stream.advance(view);
          if (index + 1 === heldAfter) held = stream.snapshot();
        });
        const missed = stream.after(held);
        const view =
          missed === undefined
            ? stream.snapshot().view
            : missed.reduce((seen, patch) => applyMergePatch(seen, patch.changes), held.view);
        expect(view).toEqual(stream.snapshot().view);
      }),
    );
  });

  it('numbers changes one after the other and says nothing where nothing changed', () => {
    const stream = new ViewStream({ calls: {} }, now);
    expect(stream.advance({ calls: { a: 1 } })).toMatchObject({
      prevSeq: 1,
      seq: 2,
      changes: { calls: { a: 1 } },
    });
    expect(stream.advance({ calls: { a: 1 } })).toBeUndefined();
    expect(stream.advance({ calls: {} })).toMatchObject({
      prevSeq: 2,
      seq: 3,
      changes: { calls: { a: null } },
    });
  });

  it('takes a new time of making for no change', () => {
    const stream = new ViewStream({ ahead: 1, asOf: 1 }, now);
    expect(stream.advance({ ahead: 1, asOf: 2 })).toBeUndefined();
    expect(stream.advance({ ahead: 0, asOf: 3 })?.changes).toEqual({ ahead: 0, asOf: 3 });
  });

  it('gives no patches to who holds another stream or a number that never was', () => {
    const stream = new ViewStream({ a: 1 }, now);
    stream.advance({ a: 2 });
    expect(stream.after({ stream: 'another', seq: 1 })).toBeUndefined();
    expect(stream.after({ stream: stream.stream, seq: 99 })).toBeUndefined();
    expect(stream.after({ stream: stream.stream, seq: 2 })).toEqual([]);
  });
});

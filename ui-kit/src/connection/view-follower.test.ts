import { mergePatchBetween, type Patch } from '@foyer/contracts/sockets.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, type Held, type Incoming } from './view-follower.ts';

type View = Readonly<Record<string, unknown>>;
const held: Held<View> = { stream: 's', seq: 5, view: { calls: { a: { number: 'A001' } } } };
const at = { serverTime: 0 };
const snapshot = (stream: string, seq: number): Incoming<View> => ({
  kind: 'snapshot',
  message: { ...at, stream, seq, view: { new: seq } },
});
const patch = (stream: string, prevSeq: number, seq: number): Incoming<View> => ({
  kind: 'patch',
  message: { ...at, stream, prevSeq, seq, changes: { calls: { a: null, b: { number: 'A002' } } } },
});
const tick = (stream: string, seq: number): Incoming<View> => ({ kind: 'tick', message: { ...at, stream, seq } });
const patched = { calls: { b: { number: 'A002' } } };

describe('following a view', () => {
  it.each([
    // what is held, what comes, the number held after, catch-up, the view after
    ['nothing', undefined, snapshot('s', 3), 3, false, { new: 3 }],
    ['nothing', undefined, patch('s', 3, 4), undefined, true, undefined],
    ['nothing', undefined, tick('s', 4), undefined, true, undefined],
    ['s.5', held, snapshot('s', 9), 9, false, { new: 9 }],
    ['s.5', held, snapshot('s', 5), 5, false, { new: 5 }],
    ['s.5', held, snapshot('s', 4), 5, false, held.view],
    ['s.5', held, snapshot('other', 1), 1, false, { new: 1 }],
    ['s.5', held, patch('s', 5, 6), 6, false, patched],
    ['s.5', held, patch('s', 5, 8), 8, false, patched],
    ['s.5', held, patch('s', 6, 7), 5, true, held.view],
    ['s.5', held, patch('s', 4, 5), 5, false, held.view],
    ['s.5', held, patch('s', 2, 3), 5, false, held.view],
    ['s.5', held, patch('s', 4, 6), 5, true, held.view],
    ['s.5', held, patch('other', 5, 6), 5, true, held.view],
    ['s.5', held, tick('s', 5), 5, false, held.view],
    ['s.5', held, tick('s', 4), 5, false, held.view],
    ['s.5', held, tick('s', 6), 5, true, held.view],
    ['s.5', held, tick('other', 5), 5, true, held.view],
  ] as const)('holding %s, after %#', (_, before, incoming, seq, needsCatchUp, view) => {
    const after = follow<View>(before, incoming);
    expect({ seq: after.held?.seq, needsCatchUp: after.needsCatchUp, view: after.held?.view }).toEqual({
      seq,
      needsCatchUp,
      view,
    });
  });

  it('never changes the object that was held', () => {
    const before = structuredClone(held);
    follow(held, patch('s', 5, 6));
    expect(held).toEqual(before);
  });

  const json = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(fc.integer(), fc.string(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer())),
    { maxKeys: 4 },
  );

  it('always ends at the newest view, whatever was lost, repeated or came late, once it caught up', () => {
    const fate = fc.constantFrom('arrives', 'lost', 'twice', 'late');
    fc.assert(
      fc.property(
        fc.array(json, { minLength: 1, maxLength: 12 }),
        fc.array(fate, { minLength: 12, maxLength: 12 }),
        (views, fates) => {
          const patches: Patch[] = views.slice(1).map((view, index) => ({
            ...at,
            stream: 's',
            prevSeq: index,
            seq: index + 1,
            changes: mergePatchBetween(views[index], view) ?? {},
          }));
          let mine: Held<View> | undefined = { stream: 's', seq: 0, view: views[0]! };
          const late: Patch[] = [];
          const take = (message: Patch) => {
            const before = mine!.seq;
            mine = follow(mine, { kind: 'patch', message }).held;
            expect(mine!.seq).toBeGreaterThanOrEqual(before);
            expect(mine!.view).toEqual(views[mine!.seq]);
          };
          for (const [index, message] of patches.entries()) {
            if (fates[index] === 'lost') continue;
            if (fates[index] === 'late') late.push(message);
            else take(message);
            if (fates[index] === 'twice') take(message);
          }
          for (const message of late) take(message);
          const newest = views.length - 1;
          const told = follow(mine, { kind: 'tick', message: { ...at, stream: 's', seq: newest } });
          expect(told.needsCatchUp).toBe(mine!.seq < newest);
          for (const message of patches.slice(mine!.seq)) take(message);
          expect(mine!.view).toEqual(views[newest]);
        },
      ),
    );
  });
});

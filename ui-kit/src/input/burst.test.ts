import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Burst } from './burst.ts';

function typed(burst: Burst, text: string, everyMs: number, from = 0) {
  let at = from;
  return [...text].map((key) => burst.key(key === '\n' ? 'Enter' : key, (at += everyMs)));
}

describe('a reader that types', () => {
  it('is known by its speed and its Enter', () => {
    expect(typed(new Burst(6), '04127A90\n', 5).at(-1)).toEqual({ line: '04127A90', run: 0 });
  });

  it('counts what came in a row, so that a page may keep it from a field', () => {
    expect(typed(new Burst(6), 'abcd', 5).map(({ run }) => run)).toEqual([1, 2, 3, 4]);
    expect(typed(new Burst(6), 'abcd', 200).map(({ run }) => run)).toEqual([1, 1, 1, 1]);
  });

  it('gives nothing that is too short, and nothing of what a hand typed before', () => {
    expect(typed(new Burst(6), '04127\n', 5).some(({ line }) => line)).toBe(false);
    const burst = new Burst(6);
    typed(burst, 'ana', 200);
    expect(typed(burst, '04127A90\n', 5, 1_000).at(-1)?.line).toBe('04127A90');
  });

  it('shifts between characters without losing any', () => {
    const burst = new Burst(6);
    let at = 0;
    for (const key of ['A', 'Shift', 'B', '1', 'Shift', 'C', '2', '3']) burst.key(key, (at += 8));
    expect(burst.key('Enter', at + 8).line).toBe('AB1C23');
  });

  it('never takes a hand for a reader', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ]{1,40}$/), fc.integer({ min: 46, max: 500 }), (text, everyMs) => {
        expect(typed(new Burst(6), `${text}\n`, everyMs).some(({ line, run }) => line !== undefined || run > 1)).toBe(
          false,
        );
      }),
    );
  });
});

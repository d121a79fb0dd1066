import { describe, expect, it } from 'vitest';
import { WallJudge, type ShownCall } from './wall-judge.ts';

const call = (id: string, at: number, servicePointId = 'room'): ShownCall => ({ id, at, servicePointId });

function judge(...ids: readonly string[]): WallJudge {
  const made = new WallJudge(1);
  for (const id of ids) made.called(id, 'room');
  return made;
}

describe('the judge of walls', () => {
  it('is content with a wall that was away and shows what it missed among the latest', () => {
    const walls = judge('one', 'two', 'three');
    walls.shows(0, [call('one', 1)]);
    walls.shows(0, [call('three', 3), call('two', 2)]);
    expect({ missed: walls.missed, violations: walls.violations }).toEqual({ missed: 0, violations: [] });
  });

  it('counts a number that a wall never showed', () => {
    const walls = judge('one', 'two');
    walls.shows(0, [call('two', 2)]);
    expect(walls.missed).toBe(1);
  });

  it('sees a wall that goes back to an older call', () => {
    const walls = judge('one', 'two');
    for (const shown of [call('one', 1), call('two', 2), call('one', 1)]) walls.shows(0, [shown]);
    expect(walls.violations).toEqual(['wall 1 went back to an older call 1 times']);
  });

  it('lets a wall go back where the newer call was withdrawn, and wants it gone', () => {
    const walls = judge('one', 'two');
    walls.withdrew('two');
    for (const shown of [call('one', 1), call('two', 2), call('one', 1)]) walls.shows(0, [shown]);
    expect(walls.violations).toEqual([]);
    expect(walls.isRight([call('one', 1)])).toBe(true);
    expect(walls.isRight([])).toBe(true);
    expect(walls.isRight([call('one', 1), call('two', 2)])).toBe(false);
  });

  it('finds a wall right that shows the latest call of every room', () => {
    const walls = judge('one', 'two');
    walls.called('other', 'lab');
    expect(walls.isRight([call('two', 2), call('other', 3, 'lab')])).toBe(true);
    expect(walls.isRight([call('two', 2)])).toBe(false);
    expect(walls.isRight([call('one', 1), call('other', 3, 'lab')])).toBe(false);
  });
});

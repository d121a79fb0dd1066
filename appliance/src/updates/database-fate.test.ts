import { describe, expect, it } from 'vitest';
import { databaseFate } from './update-executors.ts';

const before = { number: 50, epoch: 1, seq: 100 };

describe('the database of a version that is given up', () => {
  it('stays where no migration ran, whatever was accepted', () => {
    expect(databaseFate(before, { ...before, seq: 140 }, 50)).toBe('as-it-is');
  });

  it('is brought back where a migration ran and nothing was written since', () => {
    expect(databaseFate(before, { ...before, number: 52 }, 50)).toBe('bring-back');
  });

  it.each([{ seq: 101 }, { epoch: 2 }])('is never replaced where the log went on: %o', (more) => {
    expect(databaseFate(before, { ...before, number: 52, ...more }, 50)).toBe('moved-on');
  });

  it('stays where the old version knows its migrations already', () => {
    expect(databaseFate(before, { number: 52, epoch: 1, seq: 101 }, 52)).toBe('as-it-is');
  });

  it('is the new version’s where that made the first one', () => {
    expect(databaseFate(null, { number: 52, epoch: 1, seq: 1 }, null)).toBe('moved-on');
    expect(databaseFate(null, undefined, 50)).toBe('as-it-is');
  });
});

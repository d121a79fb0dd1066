import { describe, expect, it } from 'vitest';
import { chooseBase, segmentOf, superfluousBases, superfluousSegments, type BaseBackup } from './rules.ts';

function aBase(endedAt: number, startSegment = '000000010000000000000001'): BaseBackup {
  return { name: `at ${endedAt}`, startedAt: endedAt - 10, endedAt, startSegment, majorVersion: 18, rowsAtLeast: {} };
}

describe('the backup to begin a restore with', () => {
  it('is the newest that was whole at the moment', () => {
    const bases = [aBase(300), aBase(100), aBase(200)];
    expect(chooseBase(bases, 250)?.endedAt).toBe(200);
    expect(chooseBase(bases, 200)?.endedAt).toBe(200);
    expect(chooseBase(bases, undefined)?.endedAt).toBe(300);
  });

  it('is none before the first was whole', () => {
    expect(chooseBase([aBase(100)], 99)).toBeUndefined();
  });
});

describe('a segment’s name', () => {
  it.each([
    [1, '0/3000028', '000000010000000000000003'],
    [2, '0/FF000000', '0000000200000000000000FF'],
    [1, '1/0', '000000010000000100000000'],
    [16, 'A/12345678', '000000100000000A00000012'],
  ])('of timeline %i at %s is %s', (timeline, place, name) => {
    expect(segmentOf(timeline, place)).toBe(name);
  });
});

describe('what is taken away', () => {
  const [first, second, third] = ['000000010000000000000003', '000000010000000000000007', '00000001000000000000000A'];

  it('is the oldest backups, once there are more than are kept', () => {
    const bases = [aBase(300), aBase(100), aBase(200)];
    expect(superfluousBases(bases, 2).map(({ endedAt }) => endedAt)).toEqual([100]);
    expect(superfluousBases(bases, 3)).toEqual([]);
  });

  it('is the log before the first that the backups which stay need, on any timeline, and no history', () => {
    const files = ['00000002.history', first, `${first}.00000028.backup`, '000000020000000000000006', second, third];
    expect(superfluousSegments(files, [aBase(2, third), aBase(1, second)])).toEqual([
      first,
      `${first}.00000028.backup`,
      '000000020000000000000006',
    ]);
  });

  it('is nothing of the log where no backup stays', () => {
    expect(superfluousSegments([first, second], [])).toEqual([]);
  });
});

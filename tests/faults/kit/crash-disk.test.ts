import { describe, expect, it } from 'vitest';
import { createRandom } from '../../bench/kit/random.ts';
import type { BlockContent } from './block-content.ts';
import { CrashDisk } from './crash-disk.ts';
import { crashPlans } from './crash-plans.ts';
import type { DiskCall } from './disk-log.ts';

const write = (name: string, offset: number, text: string): DiskCall => ({
  kind: 'write',
  name,
  offset,
  bytes: Buffer.from(text),
});
const sync = (name: string): DiskCall => ({ kind: 'sync', name });
function diskAfter(...calls: readonly DiskCall[]): CrashDisk {
  const disk = new CrashDisk();
  for (const call of calls) disk.see(call);
  return disk;
}
const texts = (files: ReadonlyMap<string, BlockContent>): object =>
  Object.fromEntries([...files].map(([name, content]) => [name, content.toBuffer().toString()]));
const made = [{ kind: 'create', name: 'log' }, sync('')] as const satisfies readonly DiskCall[];

describe('a disk whose power is cut', () => {
  it('keeps what was synced, and of what came after it any part', () => {
    const disk = diskAfter(...made, write('log', 0, 'one'), sync('log'), write('log', 3, 'two'), write('log', 0, 'O'));
    expect(texts(disk.after(() => false))).toEqual({ log: 'one' });
    expect(texts(disk.after(() => true))).toEqual({ log: 'Onetwo' });
    expect(texts(disk.after((index) => index === 1))).toEqual({ log: 'One' });
  });

  it('leaves a hole where the end of a file was kept and not its middle', () => {
    const disk = diskAfter(...made, write('log', 0, 'one'), write('log', 3, 'two'));
    expect(texts(disk.after((index) => index === 1))).toEqual({ log: '\0\0\0two' });
  });

  it('tears a write at the sectors of the disk, wherever the write begins', () => {
    const disk = diskAfter(...made, write('log', 500, 'x'.repeat(24)));
    const torn = disk.after(() => (sector) => sector === 0).get('log');
    expect(torn?.length).toBe(512);
    expect(torn?.toBuffer().subarray(500).toString()).toBe('x'.repeat(12));
  });

  it('may forget that a file was cut', () => {
    const disk = diskAfter(...made, write('log', 0, 'one'), sync('log'), { kind: 'cut', name: 'log', size: 1 });
    expect(texts(disk.after(() => false))).toEqual({ log: 'one' });
    expect(texts(disk.after(() => true))).toEqual({ log: 'o' });
  });

  it('has a new name, or another, only after the folder was synced', () => {
    const draft = [{ kind: 'create', name: 'draft' }, write('draft', 0, 'key'), sync('draft')] as const;
    const disk = diskAfter(...made, ...draft, { kind: 'rename', name: 'draft', to: 'key' });
    expect(texts(disk.after(() => true, 0))).toEqual({ log: '' });
    expect(texts(disk.after(() => true, 1))).toEqual({ log: '', draft: 'key' });
    expect(texts(disk.after(() => true))).toEqual({ log: '', key: 'key' });
    disk.see(sync(''));
    expect(texts(disk.after(() => false, 0))).toEqual({ log: '', key: 'key' });
  });

  it('may bring back a file that was removed, beside nothing of a new one of its name', () => {
    const disk = diskAfter(...made, write('log', 0, 'old'), sync('log'), { kind: 'remove', name: 'log' });
    disk.see({ kind: 'create', name: 'log' });
    disk.see(write('log', 0, 'new'));
    expect(texts(disk.after(() => false, 0))).toEqual({ log: 'old' });
    expect(texts(disk.after(() => true))).toEqual({ log: 'new' });
  });

  it('does not keep what a sync that is left out would have kept', () => {
    const disk = new CrashDisk((name) => name === 'log');
    for (const call of [...made, write('log', 0, 'one'), sync('log')]) disk.see(call);
    expect(texts(disk.after(() => false))).toEqual({ log: '' });
  });
});

describe('what is tried of a cut', () => {
  it('is everything and nothing, then halves, one, all but one, a torn last write and any of them by chance', () => {
    const plans = [...crashPlans({ writes: 4, names: 0 }, createRandom(1), 200)];
    const kept = plans.map(({ kept: keeps }) =>
      [0, 1, 2, 3]
        .map(keeps)
        .map((each) => (typeof each === 'boolean' ? Number(each) : 't'))
        .join(''),
    );
    expect(kept.slice(0, 2)).toEqual(['1111', '0000']);
    expect(kept).toEqual(expect.arrayContaining(['1100', '0011', '0100', '1011', '111t', '0101']));
  });

  it('is one state alone where a sync covers all', () => {
    expect([...crashPlans({ writes: 0, names: 0 }, createRandom(1), 3)]).toHaveLength(1);
  });

  it('has a name that the folder may forget, whatever was written under it', () => {
    const plans = [...crashPlans({ writes: 1, names: 1 }, createRandom(1), 0)];
    expect(plans.map(({ kept, names }) => [kept(0), names])).toEqual([
      [true, 1],
      [false, 0],
      [false, 1],
      [true, 0],
    ]);
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UpdateReport } from '@foyer/contracts/box-health.ts';
import { localDisk } from '../disk/local-disk.ts';
import { placesIn } from './places.ts';
import { ReportedUpdates } from './reported-updates.ts';
import { writeState } from './state-file.ts';
import { updateExecutors } from './update-executors.ts';
import type { BoxState } from './update-facts.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-box-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const release = (version: string) => ({ version, counter: Number(version.at(-1)) });
const [before, after] = [release('1.0.0'), release('1.0.1')];
const onTrial: BoxState = {
  kept: before,
  trial: { ...after, updateId: 'u', starts: 3, database: null, givenUp: null },
  last: null,
};

/** What the edge reads once an update has ended. */
function toldAfter(state: BoxState, end: 'kept' | 'rolled-back' | 'stuck'): UpdateReport {
  const places = placesIn(root);
  writeState(localDisk, places.state, state);
  const parts = { disk: localDisk, places, now: () => 5 } as Parameters<typeof updateExecutors.end>[0];
  const kept = end === 'rolled-back' ? before : after;
  void updateExecutors.end(parts, { kind: 'end', kept, updateId: 'u', end });
  new ReportedUpdates(localDisk, places, root).look();
  return JSON.parse(readFileSync(join(root, 'update.json'), 'utf8')) as UpdateReport;
}

describe('what the edge is told of updates', () => {
  it('is the version that runs, and how the last one ended, when and with which version', () => {
    expect(toldAfter(onTrial, 'kept')).toEqual({ version: '1.0.1', last: { end: 'kept', at: 5, version: '1.0.1' } });
    expect(toldAfter(onTrial, 'rolled-back')).toEqual({
      version: '1.0.0',
      last: { end: 'rolled-back', at: 5, version: '1.0.1' },
    });
  });

  it('has what is stuck until another version is kept', () => {
    const stuck = { end: 'stuck', at: 5, version: '1.0.1', code: 'update-stuck' };
    expect(toldAfter(onTrial, 'stuck')).toMatchObject({ last: stuck, stuck });
    const wasStuck: BoxState = { ...onTrial, stuck: { updateId: 'v', end: 'stuck', code: 'update-stuck', at: 1 } };
    expect(toldAfter(wasStuck, 'rolled-back').stuck).toMatchObject({ at: 1 });
    expect(toldAfter(wasStuck, 'kept')).not.toHaveProperty('stuck');
  });
});

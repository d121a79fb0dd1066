import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import { FolderLock } from '../adapters/sqlite/folder-lock.ts';
import { beginEpoch } from './compose-new-epoch.ts';
import { composeAudit } from './compose-audit.ts';
import { aFolder, EngineUnderTest, HandClock, startOfTests } from './testing/a-writer.ts';

/** A box of this morning as its image gives it back. */
function restored() {
  const clinic = new EngineUnderTest().initialise();
  const open = clinic.issue();
  const rows = clinic.reading((read) => read.position().seq);
  clinic.close();
  return { box: { ...clinic.settings, lockPath: `${clinic.settings.databasePath}.lock` }, open, rows };
}
function clockAt(ms: number): HandClock {
  const clock = new HandClock();
  clock.pass(ms - startOfTests);
  return clock;
}
const rowsIn = (clinic: EngineUnderTest) => clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));

describe('a new epoch of a restored box', () => {
  it('begins behind the last row of the image, gives no number of that day again, and its chain is whole', async () => {
    const { box, rows } = restored();
    const begun = await beginEpoch(box, clockAt(startOfTests + hourMs));
    const { epoch } = begun;
    expect(begun).toEqual({ epoch, seq: rows + 1, clockFrozen: false });
    expect(epoch).toBeGreaterThan(1);
    const clinic = new EngineUnderTest(box);
    expect(rowsIn(clinic)[rows]).toMatchObject({
      epoch,
      seq: rows + 1,
      type: 'v1.EpochBegun',
      body: '{"previousEpoch":1}',
    });
    // A002 may be in somebody's hand: the image is of before.
    expect(clinic.issue().number).toBe('A302');
    expect(rowsIn(clinic).at(-1)).toMatchObject({ epoch });
    clinic.close();
    const audit = composeAudit(box);
    expect(audit.verify()).toMatchObject({ ok: true });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });

  it('has a higher number the later it begins, also from the same image again', async () => {
    const { box } = restored();
    const image = readFileSync(box.databasePath);
    const first = await beginEpoch(box, clockAt(startOfTests + hourMs));
    writeFileSync(box.databasePath, image);
    const second = await beginEpoch(box, clockAt(startOfTests + 2 * hourMs));
    expect(second.seq).toBe(first.seq);
    expect(second.epoch).toBeGreaterThan(first.epoch);
  });

  it('writes nothing into the ended epoch, and closes what was open when its day is over', async () => {
    const { box, open, rows } = restored();
    const nextDay = clockAt(startOfTests + dayMs);
    await beginEpoch(box, nextDay);
    const clinic = new EngineUnderTest(box, nextDay);
    expect(clinic.recordOf(open.id)?.standing.state).toBe('waiting');
    clinic.issue();
    expect(clinic.recordOf(open.id)?.standing.state).toBe('left');
    expect(rowsIn(clinic).filter((row) => row.epoch === 1)).toHaveLength(rows);
  });

  it('keeps the day from changing under a clock that is far from the last row', async () => {
    const { box } = restored();
    expect(await beginEpoch(box, clockAt(startOfTests + 30 * dayMs))).toMatchObject({ clockFrozen: true });
    const clinic = new EngineUnderTest(box, clockAt(startOfTests + 30 * dayMs));
    expect(clinic.reading((read) => read.clockFrozen())).toBe(true);
  });

  it('is refused while an edge runs, and where there is no clinic', async () => {
    const { box, rows } = restored();
    const edge = new FolderLock(box.lockPath);
    await edge.start();
    await expect(beginEpoch(box)).rejects.toMatchObject({ code: 'data-folder-in-use' });
    await edge.stop();
    expect(rowsIn(new EngineUnderTest(box))).toHaveLength(rows);

    const empty = aFolder();
    const lockPath = `${empty.databasePath}.lock`;
    await expect(beginEpoch({ ...empty, lockPath })).rejects.toMatchObject({ code: 'not-ready' });
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { SnapshotPlace } from '../ports/snapshot-place.ts';
import { type CentreOfCopies, ClinicAtCentre } from '../testing/a-clinic-at-centre.ts';
import { KeepingCentre } from '../testing/a-keeping-centre.ts';
import { aDisplay, kiosk } from '../writer/testing/a-writer.ts';

/** A centre in memory, which counts what it is sent and answers as it is told. */
class CountingCentre extends KeepingCentre implements CentreOfCopies {
  readonly sent: string[] = [];
  fails: AppError | undefined;

  override async latestEpoch(): Promise<number> {
    if (this.fails !== undefined) throw this.fails;
    return super.latestEpoch();
  }

  override putPiece(...[epoch, name, content]: Parameters<SnapshotPlace['putPiece']>) {
    this.sent.push(name.slice(0, name.indexOf('-')));
    return super.putPiece(epoch, name, content);
  }

  taken(): readonly string[] {
    return this.sent.splice(0);
  }
}

function aClinic() {
  const centre = new CountingCentre();
  return { centre, copied: new ClinicAtCentre(undefined, centre) };
}
describe('what lies beside the log, at the centre', () => {
  it('goes there whole once, then what has changed, and nothing where nothing has', async () => {
    const { centre, copied } = aClinic();
    copied.stepMs = minuteMs;
    await copied.copied();
    expect(centre.taken().toSorted()).toEqual(['box', 'file', 'reference']);
    // A row is no change beside the log: the relay has it.
    copied.clinic.issue();
    await copied.copied();
    expect(centre.taken()).toEqual([]);
    aDisplay(copied.clinic);
    await copied.copied();
    expect(centre.taken()).toEqual(['box']);
    expect(centre.snapshots).toHaveLength(2);
    // What the centre owns may be an hour behind.
    copied.stepMs = hourMs;
    aDisplay(copied.clinic);
    await copied.copied();
    expect(centre.taken()).toEqual(['box', 'reference']);
    copied.destroy();
  });

  it('goes on at once where the clock is set back by a day', async () => {
    const { centre, copied } = aClinic();
    await copied.copied();
    centre.taken();
    copied.stepMs = -dayMs;
    aDisplay(copied.clinic);
    await copied.copied();
    expect(centre.taken()).toContain('box');
    copied.destroy();
  });

  it('has a file of the data folder once, however often the others change', async () => {
    const { centre, copied } = aClinic();
    const media = join(dirname(copied.clinic.settings.databasePath), 'media');
    mkdirSync(media);
    writeFileSync(join(media, 'logo.png'), 'a picture');
    copied.stepMs = minuteMs;
    await copied.copied();
    expect(centre.taken().filter((kind) => kind === 'file')).toHaveLength(2);
    writeFileSync(join(media, 'film.mp4'), 'a film');
    aDisplay(copied.clinic);
    await copied.copied();
    expect(centre.taken().toSorted()).toEqual(['box', 'file']);
    copied.destroy();
  });

  it('stands alone after an erasure, all of it sealed anew', async () => {
    const { centre, copied } = aClinic();
    const patient = { name: { family: 'Curie' }, phone: '600100200' };
    const patientId = String(copied.clinic.result('register-patient', { patient }, kiosk)['patientId']);
    await copied.copied();
    const before = [...centre.pieces.keys()].filter((name) => !name.startsWith('file'));
    copied.clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
    await copied.copied();
    expect(centre.snapshots).toHaveLength(1);
    for (const name of before) expect([...centre.pieces.keys()]).not.toContain(name);
    copied.destroy();
  });

  it('is sent whole again where the centre has lost a piece', async () => {
    const { centre, copied } = aClinic();
    await copied.copied();
    centre.taken();
    const lost = [...centre.pieces.keys()].find((name) => name.startsWith('box'))!;
    centre.pieces.delete(lost);
    aDisplay(copied.clinic);
    await copied.pump.start();
    await expect.poll(() => centre.sent.toSorted(), { timeout: 30_000 }).toEqual(['box', 'reference']);
    await copied.pump.stop();
    copied.destroy();
  });

  it('keeps nobody waiting while the centre is away, and is behind until it is back', async () => {
    const { centre, copied } = aClinic();
    centre.fails = new AppError('copy-not-reached', { place: 'centre' });
    await expect(copied.pump.catchUp()).rejects.toThrow('copy-not-reached');
    expect(copied.health.waitingRows).toBeGreaterThan(0);
    expect(copied.health.behindSince).toBeDefined();
    centre.fails = undefined;
    await copied.copied();
    expect(copied.health.waitingRows).toBe(0);
    copied.destroy();
  });

  it('is no copy, and no alarm, at a centre of a release that keeps none', async () => {
    const { centre, copied } = aClinic();
    centre.fails = new AppError('not-found');
    await copied.pump.start();
    await expect.poll(() => copied.pump.health, { timeout: 30_000 }).toBeUndefined();
    await copied.pump.stop();
    copied.destroy();
  });
});

/** A clinic's backup brought back on another box: the same records, and a log that goes on in an epoch of its own. */
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, restore } from '@foyer/appliance/backup/back-up.ts';
import { makeRecoveryPair } from '@foyer/appliance/backup/sealed-stream.ts';
import { runAudit } from '@foyer/edge-server/audit.ts';
import { beginEpoch } from '@foyer/edge-server/writer/compose-new-epoch.ts';
import { EngineUnderTest, HandClock, startOfTests } from '@foyer/edge-server/writer/testing/a-writer.ts';

const pair = makeRecoveryPair();

/** A box that runs, with two numbers given. */
function aBox() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-backup-'));
  const dataDir = join(folder, 'data');
  const to = join(folder, 'stick');
  mkdirSync(join(dataDir, 'media'), { recursive: true });
  mkdirSync(to);
  writeFileSync(join(dataDir, 'media', 'logo.png'), 'a picture');
  const box = boxIn(dataDir);
  const clinic = new EngineUnderTest({ ...box, batching: true }).initialise();
  clinic.issue();
  clinic.issue();
  return {
    clinic,
    dataDir,
    order: { dataDir, to, publicKey: pair.publicKey, now: startOfTests },
    into: join(folder, 'new'),
  };
}
function boxIn(dataDir: string) {
  const [databasePath, clinicKeyPath] = [join(dataDir, 'edge.db'), join(dataDir, 'clinic.key')];
  return { databasePath, clinicKeyPath, lockPath: join(dataDir, 'edge.lock') };
}

describe('a backup of a clinic', () => {
  it('is taken while the edge runs, and brings back every record, on a box that begins a new epoch', async () => {
    const { clinic, order, into } = aBox();
    const file = await backUp(order);
    expect(readFileSync(file).includes('A001')).toBe(false);
    clinic.issue();
    clinic.close();

    await restore({ file, into, recoveryKey: pair.privateKey });
    const box = boxIn(into);
    expect(readFileSync(join(into, 'media', 'logo.png'), 'utf8')).toBe('a picture');
    expect(statSync(box.clinicKeyPath).mode & 0o777).toBe(0o600);
    expect(runAudit('verify', box)).toMatchObject({ ok: true });
    expect(runAudit('rebuild', box)).toMatchObject({ ok: true });

    const later = new HandClock();
    later.pass(60_000);
    expect((await beginEpoch(box, later)).epoch).toBeGreaterThan(1);
    const restored = new EngineUnderTest({ ...box, batching: true }, later);
    expect(restored.issue().number).toBe('A303');
    restored.close();
  });

  it('leaves nothing behind where it was cut off or the key is another', async () => {
    const { clinic, order, into } = aBox();
    const file = await backUp(order);
    clinic.close();
    const wrong = { file, into, recoveryKey: makeRecoveryPair().privateKey };
    await expect(restore(wrong)).rejects.toMatchObject({ code: 'backup-broken' });
    truncateSync(file, statSync(file).size - 100);
    await expect(restore({ ...wrong, recoveryKey: pair.privateKey })).rejects.toMatchObject({ code: 'backup-broken' });
    expect(readdirSync(join(into, '..')).toSorted()).toEqual(['data', 'stick']);
  });

  it('keeps the last fourteen', async () => {
    const { clinic, order } = aBox();
    for (let day = 10; day < 26; day++) writeFileSync(join(order.to, `2026-10-${day}T02-00-00.foyer-backup`), '');
    await backUp(order);
    clinic.close();
    const names = readdirSync(order.to).toSorted();
    expect(names).toHaveLength(14);
    expect([names[0], names.at(-1)]).toEqual([
      expect.stringMatching(/^2026-10-13/),
      expect.stringMatching(/^2026-11-23/),
    ]);
  });

  it('never takes the place of a clinic that is there', async () => {
    const { clinic, order, dataDir } = aBox();
    const file = await backUp(order);
    clinic.close();
    const over = { file, into: dataDir, recoveryKey: pair.privateKey };
    await expect(restore(over)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  });
});

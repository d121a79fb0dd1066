import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostBackupsKept, restoreCodeMs, restoreMs } from '@foyer/contracts/backup-protocol.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { createUser } from '../identity/use-cases.ts';
import { restoreCodeOf, typedRestoreCode } from './rules.ts';
import { selectBackups } from './queries.ts';
import { giveRestoreCode, openRestore, readRestoredChunk } from './use-cases-restore.ts';
import { beginBackup, endBackup, takeChunk } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

async function send(clinicId: string, text: string): Promise<string> {
  const content = Buffer.from(text);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const begun = await beginBackup(centre.context, clinicId, { takenAt: 1, bytes: content.length, sha256 });
  const { backupId } = begun as { backupId: string };
  await takeChunk(centre.context, clinicId, backupId, { number: 0, content });
  expect(await endBackup(centre.context, clinicId, backupId)).toEqual({ ok: true });
  return backupId;
}
const kept = (clinicId: string) => centre.context.withTenant({ clinicId }, (tx) => selectBackups(tx, clinicId));

describe('backups of a clinic', () => {
  it('are the last seven, and one that comes anew takes the place of one that was cut off', async () => {
    const { clinicId } = await centre.addEdge();
    const ids: string[] = [];
    for (let night = 0; night < mostBackupsKept + 1; night++) {
      centre.clock.now += 1_000;
      await beginBackup(centre.context, clinicId, { takenAt: 1, bytes: 9, sha256: 'b'.repeat(64) });
      ids.unshift(await send(clinicId, `night ${night}`));
    }
    expect((await kept(clinicId)).map(({ backupId }) => backupId)).toEqual(ids.slice(0, mostBackupsKept));
  });
});

describe('a restore code', () => {
  it('is over after an hour, and what it opened after six more', async () => {
    const { clinicId } = await centre.addEdge();
    await send(clinicId, 'sealed');
    const { context, clock, networkId } = centre;
    const admin = { userId: context.newId(), networkId, clinicId: null };
    await createUser(context, { ...admin, email: `${clinicId}@c.example`, role: 'network-admin', password: 'sesame' });
    const { code } = (await giveRestoreCode(context, admin, clinicId))!;
    clock.now += restoreCodeMs;
    expect(await openRestore(context, code)).toMatchObject({ refusal: { code: 'restore-code-unknown' } });
    const opened = await openRestore(context, (await giveRestoreCode(context, admin, clinicId))!.code);
    const { token } = opened as { token: string };
    expect(Buffer.from((await readRestoredChunk(context, token, 0))!).toString()).toBe('sealed');
    clock.now += restoreMs;
    expect(await readRestoredChunk(context, token, 0)).toBeUndefined();
  });

  it('is read from one screen and typed on another', () => {
    const code = restoreCodeOf(new Uint8Array(16).fill(3));
    expect(code).toBe('EEEE-EEEE-EEEE-EEEE');
    expect(typedRestoreCode('eeee eeee-eeeeEEEE')).toBe('E'.repeat(16));
  });
});

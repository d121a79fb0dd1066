/** A clinic's backup that went to its centre: the box is gone, and another one brings it back from there. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restore } from '@foyer/appliance/backup/back-up.ts';
import { centreLine, type CentreLine } from '@foyer/appliance/backup/centre-line.ts';
import { fetchBackup } from '@foyer/appliance/backup/fetch-backup.ts';
import { backUpTonight } from '@foyer/appliance/backup/nightly-backup.ts';
import { sendBackup } from '@foyer/appliance/backup/send-backup.ts';
import { makeRecoveryPair } from '@foyer/appliance/backup/sealed-stream.ts';
import { backupChunkBytes } from '@foyer/contracts/backup-protocol.ts';
import type { ClinicDevices } from '@foyer/contracts/device-report.ts';
import { runAudit } from '@foyer/edge-server/audit.ts';
import { beginEpoch } from '@foyer/edge-server/writer/compose-new-epoch.ts';
import { EngineUnderTest, HandClock, startOfTests } from '@foyer/edge-server/writer/testing/a-writer.ts';
import { createPms, type Pms } from '@foyer/pms-service/compose.ts';
import { createUser } from '@foyer/pms-service/modules/identity/use-cases.ts';
import { addEdge, createClinic, createNetwork } from '@foyer/pms-service/modules/tenancy/use-cases.ts';
import { aConfiguration } from '@foyer/pms-service/testing/test-centre.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';

const pair = makeRecoveryPair();
let folder: string;
let postgres: TestPostgres;
let pms: Pms;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-centre-backup-'));
  postgres = await startTestPostgres();
  const config = {
    dataDir: folder,
    bind: '127.0.0.1',
    port: 0,
    database: { databaseUrl: postgres.urls.databaseUrl },
    centreKeyFile: join(folder, 'centre.key'),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
  } as const;
  pms = createPms(config, { passwordCost: { memoryCostKiB: 8, timeCost: 1 } });
  await pms.start();
});
afterAll(async () => {
  await pms.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

/** A box with a number given, the line of its edge, and who looks after it. */
async function aClinic() {
  const { context } = pms;
  const [networkId, clinicId] = [context.newId(), context.newId()];
  await createNetwork(context, { networkId, name: 'Harbour' });
  await createClinic(context, networkId, aConfiguration(clinicId));
  const [email, password] = [`${clinicId}@clinic.example`, 'open sesame'];
  await createUser(context, {
    ...{ userId: context.newId(), networkId, email, password },
    role: 'clinic-admin',
    clinicId,
  });
  const token = (await addEdge(context, clinicId))?.token ?? '';
  const dataDir = join(folder, clinicId);
  mkdirSync(dataDir);
  const box = boxIn(dataDir);
  const clinic = new EngineUnderTest({ ...box, batching: true }).initialise();
  clinic.issue();
  const administrator = await call('/api/v1/sign-in', { body: { email, password } });
  return {
    clinicId,
    dataDir,
    clinic,
    line: centreLine({ url: pms.url, token }),
    admin: administrator['token'] as string,
  };
}
function boxIn(dataDir: string) {
  const [databasePath, clinicKeyPath] = [join(dataDir, 'edge.db'), join(dataDir, 'clinic.key')];
  return { databasePath, clinicKeyPath, lockPath: join(dataDir, 'edge.lock') };
}
async function call(
  path: string,
  { body, token }: { readonly body?: object; readonly token?: string },
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(new URL(path, pms.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}
const aCode = async (clinicId: string, token: string): Promise<string> =>
  ((await call(`/api/v1/clinics/${clinicId}/restore-codes`, { body: {}, token })) as unknown as { code: string }).code;

/** Cut after so many requests: what follows never arrives. */
function cutAfter(line: CentreLine, requests: number): CentreLine & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async request(method, path, body) {
      if (asked.length === requests) throw new Error('cut');
      asked.push(path);
      return line.request(method, path, body);
    },
  };
}

describe('a backup at the centre', () => {
  it('brings a clinic back whose box is gone, by a code that is good once and the recovery key', async () => {
    const { clinicId, dataDir, clinic, line, admin } = await aClinic();
    const night = { dataDir, publicKey: pair.publicKey, centre: line, now: startOfTests };
    expect(await backUpTonight(night)).toEqual([{ place: 'centre' }]);
    expect(JSON.parse(readFileSync(join(dataDir, 'backups.json'), 'utf8'))).toEqual({ centre: startOfTests });
    const { backup } = (await call(`/api/v1/clinics/${clinicId}/devices`, {
      token: admin,
    })) as unknown as ClinicDevices;
    expect(backup).toMatchObject({ takenAt: startOfTests });
    clinic.close();
    rmSync(dataDir, { recursive: true });

    const code = await aCode(clinicId, admin);
    const fetched = join(folder, 'fetched');
    const stranger = centreLine({ url: pms.url });
    await fetchBackup(stranger, code.toLowerCase().replaceAll('-', ' '), fetched);
    await expect(fetchBackup(stranger, code, fetched)).rejects.toMatchObject({ code: 'restore-code-unknown' });
    const into = join(folder, 'new-box');
    await expect(restore({ file: fetched, into, recoveryKey: makeRecoveryPair().privateKey })).rejects.toMatchObject({
      code: 'backup-broken',
    });
    await restore({ file: fetched, into, recoveryKey: pair.privateKey });
    const box = boxIn(into);
    expect(runAudit('verify', box)).toMatchObject({ ok: true });
    const later = new HandClock();
    later.pass(60_000);
    expect((await beginEpoch(box, later)).epoch).toBeGreaterThan(1);
    const restored = new EngineUnderTest({ ...box, batching: true }, later);
    expect(restored.issue().number).toBe('A302');
    restored.close();
  });

  it('goes on where its line was cut, and sends nothing twice', async () => {
    const { dataDir, clinic, line } = await aClinic();
    clinic.close();
    const file = join(dataDir, 'sealed');
    writeFileSync(file, Buffer.alloc(2 * backupChunkBytes + 5, 'sealed'));
    const first = cutAfter(line, 2);
    await expect(sendBackup(first, file, 1)).rejects.toThrow('cut');
    const second = cutAfter(line, 10);
    await sendBackup(second, file, 1);
    const numbers = (paths: readonly string[]) => paths.flatMap((path) => /chunks\/(\d+)$/.exec(path)?.[1] ?? []);
    expect(numbers(first.asked)).toEqual(['0']);
    expect(numbers(second.asked)).toEqual(['1', '2']);
  });

  it('is nobody else’s: no code, no piece and no place for who is of another clinic', async () => {
    const [one, other] = [await aClinic(), await aClinic()];
    for (const { clinic } of [one, other]) clinic.close();
    expect(await call(`/api/v1/clinics/${one.clinicId}/restore-codes`, { body: {}, token: other.admin })).toMatchObject(
      {
        status: 404,
      },
    );
    const begun = { takenAt: 1, bytes: 5, sha256: 'a'.repeat(64) };
    const { backupId } = (await one.line.request('POST', '/sync/v1/backups', begun)) as { backupId: string };
    const path = `/sync/v1/backups/${backupId}/chunks/0`;
    const chunk = { content: Buffer.from('12345').toString('base64') };
    await expect(other.line.request('PUT', path, chunk)).rejects.toMatchObject({ code: 'not-found' });
    await one.line.request('PUT', path, chunk);
    await expect(one.line.request('POST', `/sync/v1/backups/${backupId}/end`)).rejects.toMatchObject({
      code: 'backup-broken',
    });
    await expect(
      fetchBackup(one.line, await aCode(one.clinicId, one.admin), join(folder, 'none')),
    ).rejects.toMatchObject({
      code: 'no-backup',
    });
  });

  it('is refused where it is larger than the centre takes', async () => {
    const { clinic, line } = await aClinic();
    clinic.close();
    const begun = { takenAt: 1, bytes: 3 * 1024 ** 3, sha256: 'a'.repeat(64) };
    await expect(line.request('POST', '/sync/v1/backups', begun)).rejects.toMatchObject({ code: 'backup-too-large' });
  });
});

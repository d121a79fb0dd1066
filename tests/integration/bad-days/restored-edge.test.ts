// A box that breaks and is restored from the image of an hour ago: the centre has more of its log than it has itself.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Position } from '@foyer/contracts/sync-protocol.ts';
import { runAudit, runBeginEpoch } from '@foyer/edge-server/audit.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { consultation } from '@foyer/edge-server/testing/a-clinic.ts';
import { aCommandId } from '@foyer/edge-server/testing/a-command-id.ts';
import { demonstration, EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';
import { CentreProcess } from './kit/a-centre-process.ts';
import { WeakRole } from './kit/weak-role.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-restored-'));
const image = join(folder, 'image');
const tokenFile = join(folder, 'edge.token');
let postgres: TestPostgres;
let weak: WeakRole;
let centre: CentreProcess;
let edge: EdgeUnderTest;

beforeAll(async () => {
  postgres = await startTestPostgres();
  weak = await new WeakRole(postgres.urls.databaseUrl).start();
  centre = new CentreProcess(postgres.urls.databaseUrl, {
    network: { networkId: aCommandId(), name: 'The North' },
    clinic: demonstration.configuration,
    users: [],
    staff: [],
    prices: [],
    patients: [],
    appointments: [],
  });
  await centre.start();
  writeFileSync(tokenFile, centre.ready.edgeToken);
  edge = await new EdgeUnderTest({ pms: { url: centre.url, tokenFile } }).start();
});
afterAll(async () => {
  await edge.end();
  await centre.stop();
  await weak.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const issue = async (): Promise<string> => {
  const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
  return ticket!['number']!;
};
const position = async (): Promise<Position> => {
  const headers = { authorization: `Bearer ${centre.ready.edgeToken}` };
  return (await (await fetch(`${centre.url}/sync/v1/position`, { headers })).json()) as Position;
};
const relayState = async (): Promise<string | undefined> => {
  const checks = (await edge.call('GET', '/readyz')).body['checks'] as { name: string; state: string }[];
  return checks.find(({ name }) => name === 'relay')?.state;
};
/** Until the centre holds all that the edge has. */
const relayed = (): Promise<void> =>
  vi.waitFor(async () => {
    expect((await edge.call('GET', '/metrics')).body['text']).toMatch(/^foyer_relay_waiting_rows 0$/m);
  }, 20_000);

it('halts until a person begins a new epoch, and then goes on from what both have', async () => {
  expect(await issue()).toBe('A001');
  await relayed();
  await edge.stop();
  cpSync(edge.config.dataDir, image, { recursive: true });
  const atImage = await position();

  await edge.start();
  expect(await issue()).toBe('A002');
  expect(await issue()).toBe('A003');
  await relayed();
  await edge.stop();
  const lost = await position();
  expect(lost.seq).toBeGreaterThan(atImage.seq);

  rmSync(edge.config.dataDir, { recursive: true });
  cpSync(image, edge.config.dataDir, { recursive: true });
  await edge.start();
  await vi.waitFor(async () => expect(await relayState()).toBe('halted fork'), 20_000);
  await edge.stop();

  const { database: databasePath, clinicKey: clinicKeyPath, lock: lockPath } = dataFiles(edge.config.dataDir);
  await runBeginEpoch({ databasePath, clinicKeyPath, lockPath });
  await edge.start();
  await relayed();
  const begun = await position();
  expect(begun.epoch).toBeGreaterThan(1);
  expect(begun.seq).toBeGreaterThan(atImage.seq);
  expect(await issue()).toBe('A302');
  await relayed();
  expect(await relayState()).toBe('linked');
  expect((await position()).seq).toBeGreaterThan(begun.seq);
  expect(runAudit('verify', { databasePath, clinicKeyPath }).ok).toBe(true);
});

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPms } from './compose.ts';
import { readConfig } from './config/settings.ts';
import { createClinic, createNetwork, authenticateEdge } from './modules/tenancy/use-cases.ts';
import { startTestCentre, aConfiguration, type TestCentre } from './testing/test-centre.ts';
import { runVerb } from './verbs.ts';

let centre: TestCentre;
let dataDir: string;
const said: string[] = [];
beforeAll(async () => {
  centre = await startTestCentre();
  dataDir = await mkdtemp(join(tmpdir(), 'foyer-verbs-'));
});
afterAll(async () => {
  await centre.stop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  said.length = 0;
  const write = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
});
afterEach(() => vi.restoreAllMocks());

/** Settings for a new, empty database on the test's own server. */
async function anEmptyDatabase(): Promise<Record<string, string>> {
  const { databaseUrl, migrationUrl, adminUrl } = centre.postgres.urls;
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const name = `empty_${said.length}_${Date.now()}`;
  await admin.query(`create database ${name} owner foyer_owner`);
  await admin.end();
  const on = (url: string): string => url.replace(/\/foyer$/, `/${name}`);
  return {
    FOYER_DATA_DIR: dataDir,
    FOYER_PMS_PORT: '0',
    FOYER_LOG_LEVEL: 'silent',
    FOYER_BIND: '127.0.0.1',
    DATABASE_URL: on(databaseUrl),
    DATABASE_MIGRATION_URL: on(migrationUrl),
  };
}

describe('migrate', () => {
  it('brings an empty database to this version, once; the service serves only then', async () => {
    const environment = await anEmptyDatabase();
    const tooEarly = createPms(readConfig(environment));
    await expect(tooEarly.start()).rejects.toMatchObject({ code: 'migrations-pending' });
    expect(await runVerb(['migrate'], environment)).toBe(0);
    expect(said.join('')).toMatch(/^tenancy\nidentity\n/);
    said.length = 0;
    expect(await runVerb(['migrate'], environment)).toBe(0);
    expect(said).toEqual(['up to date\n']);
    const pms = createPms(readConfig(environment));
    await pms.start();
    await pms.stop();
  });

  it('refuses a database in which a migration that ran was changed since', async () => {
    const environment = await anEmptyDatabase();
    await runVerb(['migrate'], environment);
    const owner = new pg.Client(environment['DATABASE_MIGRATION_URL']);
    await owner.connect();
    await owner.query(`update schema_migrations set sha256 = 'other' where version = 3`);
    await owner.end();
    expect(await runVerb(['migrate'], environment)).toBe(1);
    expect(said.at(-1)).toContain('migration-changed');
  });

  it('names the setting that is missing', async () => {
    const { DATABASE_MIGRATION_URL: _, ...environment } = await anEmptyDatabase();
    expect(await runVerb(['migrate'], environment)).toBe(1);
    expect(said.at(-1)).toContain('DATABASE_MIGRATION_URL');
  });
});

describe('serve', () => {
  it('refuses the owner as its role', async () => {
    const environment = await anEmptyDatabase();
    await runVerb(['migrate'], environment);
    const url = environment['DATABASE_MIGRATION_URL'] ?? '';
    expect(await runVerb([], { ...environment, DATABASE_URL: url })).toBe(1);
    expect(said.at(-1)).toContain('database-role-too-strong');
  });
});

describe('add-edge', () => {
  it('writes a credential that the relay takes, for its owner alone', async () => {
    const environment = {
      ...(await anEmptyDatabase()),
      DATABASE_URL: centre.postgres.urls.databaseUrl,
    };
    const [networkId, clinicId] = [centre.context.newId(), centre.context.newId()];
    await createNetwork(centre.context, { networkId, name: 'Harbour' });
    await createClinic(centre.context, networkId, aConfiguration(clinicId));
    const out = join(dataDir, 'edge-token');
    expect(await runVerb(['add-edge', '--clinic', clinicId, '--out', out], environment)).toBe(0);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const token = (await readFile(out, 'utf8')).trim();
    expect(await authenticateEdge(centre.context, token)).toMatchObject({ clinicId });
  });

  it.each([
    ['a clinic that is not there', ['add-edge', '--clinic', '01900000-0000-7000-8000-000000000009'], 1],
    ['a verb that is none', ['dance'], 2],
    ['an option that is none', ['add-edge', '--loudly'], 1],
  ])('says what is wrong with %s', async (_, args, status) => {
    expect(
      await runVerb(args, {
        ...(await anEmptyDatabase()),
        DATABASE_URL: centre.postgres.urls.databaseUrl,
      }),
    ).toBe(status);
    expect(said.join('')).not.toBe('');
  });
});

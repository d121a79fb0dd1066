import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aQuestionnaire } from '@foyer/domain/forms/testing.ts';
import { createPms } from './compose.ts';
import { readConfig } from './config/settings.ts';
import { createUser } from './modules/identity/use-cases.ts';
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

/** Whoever serves the test's own database comes with the key that it was begun with. */
async function theCentresKey(): Promise<string> {
  const file = join(dataDir, 'of-the-test.key');
  await writeFile(file, centre.context.centreKey, { mode: 0o600 });
  return file;
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

  it('brings the database that the owner’s URL alone names to this version, and starts no other', async () => {
    const { DATABASE_URL, ...environment } = await anEmptyDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'foyer-verbs-'));
    expect(await runVerb(['migrate'], { ...environment, FOYER_DATA_DIR: dataDir })).toBe(0);
    expect(said.join('')).toMatch(/^tenancy\nidentity\n/);
    expect(await readdir(dataDir)).toEqual([]);
    expect(await runVerb([], { ...environment, FOYER_DATA_DIR: dataDir })).toBe(1);
    expect(said.at(-1)).toContain('"DATABASE_URL"');
    await rm(dataDir, { recursive: true });
    const pms = createPms(readConfig({ ...environment, DATABASE_URL }));
    await pms.start();
    await pms.stop();
  });

  it('renews the rights of the role that serves, whoever it is', async () => {
    const { DATABASE_URL = '', ...environment } = await anEmptyDatabase();
    const url = DATABASE_URL.replace(/\/\/[^@]*@/, '//front_door:secret@');
    expect(await runVerb(['migrate'], { ...environment, DATABASE_URL: url })).toBe(0);
    const owner = new pg.Client(environment['DATABASE_MIGRATION_URL']);
    await owner.connect();
    await owner.query('revoke all on visits from front_door');
    expect(await runVerb(['migrate'], environment)).toBe(0);
    const { rows } = await owner.query(`select has_table_privilege('front_door', 'visits', 'insert') as may`);
    await owner.end();
    expect(rows).toEqual([{ may: true }]);
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

describe('the key of the centre', () => {
  it('is the one that the database was begun with: a copy with another is refused', async () => {
    const environment = await anEmptyDatabase();
    await runVerb(['migrate'], environment);
    const serve = async (keyFile: string): Promise<void> => {
      const pms = createPms(readConfig({ ...environment, FOYER_PMS_KEY_FILE: join(dataDir, keyFile) }));
      await pms.start();
      await pms.stop();
    };
    await serve('first.key');
    await expect(serve('second.key')).rejects.toMatchObject({ code: 'centre-key-wrong' });
    await serve('first.key');
  });
});

describe('import', () => {
  const examples = async (): Promise<readonly string[]> => {
    const page = await readFile(join(import.meta.dirname, '../../docs/clinic-files.md'), 'utf8');
    return [...page.matchAll(/```json\n(.+?)```/gs)].map(([, text = '']) => text);
  };

  it('fills a clinic that was just added, once; a file with faults gets a line for each and changes nothing', async () => {
    const environment = await anEmptyDatabase();
    await runVerb(['migrate'], environment);
    const [clinic = '', facts = ''] = await examples();
    const { clinicId } = JSON.parse(clinic) as { clinicId: string };
    const [configuration, file] = [join(dataDir, 'clinic.json'), join(dataDir, 'facts.json')];
    await writeFile(configuration, clinic);
    await writeFile(file, facts);
    const say = async (...args: string[]): Promise<[number, string]> => {
      said.length = 0;
      return [await runVerb(args, environment), said.join('')];
    };
    const [, network] = await say('add-network', '--name', 'Harbour');
    expect(await say('add-clinic', '--network', network.trim(), '--configuration', configuration)).toEqual([
      0,
      `${clinicId}\n`,
    ]);
    const imports = ['import', '--clinic', clinicId, '--file', file];
    expect(await say(...imports)).toEqual([0, 'staff 1, prices 1, patients 1, appointments 1\n']);
    expect(await say(...imports)).toEqual([0, 'staff 0, prices 0, patients 0, appointments 0\n']);
    await writeFile(file, facts.replace('"pin": "4711"', '"pin": ""').replace('"minutes": 20', '"minutes": 0'));
    expect(await say(...imports)).toEqual([
      1,
      '/staff/0/pin: must match pattern "^\\d{4}$"\n/appointments/0/minutes: must be >= 1\n',
    ]);
    await writeFile(file, facts.replace(/"patientId": ".{8}/, '"patientId": "00000000').replace(/e1"/, 'e2"'));
    expect(await say(...imports)).toEqual([
      1,
      '/appointments/0/patientId: is no patient of this clinic\n' +
        '/appointments/0: the practitioner is booked at that time already\n',
    ]);
  });

  it('says what is missing in a clinic’s configuration, a line each', async () => {
    const configuration = join(dataDir, 'clinic.json');
    const { name: _, ...clinic } = aConfiguration('01900000-0000-7000-8000-000000000001');
    await writeFile(configuration, JSON.stringify({ ...clinic, colour: 'red' }));
    const args = ['add-clinic', '--network', clinic.clinicId, '--configuration', configuration];
    expect(await runVerb(args, await anEmptyDatabase())).toBe(1);
    expect(said.at(-1)).toBe('/name: is missing\n/colour: is no field\n');
    const questionnaires = [aQuestionnaire({ serviceIds: [clinic.clinicId] })];
    await writeFile(configuration, JSON.stringify({ ...clinic, name: 'Harbour', questionnaires }));
    expect(await runVerb(args, await anEmptyDatabase())).toBe(1);
    expect(said.at(-1)).toBe('/questionnaires/0/serviceIds/0: service-unknown\n');
  });
});

describe('clinic-key', () => {
  it('writes the key to a file that nobody else may read, for an administrator who types the password', async () => {
    const environment = {
      ...(await anEmptyDatabase()),
      DATABASE_URL: centre.postgres.urls.databaseUrl,
    };
    const keyFile = await theCentresKey();
    const { clinicId, clinicKey } = await centre.addEdge();
    const { networkId } = centre;
    const [userId, email, password] = [centre.context.newId(), 'wei-ling@harbour.example', 'a long enough sentence'];
    await createUser(centre.context, { userId, networkId, email, role: 'network-admin', clinicId: null, password });
    const out = join(dataDir, 'clinic.key');
    const run = (typed: string) => {
      vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([typed]) as unknown as typeof process.stdin);
      const args = ['clinic-key', '--clinic', clinicId, '--email', email, '--out', out];
      return runVerb(args, { ...environment, FOYER_PMS_KEY_FILE: keyFile });
    };
    expect(await run('guessed\n')).toBe(1);
    expect(said.join('')).toContain('wrong-password');
    await expect(stat(out)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await run(`${password}\n`)).toBe(0);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    expect(clinicKey.equals(await readFile(out))).toBe(true);
  });
});

describe('add-edge', () => {
  it('writes a credential that the relay takes, for its owner alone', async () => {
    const environment = {
      ...(await anEmptyDatabase()),
      DATABASE_URL: centre.postgres.urls.databaseUrl,
      FOYER_PMS_KEY_FILE: await theCentresKey(),
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
        FOYER_PMS_KEY_FILE: await theCentresKey(),
      }),
    ).toBe(status);
    expect(said.join('')).not.toBe('');
  });
});

describe('backup and restore', () => {
  it.each([
    ['--to', ['backup']],
    ['--keep', ['backup', '--to', 'folder', '--keep', '0']],
    ['--from', ['restore', '--into', 'data']],
    ['--into', ['restore', '--from', 'folder']],
    ['--until', ['restore', '--from', 'folder', '--into', 'data', '--until', '2026-11-26T10:15:00']],
  ])('name the option that is missing or wrong, and touch nothing: %s', async (option, args) => {
    expect(await runVerb(args, { FOYER_DATA_DIR: dataDir })).toBe(1);
    expect(said.at(-1)).toContain(`"${option}"`);
    expect(await readdir(dataDir)).not.toContain('postgres');
  });
});

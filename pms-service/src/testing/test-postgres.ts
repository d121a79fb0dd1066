// A real PostgreSQL for a test file: migrated once per set of migrations into a template folder, copied for each file
// (a fraction of a second), thrown away at its end. fsync is off: nothing here has to last.

import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createEmbeddedPostgres, type EmbeddedDatabaseUrls } from '../adapters/postgres/embedded.ts';
import { migrate, readMigrations } from '../adapters/postgres/migrate.ts';
import { createTenantDatabase, type TenantDatabase } from '../adapters/postgres/tenant.ts';

export interface TestPostgres {
  readonly dataDir: string;
  readonly urls: EmbeddedDatabaseUrls;
  /** Signed in as the weak role. */
  readonly database: TenantDatabase;
  stop(): Promise<void>;
}

const cacheDir = resolve(import.meta.dirname, '../../../node_modules/.cache/foyer-test-postgres');

/** Call in `beforeAll`; call `stop()` in `afterAll`. Durable where the disk itself is what is tested. */
export async function startTestPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const template = await findOrMakeTemplate();
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-test-'));
  await promisify(execFile)('cp', ['-a', `${template}/.`, dataDir]); // keeps the files' owner, as fs.cp does not
  const server = createEmbeddedPostgres({ dataDir, durable });
  const urls = await server.start();
  const database = createTenantDatabase({ databaseUrl: urls.databaseUrl });
  await database.start();
  return {
    dataDir,
    urls,
    database,
    async stop() {
      await database.stop();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder with a migrated cluster of nobody's; copied, never started. */
export async function findOrMakeTemplate(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['embedded.ts', 'migrate.ts']) {
    hash.update(await readFile(resolve(import.meta.dirname, '../adapters/postgres', file)));
  }
  for (const migration of await readMigrations()) hash.update(migration.sql);
  const template = join(cacheDir, hash.digest('hex').slice(0, 16));
  if (await exists(template)) return template;
  await forgetOlderTemplates();
  const making = `${template}.${randomBytes(4).toString('hex')}`;
  await mkdir(making, { recursive: true });
  const server = createEmbeddedPostgres({ dataDir: making, durable: false });
  await migrate(await server.start());
  await server.stop();
  // Two files may have made one at the same time: the first to rename wins, the other's is as good.
  await rename(making, template).catch(() => rm(making, { recursive: true, force: true }));
  return template;
}

/** Of earlier migrations; one that another process is making right now has a dot in its name. */
async function forgetOlderTemplates(): Promise<void> {
  const older = (await readdir(cacheDir).catch(() => [])).filter((name) => !name.includes('.'));
  for (const name of older) await rm(join(cacheDir, name), { recursive: true, force: true });
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * The centre as the demonstration starts it, on the embedded PostgreSQL with every write made durable. Each start
 * finds an empty database that knows one network and one clinic.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createEmbeddedPostgres } from '@foyer/pms-service/adapters/postgres/embedded.ts';
import { migrate } from '@foyer/pms-service/adapters/postgres/migrate.ts';
import type { DemonstrationReady } from '@foyer/pms-service/demonstration-main.ts';
import type { DemonstrationFacts } from '@foyer/pms-service/demonstration.ts';
import pg from 'pg';
import { type BenchClinic, repositoryRoot } from './bench-clinic.ts';
import { recorderOptions } from './sql-recorder.ts';

export interface BenchPostgres {
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  /** Signed in as the server's administrator, whom no policy holds back. */
  connect(database: string): Promise<pg.Client>;
  /** Signed in as the service is. */
  connectService(database: string): Promise<pg.Client>;
  /** Throws away what a database of this name held; with a template, a copy of that. */
  renew(database: string, template?: string): Promise<void>;
  stop(): Promise<void>;
}

export interface BenchCentre {
  readonly url: string;
  readonly edgeToken: string;
  stop(): Promise<void>;
}

/** The name that the embedded server gives to the service's database. */
export const centreDatabase = 'foyer';

export async function startBenchPostgres(folder: string): Promise<BenchPostgres> {
  const server = createEmbeddedPostgres({ dataDir: folder, durable: true });
  const { databaseUrl, migrationUrl, adminUrl } = await server.start();
  const signIn = async (url: string, database: string): Promise<pg.Client> => {
    const client = new pg.Client(url.replace(/\/\w+$/, `/${database}`));
    await client.connect();
    return client;
  };
  const connect = (database: string): Promise<pg.Client> => signIn(adminUrl, database);
  return {
    databaseUrl,
    migrationUrl,
    connect,
    connectService: (database) => signIn(databaseUrl, database),
    async renew(database, template) {
      const admin = await connect('postgres');
      try {
        await admin.query(`drop database if exists ${database} with (force)`);
        const copied = template === undefined ? '' : ` template ${template}`;
        await admin.query(`create database ${database} owner foyer_owner${copied}`);
      } finally {
        await admin.end();
      }
    },
    stop: () => server.stop(),
  };
}

/** `recordTo`: the file that the SQL of what it takes in is noted in. */
export async function startBenchCentre(
  postgres: BenchPostgres,
  clinic: BenchClinic,
  recordTo?: string,
): Promise<BenchCentre> {
  await postgres.renew(centreDatabase);
  await migrate(postgres);
  const child = fork(join(repositoryRoot, 'pms-service', 'src', 'demonstration-main.ts'), {
    execArgv: recordTo === undefined ? [] : [...recorderOptions(recordTo)],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: postgres.databaseUrl,
      DATABASE_MIGRATION_URL: postgres.migrationUrl,
      FOYER_DATA_DIR: join(clinic.folder, 'centre'),
      FOYER_BIND: '127.0.0.1',
      FOYER_PMS_PORT: '0',
      FOYER_LOG_LEVEL: 'silent',
    },
  });
  child.send(factsOf(clinic));
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as DemonstrationReady),
    once(child, 'exit').then(([status]) => {
      throw new Error(`the centre ended with ${String(status)}`);
    }),
  ]);
  return { url: ready.url, edgeToken: ready.edgeToken, stop: () => stop(child) };
}

function factsOf({ configuration }: BenchClinic): DemonstrationFacts {
  return {
    network: { networkId: configuration.clinicId, name: configuration.name },
    clinic: configuration,
    users: [],
    staff: [],
    prices: [],
    patients: [],
    appointments: [],
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

// Builds the centre's adapters, starts them in order and stops them in reverse. The only file that wires.

import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { AppError } from '@foyer/contracts/app-error.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import { createPasswords, usualCost, type PasswordCost } from './adapters/auth/passwords.ts';
import { createHttpServer, type HttpServer, type Identified } from './adapters/http/http-server.ts';
import type { DatabaseFigures } from './adapters/http/database-metrics.ts';
import { createMetrics, type Metrics } from './adapters/http/metrics.ts';
import { createChangeListener, visitsTopic, type ChangeListener } from './adapters/postgres/changes.ts';
import { createEmbeddedPostgres, type DatabaseUrls, type EmbeddedPostgres } from './adapters/postgres/embedded.ts';
import { migrate } from './adapters/postgres/migrate.ts';
import { createTenantDatabase, type TenantDatabase } from './adapters/postgres/tenant.ts';
import { createTicketPages, type TicketPages } from './adapters/sockets/ticket-pages.ts';
import { loadCentreKey } from './config/centre-key.ts';
import type { PmsConfig } from './config/settings.ts';
import { databaseDependencies, reportDatabase } from './compose-database.ts';
import { createLog, type Log } from './log.ts';
import { createStandbyReport, type StandbyReport } from './compose-standby.ts';
import { readClinicHealth } from './modules/clinic-health/use-cases.ts';
import { authenticateUser } from './modules/identity/use-cases.ts';
import { mayTry } from './modules/identity/use-cases-attempts.ts';
import type { Access, Caller } from './modules/route.ts';
import { Doorway } from './modules/sync-inbox/doorway.ts';
import { authenticateEdge } from './modules/tenancy/use-cases.ts';
import { proveCentreKey } from './modules/tenancy/use-cases-centre-key.ts';
import { readTicketCommand } from './modules/ticket-page/routes.ts';
import { findClinicOfPage, readTicketPage, sendTicketCommand } from './modules/ticket-page/use-cases.ts';
import type { UseCaseContext } from './modules/use-case-context.ts';
import { pageTable, routeTable } from './route-table.ts';

export interface PmsOptions {
  /** Tests make passwords cheap. */
  readonly passwordCost?: PasswordCost;
  readonly now?: () => number;
}

export interface Pms {
  /** Resolves when it serves. */
  start(): Promise<void>;
  /** Finishes what is under way, then ends all that `start` began. */
  stop(): Promise<void>;
  /** On this machine; after `start`. */
  readonly url: string;
  /** For use cases called in this process; after `start`. */
  readonly context: UseCaseContext;
}

/** The core without its doors: the database open, the use cases' context ready. */
export interface Core {
  readonly context: UseCaseContext;
  readonly database: TenantDatabase;
  readonly standby: Pick<StandbyReport, 'lost'>;
  stop(): Promise<void>;
}

export function createPms(config: PmsConfig, options: PmsOptions = {}): Pms {
  const log = createLog(config.logLevel);
  let core: Core | undefined;
  let http: HttpServer | undefined;
  let ticketPages: TicketPages | undefined;

  async function stop(): Promise<void> {
    await ticketPages?.stop();
    await http?.close();
    await core?.stop();
    [ticketPages, http, core] = [undefined, undefined, undefined];
    log.info({ event: 'stopped' });
  }

  return {
    async start() {
      try {
        const metrics = createMetrics();
        core = await openCore(config, log, { ...options, figures: metrics.database });
        const { context } = core;
        metrics.clinics.readBy((clinicId) => readClinicHealth(context, clinicId));
        http = await openHttp(config, log, core, metrics);
        ticketPages = openTicketPages(http, core.context, log, metrics);
        await http.listen({ host: config.bind, port: config.port });
        log.info({ event: 'serving', url: urlOf(http) });
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
    get url() {
      if (http === undefined) throw new Error('the centre has not started');
      return urlOf(http);
    },
    get context() {
      if (core === undefined) throw new Error('the centre has not started');
      return core.context;
    },
  };
}

/** Opens the database, embedded or not, and what the use cases need. With `join`, next to a running centre. */
export async function openCore(
  config: PmsConfig,
  log: Log,
  options: PmsOptions & { readonly join?: boolean; readonly figures?: DatabaseFigures } = {},
): Promise<Core> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).toReversed()) await each();
  };
  try {
    const urls = await openDatabase(config, log, options.join ?? false, stops);
    const standbyLost = config.standbyLost ?? 'wait';
    const reports = reportDatabase(log, standbyLost, options.figures);
    const { databaseUrl } = urls;
    const standby = createStandbyReport(standbyLost, options.now ?? Date.now);
    const database = createTenantDatabase({
      databaseUrl,
      standbyLost,
      ...reports,
      onStandby(found) {
        reports.onStandby(found);
        standby.onStandby(found);
      },
      onLocalCommit() {
        reports.onLocalCommit();
        standby.onLocalCommit();
      },
    });
    const { onConnectionError } = reports;
    const changes = createChangeListener({ databaseUrl, primary: database.primary, onConnectionError });
    for (const part of [database, changes] as const) {
      stops.push(() => part.stop());
      await part.start();
    }
    const context = await makeContext(config, database, changes, options);
    await proveCentreKey(context);
    return { context, database, standby, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Brings the database to this version; returns what it applied. With the owner's URL alone it renews the rights of the
 * roles that serve there already. The embedded server comes there by itself at each start.
 */
export async function migrateDatabase(config: PmsConfig): Promise<readonly string[]> {
  const { database, migrationUrl } = config;
  if (migrationUrl !== undefined) return migrate({ ...database, migrationUrl });
  if (database !== undefined) throw new AppError('configuration-invalid', { setting: 'DATABASE_MIGRATION_URL' });
  const core = await openCore(config, createLog('silent'), { join: true });
  await core.stop();
  return [];
}

async function openDatabase(
  config: PmsConfig,
  log: Log,
  join: boolean,
  stops: (() => Promise<void>)[],
): Promise<{ readonly databaseUrl: string }> {
  if (config.database !== undefined) return config.database;
  // Who names a database of their own never means the embedded one.
  if (config.migrationUrl !== undefined) throw new AppError('configuration-invalid', { setting: 'DATABASE_URL' });
  const embedded: EmbeddedPostgres = createEmbeddedPostgres({
    dataDir: config.dataDir,
    join,
    onEvent: (event, facts) => log.warn({ event: `postgres-${event}`, ...facts }),
  });
  stops.push(() => embedded.stop());
  const urls: DatabaseUrls = await embedded.start();
  const applied = await migrate(urls);
  if (applied.length > 0) log.info({ event: 'migrated', applied });
  return urls;
}

async function makeContext(
  config: PmsConfig,
  database: TenantDatabase,
  changes: ChangeListener,
  options: PmsOptions,
): Promise<UseCaseContext> {
  const now = options.now ?? Date.now;
  return {
    withTenant: database.withTenant,
    subscribe: changes.subscribe,
    now,
    newId: () => uuidV7(now(), randomBytes(10)),
    randomBytes: (size) => randomBytes(size),
    passwords: createPasswords(options.passwordCost ?? usualCost),
    centreKey: await loadCentreKey(config.centreKeyFile),
  };
}

async function openHttp(config: PmsConfig, log: Log, core: Core, metrics: Metrics): Promise<HttpServer> {
  const doorway = new Doorway();
  const http: HttpServer = await createHttpServer<Caller>({
    routes: routeTable(core.context, metrics, doorway, {
      dependencies: () => databaseDependencies(core.database, config.standbyLost ?? 'wait'),
      metrics,
      standbyLost: () => core.standby.lost,
      document: () => http.document(),
    }),
    pages: pageTable,
    identify: (access, token, headers) =>
      access === 'edge'
        ? doorway.pass(headers, () => identifyEdge(core.context, token))
        : identify(core.context, access as Exclude<Access, 'edge'>, token),
    onAnswer: (facts) => metrics.onAnswer(facts),
    log,
    requestsPerMinute: config.requestsPerMinute,
    mayTry: (what, perMinute) => mayTry(core.context, what, perMinute),
  });
  return http;
}

function openTicketPages(http: HttpServer, context: UseCaseContext, log: Log, metrics: Metrics): TicketPages {
  const ticketPages = createTicketPages({
    server: http.server,
    service: {
      findClinic: (publicId) => findClinicOfPage(context, publicId),
      read: (clinicId, publicId) => readTicketPage(context, clinicId, publicId),
      readCommand: readTicketCommand,
      send: (clinicId, publicId, command) => sendTicketCommand(context, clinicId, publicId, command),
      subscribe: (clinicId, listener) => context.subscribe(visitsTopic(clinicId), listener),
    },
    now: context.now,
    newStream: () => Buffer.from(context.randomBytes(9)).toString('base64url'),
    onError: (error) => log.error({ event: 'ticket-page-failed', err: error }),
    onCount: (open) => metrics.ticketPages(open),
  });
  ticketPages.start();
  return ticketPages;
}

async function identify(
  context: UseCaseContext,
  access: Exclude<Access, 'edge'>,
  token: string | undefined,
): Promise<Identified<Caller>> {
  if (access === 'anyone' || access === 'loopback') return { ok: true, caller: { kind: 'anyone' } };
  if (token === undefined) return { ok: false, code: 'unauthenticated' };
  const user = await authenticateUser(context, token);
  if (user === undefined) return { ok: false, code: 'unauthenticated' };
  const allowed: readonly CentreRole[] = access;
  return allowed.includes(user.role)
    ? { ok: true, caller: { kind: 'user', user, token } }
    : { ok: false, code: 'not-allowed' };
}

async function identifyEdge(context: UseCaseContext, token: string | undefined): Promise<Identified<Caller>> {
  const edge = token === undefined ? undefined : await authenticateEdge(context, token);
  if (edge === undefined) return { ok: false, code: 'unauthenticated' };
  return { ok: true, caller: { kind: 'edge', clinicId: edge.clinicId } };
}

/** As reached from this machine. */
function urlOf(http: HttpServer): string {
  return `http://localhost:${(http.server.address() as AddressInfo).port}`;
}

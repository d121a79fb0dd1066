// The settings of the centre, read from the environment once. API.md lists them.

import { resolve } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { logLevels, type LogLevel } from '@foyer/contracts/log-level.ts';

export interface PmsConfig {
  /** Keys, and the embedded PostgreSQL where there is no other. */
  readonly dataDir: string;
  readonly bind: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** The weak role that serves. Absent: the embedded server, unless `migrationUrl` names another. */
  readonly database?: { readonly databaseUrl: string };
  /** The owner of the tables, for `migrate` alone. */
  readonly migrationUrl?: string;
  /** What becomes of writes while the standby of a pair is lost: refused (where absent), or kept on the primary alone. */
  readonly standbyLost?: StandbyLost;
  /** 32 bytes that wrap the keys kept in the database; made when missing. */
  readonly centreKeyFile: string;
  readonly logLevel: LogLevel;
  /** From one address, over all routes that set no limit of their own. */
  readonly requestsPerMinute: number;
}

const standbyLostChoices = ['wait', 'degrade'] as const;
type StandbyLost = (typeof standbyLostChoices)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `configuration-invalid` with the setting's name. */
export function readConfig(environment: Environment): PmsConfig {
  const dataDir = resolve(environment['FOYER_DATA_DIR'] ?? './data');
  const databaseUrl = environment['DATABASE_URL'] || undefined;
  const migrationUrl = environment['DATABASE_MIGRATION_URL'] || undefined;
  return {
    dataDir,
    bind: environment['FOYER_BIND'] ?? '0.0.0.0',
    port: integer(environment, 'FOYER_PMS_PORT', 8090, 0, 65_535),
    ...(databaseUrl === undefined ? {} : { database: { databaseUrl } }),
    ...(migrationUrl === undefined ? {} : { migrationUrl }),
    standbyLost: oneOf(environment, 'FOYER_STANDBY_LOST', standbyLostChoices),
    centreKeyFile: resolve(environment['FOYER_PMS_KEY_FILE'] ?? `${dataDir}/centre.key`),
    logLevel: logLevel(environment['FOYER_LOG_LEVEL'] || 'info'),
    requestsPerMinute: integer(environment, 'FOYER_PMS_REQUESTS_PER_MINUTE', 1_200, 1, 1_000_000),
  };
}

function integer(environment: Environment, name: string, usual: number, from: number, until: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > until)
    throw new AppError('configuration-invalid', { setting: name });
  return value;
}

/** The first where it is not set. */
function oneOf<T extends string>(environment: Environment, name: string, choices: readonly [T, ...T[]]): T {
  const text = environment[name] || choices[0];
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw new AppError('configuration-invalid', { setting: name });
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (level !== undefined) return level;
  throw new AppError('configuration-invalid', { setting: 'FOYER_LOG_LEVEL' });
}

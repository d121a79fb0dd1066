// What an operator's backup and restore of the whole centre are made of: the embedded server, joined where it runs, or a
// PostgreSQL of one's own, of which the base backup alone is ours to take.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { backUp } from './adapters/postgres/backup/back-up.ts';
import { restore, type Restored } from './adapters/postgres/backup/restore.ts';
import type { BaseBackup } from './adapters/postgres/backup/rules.ts';
import { createEmbeddedPostgres } from './adapters/postgres/embedded.ts';
import { createPrimary } from './adapters/postgres/primary.ts';
import { findServerUser } from './adapters/postgres/server-user.ts';
import type { PmsConfig } from './config/settings.ts';

export interface DatabaseBackup extends BaseBackup {
  /** Whether the server's log goes into the folder from now on. */
  readonly followsLog: boolean;
}

export async function backUpDatabase(
  config: PmsConfig,
  { folder, keep }: { readonly folder: string; readonly keep: number },
): Promise<DatabaseBackup> {
  const { database, migrationUrl, dataDir } = config;
  if (migrationUrl !== undefined) {
    const connectionUrl = await createPrimary({ databaseUrl: migrationUrl }).url();
    return { ...(await backUp({ connectionUrl, folder, keep })), followsLog: false };
  }
  if (database !== undefined) throw new AppError('configuration-invalid', { setting: 'DATABASE_MIGRATION_URL' });
  const embedded = createEmbeddedPostgres({ dataDir, join: true });
  const { adminUrl } = await embedded.start();
  try {
    const connectionUrl = adminUrl.replace(/\/postgres$/, '/foyer');
    const ourServer = { user: await findServerUser() };
    return { ...(await backUp({ connectionUrl, folder, keep, ourServer })), followsLog: true };
  } finally {
    await embedded.stop();
  }
}

export function restoreDatabase(folder: string, dataDir: string, until: EpochMs | undefined): Promise<Restored> {
  return restore({ folder, dataDir, ...(until === undefined ? {} : { until }) });
}

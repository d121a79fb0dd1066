// `backup` and `restore`: what an operator types for the whole centre.

import { resolve } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { backUpDatabase, restoreDatabase } from './compose-backup.ts';
import type { PmsConfig } from './config/settings.ts';

const usuallyKept = 7;

/** The lines to print. */
export async function backupVerb(
  config: PmsConfig,
  { to, keep }: { readonly to: string; readonly keep: string | undefined },
): Promise<readonly string[]> {
  const kept = Number(keep ?? usuallyKept);
  if (!Number.isInteger(kept) || kept < 1) throw new AppError('configuration-invalid', { setting: '--keep' });
  const { name, followsLog } = await backUpDatabase(config, { folder: to, keep: kept });
  return [
    `base ${name}`,
    followsLog
      ? `the log follows into ${resolve(to, 'wal')}, a minute behind at most`
      : 'the log does not follow: set archive_command of this server (docs/centre.md)',
  ];
}

/** The lines to print; throws `restore-not-whole` where they should not be believed. */
export async function restoreVerb({
  from,
  until,
  into,
}: {
  readonly from: string;
  readonly until: string | undefined;
  readonly into: string;
}): Promise<readonly string[]> {
  const { base, rows, clinics, faults } = await restoreDatabase(from, into, momentOf(until));
  if (faults.length > 0) throw new AppError('restore-not-whole', { faults });
  return [
    `from base ${base.name}${until === undefined ? '' : `, until ${until}`}`,
    ...Object.entries(rows).map(([table, count]) => `${table} ${count}`),
    `the logs of ${clinics} clinics are whole`,
    'its log goes nowhere yet: back it up to a new folder, and keep centre.key beside it',
  ];
}

/** With its zone: a moment is one everywhere. */
function momentOf(until: string | undefined): EpochMs | undefined {
  if (until === undefined) return undefined;
  const at = /(Z|[+-]\d\d:\d\d)$/.test(until) ? Date.parse(until) : Number.NaN;
  if (Number.isNaN(at)) throw new AppError('configuration-invalid', { setting: '--until' });
  return at;
}

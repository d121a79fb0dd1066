// The continuous half of a backup: the server copies each finished piece of its log into a folder and calls it kept only
// when it is on the disk, name and all. A piece is finished when it is full, a minute after its first change, or now.
// Source: https://www.postgresql.org/docs/18/continuous-archiving.html

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@foyer/contracts/app-error.ts';
import type pg from 'pg';

const copiesNothing = 'true';
const longestOpenSeconds = 60;
const [pollMs, againAfterMs, giveUpAfterMs] = [50, 3_000, 60_000];

/** What PostgreSQL runs for each piece. One that is there already has to be the same. */
export function archiveCommand(walDir: string): string {
  const dir = quoted(walDir);
  const copy = `cp "%p" ${dir}/.%f && sync ${dir}/.%f && mv ${dir}/.%f ${dir}/%f`;
  return `if test -e ${dir}/%f; then cmp -s "%p" ${dir}/%f; else ${copy}; fi && sync ${dir}`;
}

/** What PostgreSQL runs for each piece that it needs back. */
export function restoreCommand(walDir: string): string {
  return `cp ${quoted(walDir)}/%f "%p"`;
}

/** With copies switched on and nowhere to go, the server would keep its whole log. */
export async function leaveLogUncopied(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ command: string }>(`select current_setting('archive_command') as command`);
  if (rows[0]?.command === '') await setArchiveCommand(client, copiesNothing);
}

/** Whatever the cluster did before: a restored one must not write into the folder that it came from. */
export async function endCopies(client: pg.Client): Promise<void> {
  await setArchiveCommand(client, copiesNothing);
}

/** From now on, over restarts too. */
export async function copyLogTo(client: pg.Client, walDir: string): Promise<void> {
  await setArchiveCommand(client, archiveCommand(walDir));
  await client.query(`alter system set archive_timeout = ${longestOpenSeconds}`);
  await client.query('select pg_reload_conf()');
}

/** Resolves when all that is committed now is in the folder, on its disk. Throws `archive-failed`. */
export async function copyLogNow(client: pg.Client, walDir: string): Promise<void> {
  const deadline = Date.now() + giveUpAfterMs;
  const failedBefore = await failures(client);
  while (Date.now() < deadline) {
    const segment = await finishSegment(client);
    // A piece that was finished just before the command changed is nowhere: then the next one.
    for (const again = Date.now() + againAfterMs; Date.now() < again; await pause(pollMs)) {
      if (await isThere(join(walDir, segment))) return;
      if ((await failures(client)) > failedBefore) throw new AppError('archive-failed', { folder: walDir });
    }
  }
  throw new AppError('archive-failed', { folder: walDir });
}

async function setArchiveCommand(client: pg.Client, command: string): Promise<void> {
  await client.query(`alter system set archive_command = ${client.escapeLiteral(command)}`);
  await client.query('select pg_reload_conf()');
}

/** A commit first: a restore can end at any moment that lies before one, and a piece without a change is not finished. */
async function finishSegment(client: pg.Client): Promise<string> {
  await client.query('select pg_current_xact_id()');
  const { rows } = await client.query<{ segment: string }>(
    `select pg_walfile_name(pg_create_restore_point('foyer')) as segment`,
  );
  await client.query('select pg_switch_wal()');
  return rows[0]?.segment ?? '';
}

async function failures(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ failed: string }>('select failed_count as failed from pg_stat_archiver');
  return Number(rows[0]?.failed);
}

/** For the shell, inside a setting where `%` has a meaning. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

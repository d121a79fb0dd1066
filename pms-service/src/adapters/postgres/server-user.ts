// Whom PostgreSQL runs as. It refuses to be root, so under root it drops to the system's `postgres` user, made when
// missing. That user may be unable to walk to our files (a checkout under /root, mode 0700): then it keeps the one
// capability that lets it, CAP_DAC_OVERRIDE, through setpriv. An ordinary user runs it as itself.

import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';

export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface CommandLine {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const run = promisify(execFile);
const userName = 'postgres';

/** The user to drop to; undefined when we are not root and need not drop. */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await lookUp(userName);
  if (known !== undefined) return known;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', userName]);
  } catch (cause) {
    throw new AppError('database-user-missing', { user: userName }, { cause });
  }
  const made = await lookUp(userName);
  if (made === undefined) throw new AppError('database-user-missing', { user: userName });
  return made;
}

/** The command line that runs `file` as `user`, able to reach every one of `paths`. */
export async function commandAs(
  user: ServerUser | undefined,
  file: string,
  args: readonly string[],
  paths: readonly string[],
): Promise<CommandLine> {
  if (user === undefined) return { file, args };
  const reachable = await Promise.all([file, ...paths].map((path) => canReach(path)));
  if (reachable.every(Boolean)) return { file, args, uid: user.uid, gid: user.gid };
  return {
    file: 'setpriv',
    args: [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      '--',
      file,
      ...args,
    ],
  };
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const fields = lines.map((line) => line.split(':')).find(([user]) => user === name);
  return fields === undefined ? undefined : { name, uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** Whether everyone may walk through every folder above the path. */
async function canReach(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

// One connection of the pool while somebody has it for a transaction. Whatever breaks on the way comes out as a coded error.
// 1. A COMMIT that got no answer is said to be one: `commit-unanswered`, which is neither done nor to be repeated blindly.
// 2. After a fault nothing more is asked on it, so that no part of a transaction is taken for an answer of the database.
// 3. While the standby is lost, what would wait for it is refused, or is committed on the primary alone, as it is set up.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { isLineLost, isLockTimedOut } from './line-faults.ts';

/** How a transaction that writes is committed now. */
export const Commits = {
  /** As the server is set up: where it has a standby, once that has it too. */
  usual: 'usual',
  /** Not at all. */
  refused: 'refused',
  /** On the primary alone. */
  local: 'local',
} as const;
export type Commits = (typeof Commits)[keyof typeof Commits];

export interface LoanOptions {
  readonly client: pg.PoolClient;
  readonly commits: Commits;
  /** Whether a commit may count whose wait for the standby the server broke off. */
  readonly isLocalEnough: boolean;
  /** Called around a COMMIT, so that one that waits too long can be given up. */
  readonly onCommit: (isUnderWay: boolean) => void;
  readonly onFault: (fault: AppError) => void;
  readonly onLocalCommit: () => void;
}

interface Answer {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: readonly unknown[];
}

const soon = { retryAfterSeconds: 2 };
/** Something that waits for its commit: a note goes off without. */
const hasWritten = `select pg_current_xact_id_if_assigned() is not null
  and current_setting('synchronous_commit') <> 'off' as written`;
const nothing: Answer = { command: 'ROLLBACK', rowCount: 0, rows: [] };
/** A transaction whose commit waits for the standby holds its locks until then. */
const afterBegin: Readonly<Record<Commits, string | undefined>> = {
  usual: undefined,
  refused: "set local lock_timeout = '1s'",
  local: 'set local synchronous_commit = local',
};

export function lend(options: LoanOptions): PostgresPoolClient {
  const { client, commits } = options;
  let fault: AppError | undefined;
  let isCommitting = false;
  let isWaitBrokenOff = false;

  /** The server gave up waiting for the standby, and says so in passing. */
  const onNotice = ({ severity, code }: { readonly severity?: unknown; readonly code?: unknown }): void => {
    if (isCommitting && severity === 'WARNING' && code === '01000') isWaitBrokenOff = true;
  };
  client.on('notice', onNotice);

  async function ask(text: string, parameters: readonly unknown[] = []): Promise<Answer> {
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      throw faultOf(error) ?? error;
    }
  }

  function faultOf(error: unknown): AppError | undefined {
    if (isLineLost(error)) return fail(isCommitting ? 'commit-unanswered' : 'database-away', error);
    return commits === Commits.refused && isLockTimedOut(error) ? fail('standby-lost', error) : undefined;
  }

  function fail(code: 'commit-unanswered' | 'database-away' | 'standby-lost', cause?: unknown): AppError {
    fault = new AppError(code, soon, { cause });
    options.onFault(fault);
    return fault;
  }

  async function begin(text: string): Promise<Answer> {
    const begun = await ask(text);
    const next = afterBegin[commits];
    if (next !== undefined) await ask(next);
    return begun;
  }

  async function commit(): Promise<Answer> {
    const isLocal = commits !== Commits.usual && isWritten(await ask(hasWritten));
    if (isLocal && commits === Commits.refused) throw fail('standby-lost');
    isCommitting = true;
    options.onCommit(true);
    try {
      const answer = await ask('commit');
      if (isWaitBrokenOff && !options.isLocalEnough) throw fail('commit-unanswered');
      if (isLocal || isWaitBrokenOff) options.onLocalCommit();
      return answer;
    } finally {
      options.onCommit(false);
      isCommitting = false;
    }
  }

  async function query(text: string, parameters: readonly unknown[]): Promise<Answer> {
    // What the server does by itself once the line is gone; the error that led here is the one to hear of.
    if (fault !== undefined && text === 'rollback') return nothing;
    if (fault !== undefined) throw fault;
    if (text === 'begin') return begin(text);
    return text === 'commit' ? commit() : ask(text, parameters);
  }

  return {
    query: query as PostgresPoolClient['query'],
    release() {
      client.off('notice', onNotice);
      // Closed where something failed on it: the server then rolls back what was begun.
      client.release(fault !== undefined);
    },
  };
}

function isWritten({ rows }: Answer): boolean {
  return (rows[0] as { readonly written?: boolean } | undefined)?.written === true;
}

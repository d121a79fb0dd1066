// Connections to the server that takes writes, as Kysely wants them. When that server moves or goes, all of them are let go
// at once, lent ones too, and nobody waits on for one: a machine that is gone never says so.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { isLineLost } from './line-faults.ts';
import { lend, type Commits } from './loan.ts';
import type { Primary } from './primary.ts';

export interface PrimaryPoolOptions {
  readonly primary: Primary;
  readonly config: Omit<pg.PoolConfig, 'connectionString'>;
  /** How the next transaction is committed. */
  readonly commits: () => Commits;
  readonly isLocalEnough: boolean;
  readonly onConnectionError?: ((error: Error) => void) | undefined;
  readonly onUnansweredCommit?: (() => void) | undefined;
  readonly onLocalCommit?: (() => void) | undefined;
}

export interface PrimaryPool extends PostgresPool {
  /** Lets those go whose COMMIT has waited for so long; they hear that it got no answer. */
  giveUpCommits(afterMs: number): void;
}

/** The pool of one server, and who has or wants a connection of it. */
interface Line {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly clients: Set<pg.Client>;
  readonly waiting: Set<(gone: Error) => void>;
  isCut: boolean;
}

const connectLimitMs = 15_000;
/** How long what is under way may take once the service stops. */
const graceMs = 2_000;

export function createPrimaryPool(options: PrimaryPoolOptions): PrimaryPool {
  const { primary } = options;
  const committing = new Map<pg.PoolClient, number>();
  let line: Line | undefined;
  let isEnding = false;
  primary.onMoved((url) => {
    if (line !== undefined && line.url !== url) letGo();
  });

  function lineTo(url: string): Line {
    if (line !== undefined && line.url !== url) letGo();
    line ??= open(url);
    return line;
  }

  function open(url: string): Line {
    const clients = new Set<pg.Client>();
    class TrackedClient extends pg.Client {
      constructor(config?: pg.ClientConfig) {
        super({ ...config, connectionTimeoutMillis: connectLimitMs });
        clients.add(this);
        // What a lent one loses is said by the query that fails of it.
        this.on('error', () => undefined);
        this.once('end', () => clients.delete(this));
      }
    }
    const pool = new pg.Pool({ ...options.config, connectionString: url, Client: TrackedClient });
    pool.on('error', (error) => {
      if (isEnding) return; // a server that stops right behind us tells connections that are on their way out
      options.onConnectionError?.(error);
      primary.doubt();
    });
    return { url, pool, clients, waiting: new Set(), isCut: false };
  }

  function letGo(): void {
    const gone = line;
    line = undefined;
    if (gone === undefined) return;
    gone.isCut = true;
    for (const refuse of gone.waiting) refuse(new Error('connection terminated: another server takes writes'));
    for (const client of gone.clients) closeNow(client);
    gone.pool.end().catch(() => undefined);
  }

  function borrow(from: Line): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      from.waiting.add(reject);
      from.pool
        .connect()
        .then((client) => {
          if (from.isCut) client.release(true);
          else resolve(client);
        }, reject)
        .finally(() => from.waiting.delete(reject));
    });
  }

  return {
    options: options.config,
    async connect() {
      const from = lineTo(await primary.url());
      const client = await borrow(from).catch((cause: unknown) => {
        primary.doubt();
        throw isLineLost(cause) ? new AppError('database-away', { retryAfterSeconds: 1 }, { cause }) : cause;
      });
      return lend({
        client,
        commits: options.commits(),
        isLocalEnough: options.isLocalEnough,
        onCommit(isUnderWay) {
          if (isUnderWay) committing.set(client, performance.now());
          else committing.delete(client);
        },
        onFault({ code }) {
          if (code !== 'standby-lost') primary.doubt();
          if (code === 'commit-unanswered') options.onUnansweredCommit?.();
        },
        onLocalCommit: () => options.onLocalCommit?.(),
      });
    },
    giveUpCommits(afterMs) {
      const before = performance.now() - afterMs;
      for (const [client, since] of committing) if (since <= before) closeNow(client);
    },
    async end() {
      isEnding = true;
      const last = line;
      line = undefined;
      if (last === undefined) return;
      const force = setTimeout(() => [...last.clients].forEach(closeNow), graceMs);
      await last.pool.end();
      clearTimeout(force);
    },
  };
}

/** With a query under way, without waiting for its answer. */
function closeNow(client: pg.Client | pg.PoolClient): void {
  (client as pg.Client).end().catch(() => undefined);
}

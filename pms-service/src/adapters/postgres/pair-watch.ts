// Watches over the primary beside the pool: that it answers, and that its standby confirms commits, which a small commit of
// its own shows once a second where the server is set up to wait for one. It needs no rights beyond the weak role's.
// Source: docs/centre-pair.md.

import pg from 'pg';
import type { Primary } from './primary.ts';

export const Standby = {
  /** The server waits for none. */
  none: 'none',
  here: 'here',
  /** Commits wait for it, and it does not confirm them. */
  lost: 'lost',
} as const;
export type Standby = (typeof Standby)[keyof typeof Standby];

export interface PairWatch {
  readonly name: 'pair-watch';
  start(): void;
  stop(): Promise<void>;
  readonly standby: Standby;
}

export interface PairWatchOptions {
  readonly primary: Primary;
  /** Breaks off the waiting of our own commits while the standby is lost: what they wrote is on the primary. */
  readonly breaksOffWaits: boolean;
  readonly onStandby: (standby: Standby) => void;
  /** At every look that finds the standby lost. */
  readonly onStillLost: () => void;
  readonly everyMs: number;
  /** How long a commit waits before the standby counts as lost. */
  readonly lostAfterMs: number;
}

const answerLimitMs = 5_000;

const stateSql = `
  select current_setting('synchronous_standby_names') as names,
    coalesce((select wait_event = 'SyncRep' from pg_stat_activity where pid = $1), false) as waits`;
/** Changes no row; a commit of it is one like any other. */
const beatSql = `select pg_logical_emit_message(true, 'foyer', 'beat')`;
const breakOffSql = `
  select pg_cancel_backend(pid) from pg_stat_activity
  where usename = current_user and wait_event = 'SyncRep' and application_name = 'foyer-pms'`;

export function createPairWatch(options: PairWatchOptions): PairWatch {
  const { primary, everyMs, lostAfterMs } = options;
  let standby: Standby = Standby.none;
  let asking: pg.Client | undefined;
  let beating: Beating | undefined;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  let isRunning = false;
  let endMoves = (): void => undefined;

  function become(next: Standby): void {
    if (next === standby) return;
    standby = next;
    options.onStandby(next);
  }

  function letGo(): void {
    for (const client of [asking, beating?.client]) client?.end().catch(() => undefined);
    [asking, beating] = [undefined, undefined];
  }

  async function look(): Promise<void> {
    try {
      asking ??= await open(await primary.url());
      const { rows } = await asking.query<{ names: string; waits: boolean }>(stateSql, [beating?.pid ?? 0]);
      const { names = '', waits = false } = rows[0] ?? {};
      if (names === '') become(Standby.none);
      else await followBeat(asking, waits);
    } catch {
      letGo();
      primary.doubt();
    }
  }

  async function followBeat(client: pg.Client, isWaiting: boolean): Promise<void> {
    if (beating === undefined) beating = await openBeating();
    else if (beating.since === undefined) become(Standby.here);
    else if (isWaiting && performance.now() - beating.since >= lostAfterMs) {
      if (standby !== Standby.lost) primary.doubt(); // or another one was promoted meanwhile
      become(Standby.lost);
      if (options.breaksOffWaits) await client.query(breakOffSql);
      options.onStillLost();
    }
    if (beating.since === undefined) beat(beating);
  }

  async function openBeating(): Promise<Beating> {
    const client = await open(await primary.url(), { query_timeout: 0 });
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return { client, pid: rows[0]?.pid ?? 0, since: undefined };
  }

  function beat(one: Beating): void {
    one.since = performance.now();
    one.client.query(beatSql).then(
      () => {
        one.since = undefined;
        if (beating === one) become(Standby.here);
      },
      () => {
        if (beating === one) beating = undefined;
      },
    );
  }

  function lookLater(): void {
    timer = setTimeout(() => {
      current = look().then(() => {
        if (isRunning) lookLater();
      });
    }, everyMs);
  }

  return {
    name: 'pair-watch',
    start() {
      isRunning = true;
      endMoves = primary.onMoved(letGo);
      lookLater();
    },
    async stop() {
      isRunning = false;
      endMoves();
      clearTimeout(timer);
      letGo();
      await current;
      clearTimeout(timer);
      letGo();
    },
    get standby() {
      return standby;
    },
  };
}

interface Beating {
  readonly client: pg.Client;
  readonly pid: number;
  /** Undefined: no commit of it is under way. */
  since: number | undefined;
}

async function open(url: string, config: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'foyer-watch',
    connectionTimeoutMillis: answerLimitMs,
    query_timeout: answerLimitMs,
    ...config,
  });
  client.on('error', () => undefined); // said by the query that fails of it
  await client.connect();
  return client;
}

// Tells whoever waits that something of a topic changed, in this copy of the service or another: LISTEN and NOTIFY.
// A hint and never the truth: who is told reads again, and reads again by itself after a while when nobody tells.

import { sql } from 'kysely';
import pg from 'pg';
import type { Primary } from './primary.ts';
import type { Transaction } from './tenant.ts';

export interface ChangeListener {
  readonly name: 'changes';
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Calls `listener` after each change of the topic; returns what ends that. */
  readonly subscribe: (topic: string, listener: () => void) => () => void;
}

const channel = 'foyer_changes';
const [reconnectMs, connectLimitMs] = [1_000, 15_000];

export function feedTopic(clinicId: string): string {
  return `feed:${clinicId}`;
}
export function visitsTopic(clinicId: string): string {
  return `visits:${clinicId}`;
}

/** Those who listen hear of it when the transaction commits, and not when it rolls back. */
export async function announce(tx: Transaction, topic: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${topic})`.execute(tx);
}

export function createChangeListener(options: {
  readonly databaseUrl: string;
  /** Where there is more than one server: which of them to listen at. */
  readonly primary?: Pick<Primary, 'url' | 'onMoved'>;
  readonly onConnectionError?: (error: Error) => void;
}): ChangeListener {
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let endMoves = (): void => undefined;
  /** How often another server came to be the one that is written to. */
  let moves = 0;

  async function connect(): Promise<void> {
    const before = moves;
    const next = new pg.Client({
      connectionString: (await options.primary?.url()) ?? options.databaseUrl,
      application_name: 'foyer-changes',
      connectionTimeoutMillis: connectLimitMs,
    });
    next.on('error', (error) => {
      if (!stopped) options.onConnectionError?.(error);
      if (client === next) connectLater();
    });
    next.on('notification', ({ payload }) => tell(listeners.get(payload ?? '')));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (stopped || moves !== before) throw new Error('listened at a server that is no longer written to');
    } catch (error) {
      next.end().catch(() => undefined);
      throw error;
    }
    client = next;
  }

  function connectLater(): void {
    client = undefined;
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      connect().then(() => {
        // What was announced meanwhile is not known: everybody looks.
        for (const set of listeners.values()) tell(set);
      }, connectLater);
    }, reconnectMs);
  }

  /** A server that is no longer written to tells nothing more, and may never say that it is gone. */
  function leave(): void {
    moves += 1;
    if (client === undefined) return; // it is on its way
    client.end().catch(() => undefined);
    connectLater();
  }

  return {
    name: 'changes',
    async start() {
      stopped = false;
      await connect();
      endMoves = options.primary?.onMoved(leave) ?? endMoves;
    },
    async stop() {
      stopped = true;
      endMoves();
      clearTimeout(timer);
      timer = undefined;
      await client?.end();
      client = undefined;
    },
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic);
      };
    },
  };
}

function tell(set: Set<() => void> | undefined): void {
  for (const listener of set ?? []) listener();
}

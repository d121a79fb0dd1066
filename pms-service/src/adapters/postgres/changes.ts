// Tells whoever waits that something of a topic changed, in this copy of the service or another: LISTEN and NOTIFY.
// A hint and never the truth: who is told reads again, and reads again by itself after a while when nobody tells.

import { sql } from 'kysely';
import pg from 'pg';
import type { Transaction } from './tenant.ts';

export interface ChangeListener {
  readonly name: 'changes';
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Calls `listener` after each change of the topic; returns what ends that. */
  readonly subscribe: (topic: string, listener: () => void) => () => void;
}

const channel = 'foyer_changes';
const reconnectMs = 1_000;

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
  readonly onConnectionError?: (error: Error) => void;
}): ChangeListener {
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: options.databaseUrl,
      application_name: 'foyer-changes',
    });
    next.on('error', (error) => {
      if (!stopped) options.onConnectionError?.(error);
      connectLater();
    });
    next.on('notification', ({ payload }) => tell(listeners.get(payload ?? '')));
    await next.connect();
    await next.query(`listen ${channel}`);
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

  return {
    name: 'changes',
    async start() {
      stopped = false;
      await connect();
    },
    async stop() {
      stopped = true;
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

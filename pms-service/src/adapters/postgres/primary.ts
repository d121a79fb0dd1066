// Knows which server of DATABASE_URL takes writes, and finds it anew when somebody doubts it.
// 1. Who asks while it is looked for waits for the answer; where none is found, for a moment more, then hears why.
// 2. Whatever held on to the one before hears at once that it has moved, or is away.
// 3. While it is away it is looked for again and again.
// 4. One that is slow to answer is kept, unless another was promoted: a machine under a storm is not a dead one.

import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@foyer/contracts/app-error.ts';
import { askServer } from './ask-server.ts';
import { choosePrimary, type Found, type HostAnswer } from './choose-primary.ts';
import { hostOf, readHosts } from './database-hosts.ts';
import { isLineLost } from './line-faults.ts';

export interface Primary {
  readonly name: 'primary';
  /** Throws `database-away` or `no-primary`. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The address of the server to write to. Throws `database-away` or `no-primary`, with when to come again. */
  url(): Promise<string>;
  /** Something failed on it: is it still the one? */
  doubt(): void;
  /** Told with the new address, and with undefined while there is none. Returns what ends that. */
  onMoved(listener: (url: string | undefined) => void): () => void;
}

export interface PrimaryOptions {
  readonly databaseUrl: string;
  readonly onEvent?: ((event: 'primary-found' | 'primary-lost', facts: object) => void) | undefined;
  readonly now?: () => number;
}

const lookEveryMs = 250;
/** How long one may take to answer before it is silent; where there is no other, nothing is gained by giving up soon. */
const [limitMs, limitAloneMs] = [5_000, 15_000];
/** A failover is over soon: whoever asks in its first seconds waits, later nobody does. */
const [patienceMs, patientForMs] = [1_000, 10_000];
const longestRetrySeconds = 15;
/** How long one that is written to may be slow before it is away. */
const longestSlowMs = 15_000;

export function createPrimary(options: PrimaryOptions): Primary {
  const hosts = readHosts(options.databaseUrl);
  const now = options.now ?? Date.now;
  const listeners = new Set<(url: string | undefined) => void>();
  let found: Found | undefined;
  let newest = 0;
  let fault: { readonly code: 'database-away' | 'no-primary'; readonly cause: unknown } | undefined;
  let awaySince: number | undefined;
  let slowSince: number | undefined;
  let looking: Promise<void> | undefined;
  let back = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;

  function look(): Promise<void> {
    looking ??= askAll().then((answers) => {
      looking = undefined;
      settle(answers);
    });
    return looking;
  }

  /** All of them; but where one has been promoted since, nobody waits for those that are silent. */
  function askAll(): Promise<readonly HostAnswer[]> {
    const limit = hosts.length === 1 || newest === 0 ? limitAloneMs : limitMs;
    return new Promise((resolve) => {
      const answers: HostAnswer[] = [];
      for (const host of hosts) {
        void askServer(host, limit).then((answer) => {
          answers.push(answer);
          const isPromoted = newest > 0 && answer.kind === 'takes-writes' && answer.timeline > newest;
          if (isPromoted) resolve([answer]);
          else if (answers.length === hosts.length) resolve(answers);
        });
      }
    });
  }

  function settle(answers: readonly HostAnswer[]): void {
    clearTimeout(timer);
    const before = found;
    const choice = choosePrimary(answers, newest);
    if (choice.ok) {
      found = choice.found;
      newest = Math.max(newest, found.timeline);
      [fault, awaySince, slowSince] = [undefined, undefined, undefined];
      if (before?.url === found.url && before.timeline === found.timeline) return;
      back.resolve();
      options.onEvent?.('primary-found', { host: hostOf(found.url), timeline: found.timeline });
      tell(found.url);
      return;
    }
    if (isRunning) timer = setTimeout(() => void look(), lookEveryMs);
    if (answers.some((answer) => answer.url === before?.url && answer.kind === 'silent' && answer.isSlow)) {
      slowSince ??= now();
      if (now() - slowSince < longestSlowMs) return;
    }
    found = undefined;
    fault = { code: choice.code, cause: answers.find((answer) => answer.kind === 'silent')?.cause };
    if (awaySince === undefined) {
      awaySince = now();
      back = Promise.withResolvers();
      const said = answers.map(({ kind, url }) => ({ host: hostOf(url), kind }));
      options.onEvent?.('primary-lost', { code: choice.code, hosts: said });
      tell(undefined);
    }
  }

  function tell(url: string | undefined): void {
    for (const listener of listeners) listener(url);
  }

  function away(): unknown {
    const { code = 'database-away', cause } = fault ?? {};
    // A server that does not let us in, or knows no such database, says so best itself.
    if (code === 'database-away' && cause !== undefined && !isLineLost(cause)) return cause;
    const seconds = (now() - (awaySince ?? now())) / 1_000;
    const retryAfterSeconds = Math.min(longestRetrySeconds, Math.max(1, Math.round(seconds / 4)));
    return new AppError(code, { retryAfterSeconds }, { cause });
  }

  async function stop(): Promise<void> {
    isRunning = false;
    clearTimeout(timer);
    await looking;
  }

  return {
    name: 'primary',
    async start() {
      isRunning = true;
      await look();
      if (found !== undefined) return;
      await stop();
      throw away();
    },
    stop,
    async url() {
      await looking;
      if (found === undefined && isRunning && now() - (awaySince ?? now()) < patientForMs) {
        await Promise.race([back.promise, pause(patienceMs, undefined, { ref: false })]);
      } else if (found === undefined && !isRunning) await look();
      if (found === undefined) throw away();
      return found.url;
    },
    doubt() {
      if (isRunning && found !== undefined) void look();
    },
    onMoved(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

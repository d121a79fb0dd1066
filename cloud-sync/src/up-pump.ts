// Drives the upward half: asks the pure core what comes next and does it, one thing at a time. While a batch is on its
// way the next one is read and packed, and it is sent only if the answer leads to it.

import { AppError } from '@foyer/contracts/app-error.ts';
import { maxBatchBytes, maxRowsPerBatch, type Position, type UpBatch } from '@foyer/contracts/sync-protocol.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { base64, sameEpoch, toBatch } from './batch.ts';
import { Busy, type RelayClock, type RelayLog, type RelayTransport } from './ports.ts';
import {
  beforeFirst,
  comparePositions,
  initialState,
  merge,
  nextStep,
  type LogPosition,
  type SyncEvent,
  type SyncState,
} from './sync-state.ts';

export interface UpPumpOptions {
  readonly log: RelayLog;
  readonly transport: RelayTransport;
  readonly clock: RelayClock;
  /** 0 to 1. */
  readonly jitter: () => number;
  readonly onChange: (state: SyncState) => void;
  readonly rowsPerBatch?: number;
}

/** Half of what a request may hold: the other half is for the keys and the envelope. */
const bodyBudget = maxBatchBytes / 2;

/** What goes up in one request. */
interface Load {
  readonly after: LogPosition;
  readonly rows: readonly LogRow[];
  /** Whose keys go with it. */
  readonly fresh: readonly string[];
  readonly batch: UpBatch;
}

export class UpPump {
  readonly name = 'relay-up';
  readonly #options: UpPumpOptions;
  readonly #stopping = new AbortController();
  /** Subjects whose keys the centre has confirmed since the start. */
  readonly #keysSent = new Set<string>();
  /** Read while the batch before it was on its way. */
  #ahead: Load | undefined;
  #state: SyncState;
  #wake: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: UpPumpOptions) {
    this.#options = options;
    this.#state = initialState(beforeFirst);
  }

  get state(): SyncState {
    return this.#state;
  }

  start(): void {
    this.rowsAppended();
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#running;
  }

  /** Rows were committed: send them. */
  rowsAppended(): void {
    this.#merge({ kind: 'rows', head: this.#options.log.head() });
    this.#wake();
  }

  /** The line is back: do not wait out the back-off. */
  retryNow(): void {
    this.#state = { ...this.#state, waitUntil: 0 };
    this.#wake();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const step = nextStep(this.#state, this.#options.clock.monotonic());
      if (step.kind === 'ask') await this.#attempt({ kind: 'asked' }, () => this.#ask(signal));
      else if (step.kind === 'send') {
        await this.#attempt({ kind: 'sent', after: step.after }, () => this.#send(signal));
      } else await this.#sleep(step.kind === 'wait' ? step.until - this.#options.clock.monotonic() : undefined);
    }
  }

  /** Until woken, or for so long. */
  async #sleep(ms: number | undefined): Promise<void> {
    const woken = new AbortController();
    const forWake = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const signal = AbortSignal.any([woken.signal, this.#stopping.signal]);
    await Promise.race(ms === undefined ? [forWake] : [forWake, this.#options.clock.sleep(ms, signal)]);
    woken.abort();
    this.#wake = () => undefined;
  }

  async #attempt(begun: SyncEvent, act: () => Promise<SyncEvent>): Promise<void> {
    this.#merge(begun);
    try {
      this.#merge(await act());
    } catch (cause) {
      const at = { now: this.#options.clock.monotonic(), jitter: this.#options.jitter() };
      // Whatever broke on the line is answered by trying again later; the core counts it, and screens show it.
      const isOther = cause instanceof AppError && cause.code === 'not-ready';
      if (!(cause instanceof Busy)) this.#merge({ kind: 'failed', isOther, ...at });
      else this.#merge({ kind: 'busy', retryAfterMs: cause.retryAfterMs, rows: cause.rows, ...at });
    }
  }

  async #ask(signal: AbortSignal): Promise<SyncEvent> {
    const { log, transport } = this.#options;
    // Each time: a centre that was restored to an earlier point may have lost it.
    if (!(await transport.escrow(log.clinicKey(), signal)).ok) return { kind: 'key-refused' };
    this.#keysSent.clear();
    this.#ahead = undefined;
    const held = await transport.position(signal, log.head(), log.acknowledgedUntil?.() ?? this.#state.acknowledged);
    const common = commonEnd(held, log);
    if (common === undefined) return { kind: 'position', position: { epoch: held.epoch, seq: held.seq }, ours: false };
    await log.acknowledged(common);
    return { kind: 'position', position: common, ours: true };
  }

  async #send(signal: AbortSignal): Promise<SyncEvent> {
    const { log, transport, clock, rowsPerBatch = maxRowsPerBatch } = this.#options;
    const most = Math.min(rowsPerBatch, this.#state.rows);
    const load = this.#takeAhead(most) ?? this.#load(this.#state.acknowledged, most);
    const sentUntil = load.rows.at(-1) ?? beforeFirst;
    const behind = Math.max(0, log.head().seq - sentUntil.seq);
    const begun = clock.monotonic();
    const pushing = transport.push(load.batch, signal, behind);
    const [answer] = await Promise.all([pushing, this.#loadAhead(load, most, behind)]);
    if (answer.ok) {
      for (const subjectId of load.fresh) this.#keysSent.add(subjectId);
      const named = { epoch: answer.epoch, seq: answer.seq };
      // What was not sent is not known to be alike: the core asks, and the disk does not hear of it.
      if (comparePositions(named, sentUntil) <= 0) await log.acknowledged(named);
    }
    const now = clock.monotonic();
    return { kind: 'answer', answer, now, tookMs: now - begun, sentUntil };
  }

  #load(after: LogPosition, most: number, onTheirWay: readonly string[] = []): Load {
    const { log } = this.#options;
    const rows = withinBudget(sameEpoch(log.rowsAfter(after, most)));
    const subjects = new Set(rows.flatMap((row) => (row.subjectId === null ? [] : [row.subjectId])));
    for (const subjectId of onTheirWay) subjects.delete(subjectId);
    const fresh = [...subjects].filter((subjectId) => !this.#keysSent.has(subjectId));
    return { after, rows, fresh, batch: toBatch(rows, log.wrappedKeys(fresh)) };
  }

  /** Only of a backlog: what is written meanwhile in a clinic at work goes with the next batch. */
  async #loadAhead(load: Load, most: number, behind: number): Promise<void> {
    const { transport } = this.#options;
    const last = load.rows.at(-1);
    if (transport.pack === undefined || last === undefined || behind < most) return;
    const make = (): UpBatch => {
      const next = this.#load({ epoch: last.epoch, seq: last.seq }, most, load.fresh);
      this.#ahead = next;
      return next.batch;
    };
    // What could not be read now is read, and complained of, when its turn comes.
    await transport.pack(make).catch(() => (this.#ahead = undefined));
  }

  /** If it is what comes next, and no more than may be sent. */
  #takeAhead(most: number): Load | undefined {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    const follows = ahead !== undefined && comparePositions(ahead.after, this.#state.acknowledged) === 0;
    return follows && ahead.rows.length <= most ? ahead : undefined;
  }

  #merge(event: SyncEvent): void {
    const before = this.#state;
    this.#state = merge(before, event);
    if (this.#state !== before) this.#options.onChange(this.#state);
  }
}

/**
 * Where both sides are alike, as far as can be told; undefined where they differ. A restored edge has fewer rows of an
 * epoch that it has ended: what it ended it with comes next, and the centre compares the hash before it.
 */
function commonEnd({ epoch, seq, hash }: Position, log: RelayLog): LogPosition | undefined {
  const held = { epoch, seq };
  if (comparePositions(held, beforeFirst) === 0) return held;
  const own = log.hashAt(held);
  if (own !== undefined) return base64(own) === hash ? held : undefined;
  const end = log.endOfEpoch(epoch);
  return end !== undefined && end.seq < seq ? end : undefined;
}

/** At least one row, and no more than a request may hold. */
function withinBudget(rows: readonly LogRow[]): readonly LogRow[] {
  let size = 0;
  const end = rows.findIndex((row, index) => {
    size += row.body.length * 2 + (row.sealed?.length ?? 0) * 2 + 400;
    return index > 0 && size > bodyBudget;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

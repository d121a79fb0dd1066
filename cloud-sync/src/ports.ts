// What the relay needs of the edge and of the line. Source: docs/protocol.md, "The relay".

import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import type { LiveReport } from '@foyer/contracts/live-report.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type {
  EscrowAnswer,
  FeedPage,
  FeedPlace,
  Position,
  UpAnswer,
  UpBatch,
  WireKey,
} from '@foyer/contracts/sync-protocol.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { LogPosition } from './sync-state.ts';

/** The edge's log, as far as it is committed. */
export interface RelayLog {
  head(): LogPosition;
  /** In order, over epochs. */
  rowsAfter(after: LogPosition, limit: number): readonly LogRow[];
  /** The hash of the row at this place; undefined when there is none. */
  hashAt(position: LogPosition): Uint8Array | undefined;
  /** The last row before the epochs that came after this one; undefined while none did. */
  endOfEpoch(epoch: number): LogPosition | undefined;
  wrappedKeys(subjectIds: readonly string[]): readonly WireKey[];
  /** The key that wraps the subjects' keys, for escrow. */
  clinicKey(): Uint8Array;
  /** What `acknowledged` was last told, over restarts; absent: this run's. */
  acknowledgedUntil?(): LogPosition;
  /** The centre holds everything up to here. */
  acknowledged(position: LogPosition): Promise<void>;
}

/** Where what the centre sends down is applied. */
export interface RelayFeed {
  /** The number of the last item applied. */
  number(): number;
  /** The same, with which life of the feed it is of and how far a snapshot was taken in; absent: it takes in none. */
  place?(): FeedPlace;
  /** Applies the whole page or nothing; the same page twice is the same as once. */
  apply(page: FeedPage): Promise<void>;
}

/** The line. Every method rejects when no whole answer came, with `not-ready` where one came that is none of the
 *  protocol's; none of them retries. */
export interface RelayTransport {
  /** `own`: the last row of the edge's log; `told`: the last one that the centre has said it holds. */
  position(signal: AbortSignal, own?: LogPosition, told?: LogPosition): Promise<Position>;
  escrow(clinicKey: Uint8Array, signal: AbortSignal): Promise<EscrowAnswer>;
  /** `behind`: how many rows wait behind the batch. Rejects with `Busy` where the centre says when to come again. */
  push(batch: UpBatch, signal: AbortSignal, behind?: number): Promise<UpAnswer>;
  /**
   * Where it takes work to put a batch on the line: makes the one that may come next as soon as what is being pushed has
   * left, and packs it, so that `push` has it ready.
   */
  pack?(make: () => UpBatch): Promise<void>;
  /** Answers at once when there is something after `after`, else when there is or `waitSeconds` are over. */
  pull(after: number, waitSeconds: number, signal: AbortSignal, place?: FeedPlace): Promise<FeedPage>;
}

/** The centre is there and has too much to do: it said how long to wait, and how many rows to send then. */
export class Busy extends Error {
  readonly retryAfterMs: number;
  readonly rows: number | undefined;

  constructor(retryAfterMs: number, rows?: number) {
    super('the centre is busy');
    this.retryAfterMs = retryAfterMs;
    this.rows = rows;
  }
}

/** Beside the relay: how the devices are now. */
export interface HealthTransport {
  /** Rejects when it did not arrive. */
  report(report: DeviceReport, signal: AbortSignal): Promise<void>;
}

/** Beside the relay: how the clinic is now, while its rows wait. */
export interface LiveTransport {
  /** Rejects when it did not arrive. */
  live(report: LiveReport, signal: AbortSignal): Promise<void>;
}

export interface RelayClock {
  /** The wall clock, for what screens are told: somebody may set it at any moment. */
  now(): EpochMs;
  /** Milliseconds since some moment before. Waits are measured by it: nobody can set it, and it never goes back. */
  monotonic(): number;
  /** Resolves after this long, or at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

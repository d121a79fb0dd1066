// What the relay needs of the edge and of the line. Source: docs/protocol.md, "The relay".

import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { EscrowAnswer, FeedPage, Position, UpAnswer, UpBatch, WireKey } from '@foyer/contracts/sync-protocol.ts';
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
  /** The centre holds everything up to here. */
  acknowledged(position: LogPosition): Promise<void>;
}

/** Where what the centre sends down is applied. */
export interface RelayFeed {
  /** The number of the last item applied. */
  number(): number;
  /** Applies the whole page or nothing; the same page twice is the same as once. */
  apply(page: FeedPage): Promise<void>;
}

/** The line. Every method rejects when no whole answer came; none of them retries. */
export interface RelayTransport {
  position(signal: AbortSignal): Promise<Position>;
  escrow(clinicKey: Uint8Array, signal: AbortSignal): Promise<EscrowAnswer>;
  push(batch: UpBatch, signal: AbortSignal): Promise<UpAnswer>;
  /** Answers at once when there is something after `after`, else when there is or `waitSeconds` are over. */
  pull(after: number, waitSeconds: number, signal: AbortSignal): Promise<FeedPage>;
}

/** Beside the relay: how the devices are now. */
export interface HealthTransport {
  /** Rejects when it did not arrive. */
  report(report: DeviceReport, signal: AbortSignal): Promise<void>;
}

export interface RelayClock {
  now(): EpochMs;
  /** Resolves after this long, or at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

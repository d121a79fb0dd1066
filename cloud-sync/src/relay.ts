// The relay of one edge: upward and downward side by side, and what the clinic's screens may know of them.

import type { EpochMs } from '@foyer/contracts/time.ts';
import { DownPump } from './down-pump.ts';
import type { RelayClock, RelayFeed, RelayLog, RelayTransport } from './ports.ts';
import { comparePositions, type HaltCode, type LogPosition } from './sync-state.ts';
import { UpPump } from './up-pump.ts';

export interface RelayStatus {
  /** `linked` while the centre answers; `halted` until a person has looked. */
  readonly state: 'linked' | 'unlinked' | 'halted';
  readonly since: EpochMs;
  readonly acknowledged: LogPosition;
  readonly code?: HaltCode;
  /** What it halted over. */
  readonly haltedAt?: LogPosition;
}

export interface RelayOptions {
  readonly log: RelayLog;
  readonly feed: RelayFeed;
  readonly transport: RelayTransport;
  readonly clock: RelayClock;
  /** 0 to 1. */
  readonly jitter: () => number;
  readonly onStatus?: (status: RelayStatus) => void;
  readonly onServerTime?: (serverTime: EpochMs) => void;
  readonly rowsPerBatch?: number;
  readonly waitSeconds?: number;
}

export class Relay {
  readonly name = 'relay';
  readonly #up: UpPump;
  readonly #down: DownPump;
  readonly #options: RelayOptions;
  #status: RelayStatus;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#status = { state: 'unlinked', since: options.clock.now(), acknowledged: { epoch: 0, seq: 0 } };
    this.#up = new UpPump({
      ...options,
      onChange: (state) => {
        // What it acknowledges it says itself: the feed may have nothing to say for long.
        const isHeard = comparePositions(state.acknowledged, this.#status.acknowledged) !== 0;
        this.#tell({
          ...(isHeard ? { state: 'linked' as const } : {}),
          acknowledged: state.acknowledged,
          ...(state.halted === null
            ? {}
            : { state: 'halted' as const, code: state.halted.code, haltedAt: state.halted.at }),
          ...(state.failures > 0 && state.halted === null ? { state: 'unlinked' as const } : {}),
        });
      },
    });
    this.#down = new DownPump({
      ...options,
      onHeard: (heard, serverTime) => {
        const wasAway = this.#status.state === 'unlinked';
        if (this.#status.state !== 'halted') this.#tell({ state: heard ? 'linked' : 'unlinked' });
        if (heard && wasAway) this.#up.retryNow();
        if (serverTime !== undefined) options.onServerTime?.(serverTime);
      },
    });
  }

  get status(): RelayStatus {
    return this.#status;
  }

  start(): void {
    this.#up.start();
    this.#down.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#up.stop(), this.#down.stop()]);
  }

  /** Rows were committed: send them. */
  rowsAppended(): void {
    this.#up.rowsAppended();
  }

  #tell(change: Partial<RelayStatus>): void {
    const before = this.#status;
    const state = change.state ?? before.state;
    this.#status = {
      ...before,
      ...change,
      state,
      since: state === before.state ? before.since : this.#options.clock.now(),
    };
    this.#options.onStatus?.(this.#status);
  }
}

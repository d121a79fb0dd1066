// Drives the downward half: a long poll from the last number applied, a page at a time, for ever.

import type { FeedPage, FeedPlace } from '@foyer/contracts/sync-protocol.ts';
import { Busy, type RelayClock, type RelayFeed, type RelayTransport } from './ports.ts';
import { firstWaitMs, longestWaitMs } from './sync-state.ts';

export interface DownPumpOptions {
  readonly feed: RelayFeed;
  readonly transport: RelayTransport;
  readonly clock: RelayClock;
  readonly jitter: () => number;
  /** The centre answered, or did not. */
  readonly onHeard: (heard: boolean, serverTime?: number) => void;
  readonly waitSeconds?: number;
}

export class DownPump {
  readonly name = 'relay-down';
  readonly #options: DownPumpOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: DownPumpOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { feed, transport, clock, jitter, onHeard, waitSeconds = 25 } = this.#options;
    const { signal } = this.#stopping;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const page = await transport.pull(feed.number(), waitSeconds, signal, feed.place?.());
        if (page.items.length > 0 || changesPlace(page, feed.place?.())) await feed.apply(page);
        failures = 0;
        onHeard(true, page.serverTime);
      } catch (cause) {
        if (signal.aborted) return;
        if (cause instanceof Busy) {
          await clock.sleep(cause.retryAfterMs * (1 + jitter() / 4), signal);
          continue;
        }
        // Nothing was applied, or the whole page was: the same number is asked after again.
        failures += 1;
        onHeard(false);
        const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1)) * (0.5 + jitter() / 2);
        await clock.sleep(waitMs, signal);
      }
    }
  }
}

/** A page without items may still say which life of the feed it is of, or end a snapshot. */
function changesPlace({ incarnation, snapshot }: FeedPage, place: FeedPlace | undefined): boolean {
  if (place === undefined) return false;
  return snapshot !== undefined || (incarnation !== undefined && incarnation !== place.incarnation);
}

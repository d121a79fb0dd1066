// For how long the clinic was without its box before this start: found once, found again where the network sets the clock
// behind the start, and written before anything else is.

import type { Fact } from '@foyer/contracts/events.ts';
import type { Gap } from '@foyer/contracts/gap.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Heartbeat } from '../ports/heartbeat.ts';
import type { ClinicTime } from './clinic-time.ts';
import { clockIsSetWithinMs, gapAtStart, gapBetween, lastAlive } from './gap-at-start.ts';
import type { Memory } from './memory.ts';

export interface GapWatchParts {
  readonly log: Pick<EventLog, 'last'>;
  readonly heartbeat: Pick<Heartbeat, 'last'>;
  readonly time: ClinicTime;
  readonly memory: Memory;
}

export class GapWatch {
  readonly #parts: GapWatchParts;
  /** Until its row is written. */
  #gap: Gap | undefined;
  /** The last sign of life before the start, while the start may turn out to have been later than its clock said. */
  #aliveBefore: EpochMs | undefined;

  constructor(parts: GapWatchParts) {
    this.#parts = parts;
  }

  /** Once, at the start, of a clinic that is set up. Answers whether there is a gap to write. */
  look(): boolean {
    const { log, heartbeat, time } = this.#parts;
    const newest = log.last();
    this.#gap = gapAtStart(newest, heartbeat.last(), time.wall());
    if (this.#gap === undefined && newest !== undefined) this.#aliveBefore = lastAlive(newest, heartbeat.last());
    return this.#gap !== undefined;
  }

  /** Before anything else is written: on a full disk it waits for room, and who was called is asked for then. */
  write(append: (facts: readonly Fact[]) => void): void {
    this.#noticeLate();
    const gap = this.#gap;
    if (gap === undefined) return;
    const { from, until } = gap;
    append([{ type: 'v1.GapNoticed', body: { from, until } }]);
    this.#gap = undefined;
    this.#parts.memory.journal.note(() => {
      this.#gap = gap;
    });
  }

  /** The network set the clock after the start: the start was then, and the box was gone for longer than it knew. */
  #noticeLate(): void {
    const { memory, time } = this.#parts;
    const aliveBefore = this.#aliveBefore;
    if (aliveBefore === undefined || memory.clinic?.clockFrozen === true) return;
    this.#gap = gapBetween(aliveBefore, time.startedAt());
    if (this.#gap !== undefined || time.sinceStartMs() > clockIsSetWithinMs) this.#aliveBefore = undefined;
  }
}

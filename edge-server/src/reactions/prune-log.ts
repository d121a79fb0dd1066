// Lets go of the log behind what the centre signs, in the night: asks it up to where, has a base made of what the log says
// up to there, hands both to the writer, and then has it take away a few rows at a time. The writer judges; what is asked
// twice, or was cut off in between, is only asked again.

import { invariant } from '@foyer/contracts/app-error.ts';
import type { CheckpointAnswer } from '@foyer/contracts/log-checkpoint.ts';
import { dayMs, hasPassed, secondMs } from '@foyer/contracts/time.ts';
import type { Log } from '../ports/log.ts';
import type { LogPruner, MadeBase, OfferedCheckpoint } from '../ports/log-pruning.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { Writer } from '../ports/writer.ts';

/** A commit of so many rows is over before anybody notices. */
const rowsAtOnce = 200;
/** Between two steps while nothing else is written, and where something was lately. */
const pauseMs = 200;
const busyPauseMs = 10 * secondMs;

/** A base is all that the log ever said: it is made anew once this much more of it may go. */
const basesApartMs = 7 * dayMs;

export interface PruneLogParts {
  readonly centre: { checkpoint(days: number, signal: AbortSignal): Promise<CheckpointAnswer> };
  readonly makeBase: (offered: OfferedCheckpoint, signedBy: Uint8Array) => Promise<MadeBase | undefined>;
  readonly writer: LogPruner & Pick<Writer, 'onCommitted'>;
  readonly readModel: Pick<ReadModel, 'logBegin' | 'logAfter' | 'acknowledged' | 'checkInPublicKey'>;
  readonly log: Log;
  readonly days: number;
  readonly now: () => number;
  /** Ends early where it is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly msUntilNight: () => number;
}

export class PruneLog {
  readonly name = 'prune-log';
  readonly #parts: PruneLogParts;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(parts: PruneLogParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.writer.onCommitted(({ rows }) => {
      if (rows.length > 0) this.#writtenAt = this.#parts.now();
    });
    this.#running = this.#everyNight();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** All that may go now. */
  async once(): Promise<void> {
    const { log, readModel } = this.#parts;
    const before = readModel.logBegin().first;
    try {
      await this.#moveOn();
    } catch (cause) {
      // An older centre signs nothing, and one that is away signs another night.
      log.warn('checkpoint-not-moved', { why: cause instanceof Error ? cause.message : String(cause) });
    }
    await this.#prune();
    const { first, checkpoint } = readModel.logBegin();
    if (first > before) log.info('log-pruned', { rows: first - before, first, checkpoint });
  }

  async #everyNight(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await this.#parts.sleep(this.#parts.msUntilNight(), signal);
      if (signal.aborted) return;
      await this.once().catch((cause: unknown) => this.#parts.log.error('log-not-pruned', {}, cause));
    }
  }

  async #moveOn(): Promise<void> {
    const { centre, writer, makeBase, readModel, days } = this.#parts;
    const { checkpoint } = await centre.checkpoint(days, this.#stopping.signal);
    if (checkpoint === null) return;
    const { epoch, seq, hash, signature } = checkpoint;
    invariant(Number.isSafeInteger(seq) && seq > 0 && Number.isSafeInteger(epoch), 'a checkpoint is of a row');
    const offered = { epoch, seq, hash: bytes(hash), signature: bytes(signature), parts: 0, asOf: 0, days };
    // Without a base it is kept by nobody; one that is wrong is refused here already.
    await writer.keepCheckpoint(offered);
    const signedBy = readModel.checkInPublicKey();
    if (signedBy === undefined || !this.#isDue(seq)) return;
    const made = await makeBase(offered, signedBy);
    if (made === undefined) return;
    for (const [part, sealed] of made.parts.entries()) {
      await writer.keepBasePart({ seq, part, sealed, asOf: made.asOf });
      await this.#pause();
      if (this.#stopping.signal.aborted) return;
    }
    await writer.keepCheckpoint({ ...offered, parts: made.parts.length, asOf: made.asOf });
  }

  #isDue(seq: number): boolean {
    const { readModel, days, now } = this.#parts;
    const { checkpoint } = readModel.logBegin();
    if (seq <= checkpoint || readModel.acknowledged().seq < seq) return false;
    const rowAt = (number: number) => readModel.logAfter({ epoch: 0, seq: number - 1 }, 1)[0]?.at;
    const [at = Number.POSITIVE_INFINITY, keptAt = 0] = [rowAt(seq), checkpoint === 0 ? undefined : rowAt(checkpoint)];
    return at <= now() - days * dayMs && at - keptAt >= basesApartMs;
  }

  async #prune(): Promise<void> {
    const { writer, readModel, days } = this.#parts;
    for (let first = 0; first < readModel.logBegin().first && !this.#stopping.signal.aborted;) {
      ({ first } = readModel.logBegin());
      await writer.prune({ rows: rowsAtOnce, days });
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    const { now, sleep } = this.#parts;
    const isBusy = !hasPassed(busyPauseMs, this.#writtenAt, now());
    await sleep(isBusy ? busyPauseMs : pauseMs, this.#stopping.signal);
  }
}

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

// A copy, opened by the recovery key: its rows from any number on, and what lay beside the log.
//
// Rows come in the order of the log. Where a later epoch began below what an earlier one had written, the later one counts
// from its first number on. A frame that was written twice is one; a number that is missing is `copy-broken`.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { CopyStore } from '../../ports/copy-store.ts';
import type { Beside, CopiedLine, CopiedPart } from '../../ports/log-copy.ts';
import { besideOf, linesOf, rowsOf } from './copy-content.ts';
import { type CopyFileKind, epochOf, kindOf } from './copy-names.ts';
import { framesOf, type FrameRows, type SealedFrame } from './sealed-frames.ts';

export class CopyReader {
  readonly #store: Pick<CopyStore, 'list' | 'read'>;
  readonly #recoveryKey: Uint8Array;

  constructor(store: Pick<CopyStore, 'list' | 'read'>, recoveryKey: Uint8Array) {
    this.#store = store;
    this.#recoveryKey = recoveryKey;
  }

  /** Throws `copy-broken` where the recovery key is not that of the copy. */
  async check(kind: CopyFileKind = 'rows'): Promise<void> {
    for (const name of await this.#files(kind)) {
      for await (const frame of framesOf(this.#store.read(name))) {
        frame.open(this.#recoveryKey);
        return;
      }
    }
  }

  /** From behind this number on. */
  async *rowsAfter(seq: number): AsyncGenerator<LogRow> {
    const files = await this.#files('rows');
    const begins = await this.#beginnings(files);
    let last = seq;
    for (const name of files) {
      const end = endOf(epochOf(name) ?? 0, begins);
      for await (const frame of framesOf(this.#store.read(name))) {
        if (frame.rows.seq <= last || frame.rows.firstSeq > end) continue;
        for (const row of rowsOf(frame.open(this.#recoveryKey), frame.rows.epoch)) {
          if (row.seq <= last || row.seq > end) continue;
          if (row.seq !== last + 1) throw new AppError('copy-broken', { seq: last });
          yield row;
          last = row.seq;
        }
      }
    }
  }

  /** In the order in which it came: of one key the last counts. */
  async *beside(): AsyncGenerator<Beside> {
    for (const name of await this.#files('beside')) {
      for await (const frame of framesOf(this.#store.read(name))) yield besideOf(frame.open(this.#recoveryKey));
    }
  }

  /** The newest; none where the copy was never given it. */
  async *part(part: CopiedPart): AsyncGenerator<CopiedLine> {
    const name = (await this.#files(part)).at(-1);
    if (name === undefined) return;
    for await (const plain of this.#whole(name)) yield* linesOf(plain);
  }

  file(stored: string): AsyncGenerator<Uint8Array> {
    return this.#whole(stored);
  }

  /** Throws `copy-broken` where its last frame is missing. */
  async *#whole(name: string): AsyncGenerator<Buffer> {
    let last: Buffer | undefined;
    for await (const frame of framesOf(this.#store.read(name))) {
      last = frame.open(this.#recoveryKey);
      if (last.length > 0) yield last;
    }
    if (last?.length !== 0) throw new AppError('copy-broken', { file: name });
  }

  async #files(kind: string): Promise<readonly string[]> {
    return (await this.#store.list()).map(({ name }) => name).filter((name) => kindOf(name) === kind);
  }

  /** The first row of each epoch. */
  async #beginnings(files: readonly string[]): Promise<ReadonlyMap<number, number>> {
    const begins = new Map<number, number>();
    for (const name of files) {
      const epoch = epochOf(name) ?? 0;
      if (begins.has(epoch)) continue;
      const first = await firstFrame(framesOf(this.#store.read(name)));
      if (first !== undefined) begins.set(epoch, first.firstSeq);
    }
    return begins;
  }
}

/** The last number that counts of an epoch: the one before any later epoch began. */
function endOf(epoch: number, begins: ReadonlyMap<number, number>): number {
  const later = [...begins].filter(([other]) => other > epoch).map(([, first]) => first - 1);
  return Math.min(Number.MAX_SAFE_INTEGER, ...later);
}

async function firstFrame(frames: AsyncIterable<SealedFrame>): Promise<FrameRows | undefined> {
  for await (const { rows } of frames) return rows;
  return undefined;
}

// One copy in one place. Each start begins files of its own, so that no key is kept and nothing is written behind what a
// power cut tore. Rows are never taken away; what lies beside the log is kept once, in its newest form, so that an erasure
// reaches the copy with it.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { CopyPlace } from '@foyer/contracts/box-health.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { CopyStore } from '../../ports/copy-store.ts';
import type { Beside, CopiedFile, CopiedLine, CopiedPart, CopyEnd, LogCopy } from '../../ports/log-copy.ts';
import { besideContent, linesContent, rowsContent } from './copy-content.ts';
import { datedName, fileName, kindOf, latestEpoch, rowsName } from './copy-names.ts';
import { FrameSealer, framesOf, type FrameRows, sealedWhole } from './sealed-frames.ts';

/** Then the next file begins. */
const largestFile = 8 * 1024 * 1024;

export interface SealedCopyParts {
  readonly store: CopyStore;
  /** The public half of the recovery key, raw. */
  readonly publicKey: Uint8Array;
  readonly now: () => number;
}

interface OpenFile {
  readonly name: string;
  readonly sealer: FrameSealer;
  bytes: number;
}

export class SealedCopy implements LogCopy {
  readonly #parts: SealedCopyParts;
  #rows: OpenFile | undefined;
  #rowsEpoch = 0;
  #beside: OpenFile | undefined;
  #lastDate = 0;
  /** Of the data folder's files, those that are there. */
  #files = new Set<string>();

  constructor(parts: SealedCopyParts) {
    this.#parts = parts;
  }

  get place(): CopyPlace {
    return this.#parts.store.place;
  }

  async end(): Promise<CopyEnd | undefined> {
    this.#rows = undefined;
    this.#beside = undefined;
    const { store } = this.#parts;
    const names = (await store.list()).map(({ name }) => name);
    this.#files = new Set(names.filter((name) => kindOf(name) === 'file'));
    // The last file may hold no whole frame: its power went.
    for (const name of names.filter((file) => kindOf(file) === 'rows').toReversed()) {
      let last: FrameRows | undefined;
      for await (const { rows } of framesOf(store.read(name))) last = rows;
      if (last !== undefined) return last;
    }
    return undefined;
  }

  async look(epoch: number): Promise<void> {
    const latest = await this.latestEpoch();
    if (latest > epoch) throw new AppError('edge-replaced', { epoch: latest });
  }

  /** That anybody has begun here, with rows or without. */
  async latestEpoch(): Promise<number> {
    return latestEpoch((await this.#parts.store.list()).map(({ name }) => name));
  }

  /** From now on rows of an earlier epoch are refused. Another box's file of this epoch stays its own. */
  async beginEpoch(epoch: number, firstSeq: number): Promise<void> {
    const file = this.#newFile(rowsName(epoch, firstSeq));
    await this.#parts.store.append(file.name, 0, file.sealer.head);
  }

  async appendRows(rows: readonly LogRow[]): Promise<void> {
    const [first, last] = [rows[0]!, rows.at(-1)!];
    if (this.#rows === undefined || this.#rowsEpoch !== first.epoch || this.#rows.bytes > largestFile) {
      this.#rows = this.#newFile(rowsName(first.epoch, first.seq));
      this.#rowsEpoch = first.epoch;
    }
    const { epoch, seq, hash } = last;
    await this.#append(this.#rows, rowsContent(rows), { epoch, firstSeq: first.seq, seq, hash });
  }

  async appendBeside(beside: Beside): Promise<void> {
    if (this.#beside === undefined || this.#beside.bytes > largestFile) {
      this.#beside = this.#newFile(datedName('beside', this.#date()));
    }
    await this.#append(this.#beside, besideContent(beside));
  }

  async putBeside(all: AsyncIterable<Beside>): Promise<void> {
    const before = await this.#filesOf('beside');
    this.#beside = undefined;
    for await (const beside of all) await this.appendBeside(beside);
    await this.#parts.store.remove(before);
  }

  async putPart(part: CopiedPart, lines: AsyncIterable<readonly CopiedLine[]>): Promise<void> {
    const before = await this.#filesOf(part);
    await this.#parts.store.put(datedName(part, this.#date()), this.#sealed(lines, linesContent));
    await this.#parts.store.remove(before);
  }

  async putFile({ mark }: CopiedFile, content: () => AsyncIterable<Uint8Array>): Promise<string> {
    const { store } = this.#parts;
    const name = fileName(mark);
    if (!this.#files.has(name))
      await store.put(
        name,
        this.#sealed(content(), (bytes) => bytes),
      );
    this.#files.add(name);
    return name;
  }

  async keepFiles(stored: readonly string[]): Promise<void> {
    const unnamed = [...this.#files].filter((name) => !stored.includes(name));
    if (unnamed.length === 0) return;
    await this.#parts.store.remove(unnamed);
    this.#files = new Set(stored);
  }

  /** What did not arrive whole is written over by the next one. */
  async #append(file: OpenFile, plain: Uint8Array, rows?: FrameRows): Promise<void> {
    const { store } = this.#parts;
    const frame = file.sealer.frame(plain, rows);
    const bytes = file.bytes === 0 ? Buffer.concat([file.sealer.head, frame]) : frame;
    try {
      await store.append(file.name, file.bytes, bytes);
    } catch (fault) {
      // A frame counts in its file: one that may not be there is followed by none.
      this.#rows = undefined;
      this.#beside = undefined;
      throw fault;
    }
    file.bytes += bytes.length;
  }

  #sealed<T>(content: AsyncIterable<T>, plain: (piece: T) => Uint8Array): AsyncGenerator<Uint8Array> {
    return sealedWhole(this.#parts.publicKey, content, plain);
  }

  #newFile(name: string): OpenFile {
    return { name, sealer: new FrameSealer(this.#parts.publicKey), bytes: 0 };
  }

  async #filesOf(kind: string): Promise<readonly string[]> {
    return (await this.#parts.store.list()).map(({ name }) => name).filter((name) => kindOf(name) === kind);
  }

  /** Never the same twice, so that names sort by age. */
  #date(): number {
    this.#lastDate = Math.max(this.#parts.now(), this.#lastDate + 1);
    return this.#lastDate;
  }
}

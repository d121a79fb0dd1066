// A log put together again out of what is left of it and what another place has: a row is taken where the row before it
// proves it, and from nowhere else. What neither has is named and never made up.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { RowPlace, RowSource } from '../ports/row-source.ts';
import type { Sealer } from '../ports/sealer.ts';
import { chained } from './row-text.ts';
import { type ChainStart, faultOf } from './verify-chain.ts';

export class MendedLog {
  readonly #left: Iterator<LogRow>;
  readonly #source: RowSource;
  readonly #sealer: Pick<Sealer, 'hash'>;
  #next: LogRow | undefined;
  #before: ChainStart | undefined;
  #fetched = 0;
  readonly #lost: RowPlace[] = [];
  #isCutInTwo = false;

  /** `start`: what is proven before the first row, where the log begins behind a checkpoint. */
  constructor(left: Iterable<LogRow>, source: RowSource, sealer: Pick<Sealer, 'hash'>, start?: ChainStart) {
    this.#left = left[Symbol.iterator]();
    this.#source = source;
    this.#sealer = sealer;
    this.#before = start;
  }

  /** How many rows came from the other place. */
  get fetched(): number {
    return this.#fetched;
  }

  /** Rows that were there and that nothing proves. */
  get lost(): readonly RowPlace[] {
    return this.#lost;
  }

  /** Behind what is lost stand rows that are whole: a log that ends before them would be another one. */
  get isCutInTwo(): boolean {
    return this.#isCutInTwo;
  }

  /** Once. */
  async *rows(): AsyncGenerator<LogRow> {
    const begin = this.#before?.seq ?? 0;
    this.#step();
    while (this.#next !== undefined && this.#next.seq <= begin) this.#step();
    for (;;) {
      while (this.#next !== undefined && this.#follows(this.#next)) {
        yield this.#take(this.#next);
        this.#step();
      }
      const fetchedBefore = this.#fetched;
      yield* this.#fetch();
      if (this.#fetched === fetchedBefore) break;
    }
    this.#giveUp();
  }

  /** From the other place, until what is left goes on from there. */
  async *#fetch(): AsyncGenerator<LogRow> {
    for await (const row of this.#source.rowsAfter(this.#before ?? { epoch: 1, seq: 0 })) {
      if (!this.#follows(row)) return;
      this.#fetched += 1;
      yield this.#take(row);
      while (this.#next !== undefined && this.#next.seq <= row.seq) this.#step();
      if (this.#next !== undefined && this.#follows(this.#next)) return;
    }
  }

  #giveUp(): void {
    for (; this.#next !== undefined; this.#step()) {
      const { epoch, seq, hash } = this.#next;
      this.#lost.push({ epoch, seq });
      const own = chained(this.#next, this.#next.prevHash, this.#sealer).hash;
      this.#isCutInTwo ||= Buffer.from(own).equals(hash);
    }
  }

  #follows(row: LogRow): boolean {
    return faultOf(row, this.#before, this.#sealer) === undefined;
  }

  #take(row: LogRow): LogRow {
    this.#before = row;
    return row;
  }

  #step(): void {
    const { value, done } = this.#left.next() as IteratorResult<LogRow, undefined>;
    this.#next = done === true ? undefined : value;
  }
}

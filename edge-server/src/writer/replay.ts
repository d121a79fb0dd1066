// Folds a log from its first row, or from behind what a base holds, exactly as the writer did when it was written: row by row, an answer after the last
// row of each command.

import type { Fact } from '@foyer/contracts/events.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Fold, FoldedRow } from './fold.ts';
import { toFoldedRow } from './row-text.ts';
import type { SubjectKeyring } from './subject-keyring.ts';

const rowsAtOnce = 2_000;

export interface ReplayParts {
  readonly fold: Fold;
  readonly keyring: SubjectKeyring;
  readonly sealer: Pick<Sealer, 'open'>;
  /** Called where no row is half answered. */
  readonly settled: () => void;
}

/** Some of a log: behind `after`, up to `until` and with it. Neither lies within a command. */
export interface LogStretch {
  readonly after?: number;
  readonly until?: number;
}

/** Answers how many rows were folded. */
export function replay(log: Pick<EventLog, 'after'>, parts: ReplayParts, stretch: LogStretch = {}): number {
  const replayer = new Replayer(parts);
  let folded = 0;
  for (const row of rowsOf(log, stretch)) {
    replayer.next(row);
    folded += 1;
  }
  replayer.end();
  return folded;
}

/** The log as far as it is there, in order. */
export function* rowsOf(
  log: Pick<EventLog, 'after'>,
  { after = 0, until = Number.MAX_SAFE_INTEGER }: LogStretch = {},
): Generator<LogRow> {
  let seq = after;
  for (;;) {
    const rows = log.after(seq, rowsAtOnce);
    for (const row of rows) {
      if (row.seq > until) return;
      yield row;
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    seq = last.seq;
  }
}

class Replayer {
  readonly #parts: ReplayParts;
  #command: { readonly id: string; readonly facts: Fact[]; last: FoldedRow } | undefined;

  constructor(parts: ReplayParts) {
    this.#parts = parts;
  }

  next(row: LogRow): void {
    const { fold, keyring, sealer } = this.#parts;
    if (this.#command !== undefined && this.#command.id !== row.commandId) this.end();
    const folded = toFoldedRow(row, keyring, sealer);
    fold.apply(folded);
    if (row.commandId === null) {
      this.#parts.settled();
      return;
    }
    if (this.#command === undefined) this.#command = { id: row.commandId, facts: [folded], last: folded };
    else {
      this.#command.facts.push(folded);
      this.#command.last = folded;
    }
  }

  /** The answer of the command whose rows are over. */
  end(): void {
    if (this.#command === undefined) return;
    const { id, facts, last } = this.#command;
    this.#parts.fold.answer(id, facts, last, null);
    this.#command = undefined;
    this.#parts.settled();
  }
}

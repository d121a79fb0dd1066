// Keeps one copy level with the log: behind each commit, off the writer's path, in the order of the log.
//
//   begin: where does the copy end? ─► all that lies beside the log, anew ─► rows, as they come
//
// C1  A row counts as copied when its place has answered that it is on its disk, and not before.
// C2  The key of what a row seals is there before the row.
// C3  An erasure is copied when no older key of it is left at the place: until then the copy is behind.
// C4  Where rows of a later epoch are at the place, another box has taken over: this one writes nothing more, there or
//     anywhere.
// C5  A place that is away keeps nobody waiting; it is tried again, and gets all that it missed.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { CopyHealth } from '@foyer/contracts/box-health.ts';
import { hasPassed, minuteMs, secondMs } from '@foyer/contracts/time.ts';
import type { CopiedFile, CopiedLine, CopiedPart, CopyEnd, CopySource, LogCopy } from '../ports/log-copy.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { Committed } from '../ports/writer.ts';
import { PlacePump, type PlacePumpParts } from './place-pump.ts';
import { listed, textOf } from './said-lines.ts';

const rowsAtOnce = 500;
const viewsAtOnce = 500;
/** How long what lies beside the log may differ from its copy. */
const lookEveryMs = 5 * secondMs;
/** The centre's patients are many: they are copied anew at most so often, and at once where somebody was erased. */
const referenceEveryMs = 5 * minuteMs;
const longestWaitMs = 30 * secondMs;

export interface CopyPumpParts extends PlacePumpParts {
  readonly copy: LogCopy;
  readonly source: CopySource;
  readonly log: Pick<ReadModel, 'position' | 'logAfter' | 'lastUntilEpoch'>;
}

export class CopyPump extends PlacePump {
  readonly name = 'copy';
  readonly #parts: CopyPumpParts;
  #begun = false;
  #acknowledged = 0;
  #lastView = 0;
  readonly #keysCopied = new Set<string>();
  #erasureIsDue = false;
  #referenceChanged = true;
  #referenceAt = Number.NEGATIVE_INFINITY;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #seenVersion: number | undefined;
  #box: string | undefined;
  #behindSince: number | undefined;

  constructor(parts: CopyPumpParts) {
    super(parts, longestWaitMs);
    this.#parts = parts;
    this.#behindSince = parts.now();
  }

  /** Something was committed. */
  committed({ rows, reference }: Pick<Committed, 'rows' | 'reference'>): void {
    if (rows.some(({ type }) => type === 'v1.SubjectErased')) this.#erasureIsDue = true;
    if (reference) this.#referenceChanged = true;
    if (rows.length === 0) return;
    this.#behindSince ??= this.#parts.now();
    this.wake();
  }

  get health(): CopyHealth {
    const { copy, log } = this.#parts;
    const rows = Math.max(0, log.position().seq - this.#acknowledged);
    const waitingRows = rows + Number(this.#erasureIsDue);
    const behindSince = this.#behindSince === undefined ? {} : { behindSince: this.#behindSince };
    return { place: copy.place, seq: this.#acknowledged, waitingRows, ...behindSince };
  }

  override async catchUp(): Promise<void> {
    if (!this.#begun) await this.#begin();
    await this.#copyRows();
    if (this.#erasureIsDue) await this.#erase();
    await this.#copyTables();
    // What was written meanwhile waits since now.
    this.#behindSince = this.health.waitingRows === 0 ? undefined : this.#parts.now();
  }

  protected override restMs(): number {
    return this.health.waitingRows === 0 ? lookEveryMs : 0;
  }

  protected override lost(): void {
    this.#begun = false;
    this.#referenceChanged = true;
    this.#behindSince ??= this.#parts.now();
  }

  async #begin(): Promise<void> {
    const { copy, source, log } = this.#parts;
    // Whoever takes over at this moment reads what would be put there.
    await copy.look(log.position().epoch);
    const end = await copy.end();
    this.#acknowledged = this.#seqBehind(end, log);
    this.#keysCopied.clear();
    this.#lastView = 0;
    const views = { last: 0 };
    await copy.putBeside(counted(source.beside(), views));
    this.#lastView = views.last;
    this.#referenceAt = Number.NEGATIVE_INFINITY;
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    this.#seenVersion = undefined;
    this.#box = undefined;
    this.#begun = true;
  }

  /** The number after which rows are wanted: the last that both have. */
  #seqBehind(end: CopyEnd | undefined, log: CopyPumpParts['log']): number {
    if (end === undefined) return 0;
    const own = log.position();
    const [row] = log.logAfter({ epoch: end.epoch, seq: end.seq - 1 }, 1);
    if (row?.epoch === end.epoch && isSame(row.hash, end.hash)) return end.seq;
    const endOfTheirs = end.epoch < own.epoch ? log.lastUntilEpoch(end.epoch) : undefined;
    // This log goes on in an epoch of its own, behind fewer rows than the copy has of the one before.
    if (endOfTheirs !== undefined && endOfTheirs.seq <= end.seq) return endOfTheirs.seq;
    throw new AppError('copy-of-another-log', { place: this.#parts.copy.place });
  }

  async #copyRows(): Promise<void> {
    const { copy, source, log } = this.#parts;
    for (;;) {
      const found = log.logAfter({ epoch: 0, seq: this.#acknowledged }, rowsAtOnce);
      const rows = found.filter(({ epoch }) => epoch === found[0]?.epoch);
      const subjects = rows.flatMap(({ subjectId, sealed }) =>
        subjectId === null || sealed === null ? [] : [subjectId],
      );
      const unknown = [...new Set(subjects)].filter((id) => !this.#keysCopied.has(id));
      const views = source.viewsAfter(this.#lastView, viewsAtOnce);
      if (unknown.length + views.length > 0) {
        await copy.appendBeside({ keys: source.keysOf(unknown), views });
        for (const id of unknown) this.#keysCopied.add(id);
        this.#lastView = views.at(-1)?.number ?? this.#lastView;
      }
      if (rows.length > 0) await copy.appendRows(rows);
      this.#acknowledged = rows.at(-1)?.seq ?? this.#acknowledged;
      if (rows.length === 0 && views.length < viewsAtOnce) return;
    }
  }

  /** What came while it went on is due again. */
  async #erase(): Promise<void> {
    const { copy, source } = this.#parts;
    this.#erasureIsDue = false;
    try {
      await copy.putBeside(source.beside());
      await this.#putReference();
    } catch (fault) {
      this.#erasureIsDue = true;
      throw fault;
    }
  }

  async #copyTables(): Promise<void> {
    const { source, copy, now, log } = this.#parts;
    if (!hasPassed(lookEveryMs, this.#lookedAt, now())) return;
    // One that has nothing new to copy looks all the same: another box may have gone on there.
    await copy.look(log.position().epoch);
    const version = source.version();
    if (version !== this.#seenVersion) await this.#putBox();
    this.#seenVersion = version;
    if (this.#referenceChanged && hasPassed(referenceEveryMs, this.#referenceAt, now())) await this.#putReference();
    this.#lookedAt = now();
  }

  async #putBox(): Promise<void> {
    const { source, copy } = this.#parts;
    const files: CopiedLine[] = [];
    for (const file of source.files()) files.push(await this.#stored(file));
    const lines: (readonly CopiedLine[])[] = [files];
    for await (const some of source.part('box')) lines.push(some);
    const said = textOf(lines);
    if (said === this.#box) return;
    await this.#put('box', listed(lines));
    await copy.keepFiles(files.flatMap((line) => ('stored' in line ? [line.stored] : [])));
    this.#box = said;
  }

  async #stored(file: CopiedFile): Promise<CopiedLine> {
    const { source, copy } = this.#parts;
    const stored = await copy.putFile(file, () => source.content(file));
    return { file: file.path, mode: file.mode, stored };
  }

  async #putReference(): Promise<void> {
    this.#referenceChanged = false;
    await this.#put('reference', this.#parts.source.part('reference'));
    this.#referenceAt = this.#parts.now();
  }

  async #put(part: CopiedPart, lines: AsyncIterable<readonly CopiedLine[]>): Promise<void> {
    await this.#parts.copy.putPart(part, lines);
  }
}

async function* counted<T extends { readonly views: readonly { readonly number: number }[] }>(
  all: AsyncIterable<T>,
  views: { last: number },
): AsyncGenerator<T> {
  for await (const one of all) {
    yield one;
    views.last = one.views.at(-1)?.number ?? views.last;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

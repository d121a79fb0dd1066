// Keeps what lies beside the log at a place that has the rows by the relay: a snapshot once a minute where something has
// changed. Subjects' keys go with their rows, and are no part of it.
//
//   is somebody else's epoch there? ─► what has changed since the last one? ─► its pieces ─► which of them count
//
// S1  A snapshot counts when its place has answered that it is on its disk; pieces that none names are nobody's.
// S2  An erasure is copied when the snapshot behind it stands alone: until then the copy is behind.
// S3  Where the log goes on in a later epoch, another box has taken over: this one writes nothing more, anywhere.
// S4  A place that is away keeps nobody waiting; it is tried again. One that keeps no snapshots is no copy.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { CopyHealth } from '@foyer/contracts/box-health.ts';
import type { SnapshotPiece } from '@foyer/contracts/snapshot-protocol.ts';
import { hasPassed, hourMs, minuteMs, secondMs } from '@foyer/contracts/time.ts';
import type { CopiedLine, CopySource } from '../ports/log-copy.ts';
import type { ReadModel, StoredRecordView } from '../ports/read-model.ts';
import type { SnapshotCopy } from '../ports/snapshot-place.ts';
import type { Committed } from '../ports/writer.ts';
import { PlacePump, type PlacePumpParts } from './place-pump.ts';
import { listed, textOf } from './said-lines.ts';

const tickMs = 5 * secondMs;
const lookEveryMs = 30 * secondMs;
const snapshotEveryMs = minuteMs;
/** The centre's own, with the place in its feed: a spare is sent the rest. At once where somebody was erased. */
const referenceEveryMs = hourMs;
const viewsAtOnce = 500;
/** Then they go whole again, as one. */
const mostViewPieces = 100;
const longestWaitMs = minuteMs;

export interface SnapshotPumpParts extends PlacePumpParts {
  readonly copy: SnapshotCopy;
  readonly source: Pick<CopySource, 'version' | 'viewsAfter' | 'part' | 'files' | 'content'>;
  readonly log: Pick<ReadModel, 'position' | 'acknowledged'>;
}

/** What the last snapshot is of. */
interface Kept {
  readonly version: number;
  readonly views: readonly SnapshotPiece[];
  readonly lastView: number;
  /** The box's tables and files, as text. */
  readonly said: string;
  readonly box: readonly SnapshotPiece[];
  readonly reference: SnapshotPiece;
  readonly referenceAt: number;
}

export class SnapshotPump extends PlacePump {
  readonly name = 'snapshots';
  readonly #parts: SnapshotPumpParts;
  #isOffered = true;
  #kept: Kept | undefined;
  #erasureIsDue = false;
  #referenceChanged = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  /** Since when something beside the log is not there. */
  #dueSince: number | undefined;
  /** Since when the rows up to this one wait. */
  #rowsDue: { readonly seq: number; readonly since: number } | undefined;

  constructor(parts: SnapshotPumpParts) {
    super(parts, longestWaitMs);
    this.#parts = parts;
    this.#dueSince = parts.now();
  }

  /** Something was committed. */
  committed({ rows, reference }: Pick<Committed, 'rows' | 'reference'>): void {
    if (reference) this.#referenceChanged = true;
    if (!rows.some(({ type }) => type === 'v1.SubjectErased')) return;
    this.#erasureIsDue = true;
    this.#dueSince ??= this.#parts.now();
    this.wake();
  }

  /** Undefined where the place keeps none. */
  get health(): CopyHealth | undefined {
    if (!this.#isOffered) return undefined;
    const { copy, log, now } = this.#parts;
    const { seq } = log.acknowledged();
    const waitingRows = Math.max(0, log.position().seq - seq) + Number(this.#dueSince !== undefined);
    const since = Math.min(this.#dueSince ?? now(), this.#rowsDue?.since ?? now());
    return { place: copy.place, seq, waitingRows, ...(waitingRows === 0 ? {} : { behindSince: since }) };
  }

  override async catchUp(): Promise<void> {
    const { copy, log, now } = this.#parts;
    this.#countRows();
    if (hasPassed(lookEveryMs, this.#lookedAt, now())) {
      await copy.look(log.position().epoch);
      this.#lookedAt = now();
    }
    if (!this.#erasureIsDue && !hasPassed(snapshotEveryMs, this.#triedAt, now())) return;
    const alone = this.#erasureIsDue;
    this.#erasureIsDue = false;
    try {
      await this.#snapshot(alone);
    } catch (fault) {
      this.#erasureIsDue ||= alone;
      throw fault;
    }
    this.#isOffered = true;
    this.#triedAt = now();
    this.#dueSince = this.#erasureIsDue ? now() : undefined;
  }

  protected override restMs(): number {
    return this.#erasureIsDue ? 0 : tickMs;
  }

  protected override lost(code: string): void {
    this.#isOffered = code !== 'not-found';
    // Then nobody knows what is there: all of it goes again.
    if (code === 'snapshot-incomplete') this.#kept = undefined;
    this.#referenceChanged = true;
    this.#dueSince ??= this.#parts.now();
  }

  /** The relay brings them: what was there at one moment is waited for as long as it takes. */
  #countRows(): void {
    const { log, now } = this.#parts;
    const there = log.acknowledged().seq;
    const { seq } = log.position();
    if (this.#rowsDue !== undefined && there < this.#rowsDue.seq) return;
    this.#rowsDue = there < seq ? { seq, since: now() } : undefined;
  }

  async #snapshot(alone: boolean): Promise<void> {
    const { copy, source, log, now } = this.#parts;
    const { epoch, seq } = log.position();
    if (seq === 0) return;
    const before = alone ? undefined : this.#kept;
    const referenceIsDue =
      before === undefined || (this.#referenceChanged && hasPassed(referenceEveryMs, before.referenceAt, now()));
    const version = source.version();
    if (!referenceIsDue && version === before.version) return;
    const { lines, said } = await this.#boxNow();
    const isBoxChanged = said !== before?.said;
    const areViewsNew = before === undefined || source.viewsAfter(before.lastView, 1).length > 0;
    if (!referenceIsDue && !isBoxChanged && !areViewsNew) {
      this.#kept = { ...before, version };
      return;
    }
    this.#dueSince ??= now();
    const counted = before === undefined ? [] : [...before.views, ...before.box, before.reference];
    await copy.begin(epoch, counted);
    if (referenceIsDue) this.#referenceChanged = false;
    const kept: Kept = {
      version,
      said,
      ...(await this.#views(epoch, before)),
      box: isBoxChanged ? await this.#box(epoch, lines) : before.box,
      reference: referenceIsDue ? await copy.putPart(epoch, 'reference', source.part('reference')) : before.reference,
      referenceAt: referenceIsDue ? now() : before.referenceAt,
    };
    const named = new Map([...kept.views, ...kept.box, kept.reference].map((piece) => [piece.name, piece]));
    await copy.keep({ epoch, seq }, [...named.values()], alone);
    this.#kept = kept;
  }

  /** What came behind the last snapshot, or all of it. */
  async #views(epoch: number, before: Kept | undefined): Promise<Pick<Kept, 'views' | 'lastView'>> {
    const { copy, source } = this.#parts;
    const known = before !== undefined && before.views.length < mostViewPieces ? before : undefined;
    const from = known?.lastView ?? 0;
    if (source.viewsAfter(from, 1).length === 0) return { views: known?.views ?? [], lastView: from };
    const last = { view: from };
    const piece = await copy.putViews(epoch, viewsBehind(source, last));
    return { views: [...(known?.views ?? []), piece], lastView: last.view };
  }

  async #boxNow(): Promise<{ readonly lines: readonly (readonly CopiedLine[])[]; readonly said: string }> {
    const { source, copy } = this.#parts;
    const files = source
      .files()
      .map((file): CopiedLine => ({ file: file.path, mode: file.mode, stored: copy.nameOf(file) }));
    const lines: (readonly CopiedLine[])[] = [files];
    for await (const some of source.part('box')) lines.push(some);
    return { lines, said: textOf(lines) };
  }

  async #box(epoch: number, lines: readonly (readonly CopiedLine[])[]): Promise<readonly SnapshotPiece[]> {
    const { source, copy } = this.#parts;
    const named = new Set(lines[0]?.flatMap((line) => ('stored' in line ? [line.stored] : [])));
    const pieces: SnapshotPiece[] = [];
    for (const file of source.files()) {
      if (named.delete(copy.nameOf(file))) pieces.push(await copy.putFile(epoch, file, () => source.content(file)));
    }
    // One that has changed since it was named is looked at again.
    if (named.size > 0) throw new AppError('snapshot-incomplete');
    return [...pieces, await copy.putPart(epoch, 'box', listed(lines))];
  }
}

async function* viewsBehind(
  source: Pick<CopySource, 'viewsAfter'>,
  last: { view: number },
): AsyncGenerator<readonly StoredRecordView[]> {
  for (;;) {
    const views = source.viewsAfter(last.view, viewsAtOnce);
    if (views.length === 0) return;
    yield views;
    last.view = views.at(-1)!.number;
  }
}

// Appends facts: each becomes a row, sealed where it names somebody, chained to the row before it, and folded into the
// projections at once, all within the transaction that is open.

import type { Fact } from '@foyer/contracts/events.ts';
import { genesisHash } from '@foyer/contracts/log-row.ts';
import type { Actor } from '@foyer/contracts/roles.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Ids } from '../ports/ids.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { CommittedRow } from '../ports/writer.ts';
import type { Fold, FoldedRow } from './fold.ts';
import type { Memory } from './memory.ts';
import { chained, sealedContent } from './row-text.ts';
import type { SubjectKeyring } from './subject-keyring.ts';

export interface WrittenBy {
  readonly clinicId: string;
  readonly epoch: number;
  readonly actor: Actor;
  readonly commandId: string | null;
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
}

export interface LogWriterParts {
  readonly log: EventLog;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly keyring: SubjectKeyring;
  readonly memory: Memory;
  readonly fold: Fold;
  /** What an erasure does beyond the fold: keys, references, the bytes on the disk. */
  readonly onErased: (subjectId: string, ticketIds: readonly string[]) => void;
}

export class LogWriter {
  readonly #parts: LogWriterParts;
  /** Of the batch that is open, in order. */
  #rows: CommittedRow[] = [];
  #subjects: string[] = [];

  constructor(parts: LogWriterParts) {
    this.#parts = parts;
  }

  append(facts: readonly Fact[], by: WrittenBy): readonly FoldedRow[] {
    return facts.map((fact) => this.#append(fact, by));
  }

  /** What was appended since the last call. */
  takeWritten(): { readonly rows: readonly CommittedRow[]; readonly subjects: readonly string[] } {
    const written = { rows: this.#rows, subjects: [...new Set(this.#subjects)] };
    this.#rows = [];
    this.#subjects = [];
    return written;
  }

  #append(decided: Fact, by: WrittenBy): FoldedRow {
    const { log, sealer, ids, memory, fold, onErased } = this.#parts;
    const { end } = memory;
    const { clinicId, epoch, actor, commandId, at, businessDay } = by;
    const { fact, key } = this.#sealable(decided, clinicId);
    const place = {
      clinicId,
      epoch,
      seq: (end?.seq ?? 0) + 1,
      id: ids.newId(at),
      type: fact.type,
      subjectId: fact.subjectId ?? null,
    };
    const sealed =
      fact.sealed === undefined || key === undefined ? null : sealedContent(fact.sealed, place, key, sealer);
    const unchained = {
      ...place,
      at,
      businessDay,
      actor,
      commandId,
      body: JSON.stringify(fact.body),
      sealed,
    };
    const row = chained(unchained, end?.hash ?? genesisHash, sealer);
    log.append(row);
    memory.putEnd(row);
    this.#note(fact, {
      epoch,
      seq: row.seq,
      type: row.type,
      at,
      actor,
      commandId,
      body: fact.body,
    });
    const folded: FoldedRow = {
      ...fact,
      clinicId,
      epoch,
      seq: row.seq,
      at,
      businessDay,
      actor,
      keyIsGone: false,
    };
    fold.apply(folded);
    if (fact.type === 'v1.SubjectErased') onErased(fact.body.subjectId, fact.body.ticketIds);
    return folded;
  }

  /** Of a subject that was erased nothing is kept: what would have been sealed is left out. */
  #sealable(fact: Fact, clinicId: string): { readonly fact: Fact; readonly key?: Uint8Array } {
    const { subjectId, sealed, ...bare } = fact;
    if (sealed === undefined || subjectId === undefined) return { fact };
    const key = this.#parts.keyring.findOrMake(clinicId, subjectId);
    return key === undefined ? { fact: bare as Fact } : { fact, key };
  }

  #note(fact: Fact, row: CommittedRow): void {
    const rows = this.#rows;
    const subjects = this.#subjects;
    const lengths = [rows.length, subjects.length] as const;
    rows.push(row);
    if (fact.type === 'v1.SubjectErased') subjects.push(fact.body.subjectId);
    else if (fact.subjectId !== undefined && fact.sealed?.patient !== undefined) subjects.push(fact.subjectId);
    this.#parts.memory.journal.note(() => {
      [rows.length, subjects.length] = lengths;
    });
  }
}

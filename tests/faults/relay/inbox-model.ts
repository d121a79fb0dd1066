/**
 * What the centre does with a batch, in memory and in words of its own: the specification that the real inbox is held
 * against, and the centre of the simulated relay. A plant is a centre that is careless in one place.
 */
import { hash as digest } from 'node:crypto';
import { fromBatch } from '@foyer/cloud-sync/batch.ts';
import { hashInput, type LogRow } from '@foyer/contracts/log-row.ts';
import type { EscrowAnswer, Position, UpAnswer, UpBatch } from '@foyer/contracts/sync-protocol.ts';

export const carelessInboxes = [
  'hashes not compared',
  'chain not checked',
  'gap accepted',
  'ended epoch accepted',
  'held rows applied again',
  'keys not kept',
  'destroyed key taken again',
  'fork forgotten',
] as const;
export type CarelessInbox = (typeof carelessInboxes)[number];

export interface Place {
  readonly epoch: number;
  readonly seq: number;
}
interface Applied {
  times: number;
  /** Its seal could not be opened: what it said is not here, and never will be. */
  unread: boolean;
}

const nowhere: Place = { epoch: 0, seq: 0 };

export class InboxModel {
  readonly plant: CarelessInbox | undefined;
  readonly #rows = new Map<string, LogRow>();
  /** By row id. */
  readonly applied = new Map<string, Applied>();
  /** Wrapped, by subject; null where it was destroyed. */
  readonly keys = new Map<string, string | null>();
  /** What a person is told, each once: `chain-broken 1/5`. */
  readonly alarms = new Set<string>();
  #clinicKey: string | undefined;
  #head = nowhere;
  #isQuarantined = false;
  /** The run of an edge that wrote last, and those before it. */
  #writer: string | undefined;
  readonly #replaced = new Set<string>();
  /** How often an edge went on from what is not here: the feed has so many lives more. */
  gaps = 0;

  constructor(plant?: CarelessInbox) {
    this.plant = plant;
  }

  get head(): Place {
    return this.#head;
  }
  get isQuarantined(): boolean {
    return this.#isQuarantined;
  }
  get rows(): readonly LogRow[] {
    return [...this.#rows.values()];
  }

  /** As an image of its disk has it. */
  copy(): InboxModel {
    const copy = new InboxModel(this.plant);
    for (const [key, row] of this.#rows) copy.#rows.set(key, row);
    for (const [id, applied] of this.applied) copy.applied.set(id, { ...applied });
    for (const [id, key] of this.keys) copy.keys.set(id, key);
    for (const alarm of this.alarms) copy.alarms.add(alarm);
    copy.#clinicKey = this.#clinicKey;
    copy.#head = this.#head;
    copy.#isQuarantined = this.#isQuarantined;
    copy.#writer = this.#writer;
    for (const run of this.#replaced) copy.#replaced.add(run);
    copy.gaps = this.gaps;
    return copy;
  }

  row(place: Place): LogRow | undefined {
    return this.#rows.get(keyOf(place));
  }

  position(): Position {
    const last = this.row(this.#head);
    return { ...this.#head, hash: last === undefined ? null : text(last.hash) };
  }

  escrow(clinicKey: string): EscrowAnswer {
    this.#clinicKey ??= clinicKey;
    return this.#clinicKey === clinicKey ? { ok: true } : { ok: false, refusal: { code: 'fork' } };
  }

  /**
   * Of the run of an edge, where that is known. Undefined where it cannot take the batch yet: it holds seals, and the
   * clinic's key is not in escrow.
   */
  take(batch: UpBatch, run?: string): UpAnswer | undefined {
    const rows = fromBatch(batch);
    const broken = this.plant === 'chain not checked' ? undefined : firstBroken(rows);
    if (broken !== undefined) return this.#chainBroken({ epoch: batch.epoch, seq: broken.seq });
    if (this.#isQuarantined) return refused('fork', this.#head);
    const found = this.#newOf(rows, run);
    if ('answer' in found) return found.answer;
    const { fresh } = found;
    if (fresh.some((row) => row.sealed !== null) && this.#clinicKey === undefined) return undefined;
    const last = fresh.at(-1);
    if (last !== undefined) {
      if (run !== undefined && run !== this.#writer) {
        if (this.#replaced.has(run)) return this.#clone();
        if (this.#writer !== undefined) this.#replaced.add(this.#writer);
        this.#writer = run;
      }
      this.#keep(fresh, batch.keys);
      this.#head = { epoch: last.epoch, seq: last.seq };
    }
    return { ok: true, ...this.#head, dead: 0 };
  }

  #newOf(
    rows: readonly LogRow[],
    run: string | undefined,
  ): { readonly fresh: readonly LogRow[] } | { readonly answer: UpAnswer } {
    const first = rows[0]!;
    const { epoch } = first;
    const head = this.#head;
    const next = { epoch: Math.max(1, head.epoch), seq: head.seq + 1 };
    if (head.seq === 0) {
      if (epoch !== 1 || first.seq !== 1) return this.#gap(next, rows);
      return first.prevHash.every((byte) => byte === 0) ? { fresh: rows } : { answer: this.#chainBroken(first) };
    }
    if (epoch < head.epoch) {
      if (this.plant === 'ended epoch accepted') return { fresh: rows.filter((row) => !this.#holds(row)) };
      if (rows.every((row) => this.#holds(row))) return { fresh: [] };
      this.alarms.add(`unknown-epoch ${epoch}`);
      return { answer: refused('unknown-epoch', first) };
    }
    if (epoch > head.epoch) {
      const ended = previousEpoch(first);
      return ended === undefined
        ? this.#gap(next, rows)
        : this.#behind({ epoch: ended, seq: first.seq - 1 }, rows, run);
    }
    if (first.seq > head.seq + 1) return this.#gap(next, rows);
    if (first.seq === head.seq + 1) return this.#behind(head, rows, run);
    const known = rows.filter((row) => row.seq <= head.seq);
    const forked = this.plant === 'hashes not compared' ? undefined : known.find((row) => !this.#holds(row));
    if (forked !== undefined) return { answer: this.#fork(forked, run) };
    if (this.plant === 'held rows applied again') for (const row of known) this.#apply(row);
    return { fresh: rows.filter((row) => row.seq > head.seq) };
  }

  #gap(
    expected: Place,
    rows: readonly LogRow[],
  ): { readonly fresh: readonly LogRow[] } | { readonly answer: UpAnswer } {
    if (this.plant === 'gap accepted') return { fresh: rows };
    if (expected.epoch === rows[0]!.epoch) this.gaps += 1;
    return { answer: { ok: false, refusal: { code: 'gap', expected } } };
  }

  #behind(
    place: Place,
    rows: readonly LogRow[],
    run: string | undefined,
  ): { readonly fresh: readonly LogRow[] } | { readonly answer: UpAnswer } {
    const before = this.row(place);
    const next = { epoch: this.#head.epoch, seq: this.#head.seq + 1 };
    if (before === undefined) return { answer: { ok: false, refusal: { code: 'gap', expected: next } } };
    if (this.plant === 'hashes not compared' || text(before.hash) === text(rows[0]!.prevHash)) return { fresh: rows };
    return { answer: this.#fork(place, run) };
  }

  #holds(row: LogRow): boolean {
    const held = this.row(row);
    return held !== undefined && text(held.hash) === text(row.hash);
  }

  /** By another run than wrote last, it is that box alone that is stopped. */
  #fork({ epoch, seq }: Place, run: string | undefined): UpAnswer {
    if (run !== undefined && this.#writer !== undefined && run !== this.#writer) {
      this.alarms.add(`edge-cloned ${epoch}`);
      return refused('fork', { epoch, seq });
    }
    this.#isQuarantined = this.plant !== 'fork forgotten';
    this.alarms.add(`fork ${epoch}/${seq}`);
    return refused('fork', { epoch, seq });
  }

  #clone(): UpAnswer {
    this.alarms.add(`edge-cloned ${this.#head.epoch}`);
    return refused('edge-cloned', this.#head);
  }

  #chainBroken({ epoch, seq }: Place): UpAnswer {
    this.alarms.add(`chain-broken ${epoch}/${seq}`);
    return refused('chain-broken', { epoch, seq });
  }

  #keep(rows: readonly LogRow[], keys: UpBatch['keys']): void {
    for (const { subjectId, wrapped } of this.plant === 'keys not kept' ? [] : keys) {
      const held = this.keys.get(subjectId);
      if (held === undefined || (held === null && this.plant === 'destroyed key taken again'))
        this.keys.set(subjectId, wrapped);
    }
    for (const row of rows) {
      this.#rows.set(keyOf(row), row);
      this.#apply(row);
    }
    for (const row of rows) {
      const erased = erasedSubject(row);
      if (erased !== undefined) this.keys.set(erased, null);
    }
  }

  #apply(row: LogRow): void {
    const applied = this.applied.get(row.id) ?? { times: 0, unread: false };
    applied.times += 1;
    applied.unread = row.sealed !== null && typeof this.keys.get(row.subjectId ?? '') !== 'string';
    this.applied.set(row.id, applied);
  }
}

/** The first row whose number or hash does not follow. */
export function firstBroken(rows: readonly LogRow[]): LogRow | undefined {
  return rows.find((row, index) => {
    if (row.seq !== rows[0]!.seq + index) return true;
    return digest('sha256', hashInput(row, row.prevHash), 'base64') !== text(row.hash);
  });
}

export function erasedSubject(row: LogRow): string | undefined {
  if (row.type !== 'v1.SubjectErased') return undefined;
  return (JSON.parse(row.body) as { readonly subjectId: string }).subjectId;
}

function previousEpoch(row: LogRow): number | undefined {
  if (row.type !== 'v1.EpochBegun') return undefined;
  return (JSON.parse(row.body) as { readonly previousEpoch: number }).previousEpoch;
}

function refused(code: 'fork' | 'chain-broken' | 'unknown-epoch' | 'edge-cloned', { epoch, seq }: Place): UpAnswer {
  return { ok: false, refusal: { code, at: { epoch, seq } } };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

function keyOf({ epoch, seq }: Place): string {
  return `${epoch}/${seq}`;
}

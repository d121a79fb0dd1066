// One view's life for one audience: its number, its last form, and the patches that a screen may have missed. Everyone
// of the audience gets the same patch, made once. `seq` numbers changes of this view; another `stream` means start over.

import { randomBytes } from 'node:crypto';
import { type MergePatch, type Patch, type Snapshot, type Tick, mergePatchBetween } from '@foyer/contracts/sockets.ts';

/** What a screen can catch up on; further behind, a snapshot is shorter. */
const mostKept = 128;
/** A change of these alone is no change: they only say when the view was made. */
const quietFields = ['asOf'];

export class ViewStream {
  readonly stream = randomBytes(12).toString('base64url');
  readonly #now: () => number;
  #view: object;
  #seq = 1;
  readonly #kept: Patch[] = [];

  constructor(view: object, now: () => number) {
    this.#view = view;
    this.#now = now;
  }

  get seq(): number {
    return this.#seq;
  }

  /** The patch to this view; undefined when nothing that shows changed. */
  advance(view: object): Patch | undefined {
    const changes = mergePatchBetween(this.#view, view);
    if (changes === undefined || isQuiet(changes)) return undefined;
    this.#view = view;
    const prevSeq = this.#seq;
    this.#seq += 1;
    const patch = {
      stream: this.stream,
      prevSeq,
      seq: this.#seq,
      serverTime: this.#now(),
      changes,
    };
    this.#kept.push(patch);
    if (this.#kept.length > mostKept) this.#kept.shift();
    return patch;
  }

  snapshot(): Snapshot<object> {
    return { stream: this.stream, seq: this.#seq, serverTime: this.#now(), view: this.#view };
  }

  tick(): Tick {
    return { stream: this.stream, seq: this.#seq, serverTime: this.#now() };
  }

  /** The patches after a number, in order; undefined when they are not all here, or it is of another stream. */
  after(held: { readonly stream: string; readonly seq: number }): readonly Patch[] | undefined {
    if (held.stream !== this.stream || held.seq > this.#seq) return undefined;
    const missed = this.#kept.filter(({ seq }) => seq > held.seq);
    return missed.length === this.#seq - held.seq ? missed : undefined;
  }
}

function isQuiet(changes: MergePatch): boolean {
  return Object.keys(changes).every((field) => quietFields.includes(field));
}

// The life of one view as its watchers see it: a snapshot, then numbered patches, and the last of these kept for who
// missed some. The numbers are this view's own. Source: contracts/src/sockets.ts.

import { mergePatchBetween, type Patch, type Snapshot, type Tick } from '@foyer/contracts/sockets.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

const keptPatches = 50;

export class ViewStream<View> {
  readonly #stream: string;
  readonly #patches: Patch[] = [];
  #seq = 1;
  #view: View;

  constructor(stream: string, view: View) {
    this.#stream = stream;
    this.#view = view;
  }

  snapshot(serverTime: EpochMs): Snapshot<View> {
    return { stream: this.#stream, seq: this.#seq, serverTime, view: this.#view };
  }

  tick(serverTime: EpochMs): Tick {
    return { stream: this.#stream, seq: this.#seq, serverTime };
  }

  /** The patch that leads to this view; undefined when nothing differs. */
  advance(view: View, serverTime: EpochMs): Patch | undefined {
    const changes = mergePatchBetween(this.#view, view);
    if (changes === undefined) return undefined;
    const patch = {
      stream: this.#stream,
      prevSeq: this.#seq,
      seq: this.#seq + 1,
      serverTime,
      changes,
    };
    this.#view = view;
    this.#seq = patch.seq;
    this.#patches.push(patch);
    if (this.#patches.length > keptPatches) this.#patches.shift();
    return patch;
  }

  /** What a watcher at this number lacks; undefined when only a snapshot helps. */
  since(held: { readonly stream: string; readonly seq: number }): readonly Patch[] | undefined {
    if (held.stream !== this.#stream || held.seq > this.#seq) return undefined;
    const missing = this.#patches.filter((patch) => patch.seq > held.seq);
    return missing.length === this.#seq - held.seq ? missing : undefined;
  }
}

/**
 * Which blocks of some sources ran, and how often, as V8 counts them: what guides the search, and the steps that an
 * input cost. What one call of the engine does (a search, a copy, a regular expression without nested repetition)
 * counts as one.
 */
import { type Profiler, Session } from 'node:inspector';

export interface Covered {
  /** Something ran that never had. */
  readonly isNew: boolean;
  /** Of all blocks together. */
  readonly steps: number;
}

export class BlockCoverage {
  readonly #session = new Session();
  readonly #isWatched: (url: string) => boolean;
  /** Of each function, sign for sign of its source, what ever ran: V8 joins blocks that ran equally often. */
  readonly #ran = new Map<string, Uint8Array>();
  /** Ways through a function that show nothing new any more. */
  readonly #familiar = new Set<string>();

  /** `isWatched`: whether the source at that address counts. It has to be loaded after the start. */
  constructor(isWatched: (url: string) => boolean) {
    this.#isWatched = isWatched;
  }

  /** How many signs of the sources ever ran. */
  get signs(): number {
    return [...this.#ran.values()].reduce((sum, ran) => sum + ran.reduce((signs, sign) => signs + sign, 0), 0);
  }

  start(): void {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  stop(): void {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }

  /** Since it was looked at last. */
  take(): Covered {
    return this.#read(true);
  }

  /** The same, and what is new stays new. */
  look(): Covered {
    return this.#read(false);
  }

  #read(keeps: boolean): Covered {
    let steps = 0;
    let isNew = false;
    for (const { url, scriptId, functions } of this.#result()) {
      if (!this.#isWatched(url)) continue;
      for (const { ranges } of functions) {
        for (const { count } of ranges) steps += count;
        if (this.#isMore(scriptId, ranges, keeps)) isNew = true;
      }
    }
    return { isNew, steps };
  }

  /** The first range is the function's own; those within it come after it. */
  #isMore(scriptId: string, ranges: readonly Profiler.CoverageRange[], keeps: boolean): boolean {
    const [whole] = ranges;
    if (whole === undefined || whole.count === 0) return false;
    const shape = `${scriptId} ${ranges.map((one) => `${one.startOffset}-${one.endOffset}${one.count > 0}`).join()}`;
    if (this.#familiar.has(shape)) return false;
    const from = whole.startOffset;
    const now = new Uint8Array(whole.endOffset - from);
    for (const { startOffset, endOffset, count } of ranges)
      now.fill(count > 0 ? 1 : 0, startOffset - from, endOffset - from);
    const key = `${scriptId}:${from}`;
    const ran = this.#ran.get(key) ?? new Uint8Array(now.length);
    const isMore = now.some((sign, at) => sign > (ran[at] ?? 0));
    if (!isMore || keeps) this.#familiar.add(shape);
    if (!isMore || !keeps) return isMore;
    for (const [at, sign] of now.entries()) if (sign > 0) ran[at] = 1;
    this.#ran.set(key, ran);
    return true;
  }

  #result(): readonly Profiler.ScriptCoverage[] {
    let taken: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error !== null) throw error;
      taken = answer.result;
    });
    return taken;
  }
}

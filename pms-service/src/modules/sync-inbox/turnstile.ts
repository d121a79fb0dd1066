// Lets batches in, so that hundreds of edges that return at once share the centre and its memory.
// S1  Of one clinic there is one batch at a time, under way or waiting.
// S2  What is under way stays within so many rows and so many batches; a batch's body is read only then.
// S3  A clinic at work, whose few newest rows are all that it has, goes before one with a little backlog, and that before
//     one with much; among those alike, whoever will have been let in with the fewest rows since the crowd formed, this
//     batch included, goes first. A newcomer begins where the least of them is. So a clinic at work waits behind no crowd
//     of edges that return, however little each of them brings and however much is done in the clinic meanwhile.
// S4  Whoever cannot wait here is told how long to wait elsewhere, and with how many rows to come back.

import type { SendHint } from '@foyer/contracts/relay-line.ts';
import { maxRowsPerBatch } from '@foyer/contracts/sync-protocol.ts';

export interface TurnstileLimits {
  readonly rowsUnderWay: number;
  readonly batchesUnderWay: number;
  /** Requests that wait here with their bodies unread. */
  readonly waiting: number;
  readonly longestWaitMs: number;
}

export const usualLimits: TurnstileLimits = {
  rowsUnderWay: 20_000,
  batchesUnderWay: 6,
  waiting: 500,
  longestWaitMs: 15_000,
};

export interface Arrival {
  readonly clinicId: string;
  readonly rows: number;
  /** Rows that wait at the edge behind these; undefined: it does not say. */
  readonly behind: number | undefined;
}

export type Entry =
  | { readonly ok: true; readonly release: () => void }
  | {
      readonly ok: false;
      readonly code: 'centre-busy' | 'one-at-a-time';
      readonly retryAfterMs: number;
      readonly rows: number;
    };

interface Waiting extends Arrival {
  readonly answer: (entry: Entry) => void;
}

/** What comes together in a busy clinic while a batch is on its way. */
const newestRows = 50;
/** All that is left of it fits into one small batch. */
const littleBacklog = 1_000;
const fewestRows = 500;
const [shortestRetryMs, longestRetryMs, onceMoreMs] = [1_000, 60_000, 1_000];

export class Turnstile {
  readonly #limits: TurnstileLimits;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  /** Rows under way, by clinic. */
  readonly #underWay = new Map<string, number>();
  /** Rows let in since the crowd formed, by clinic. */
  readonly #letIn = new Map<string, number>();
  #batchMs = 500;

  constructor(limits: TurnstileLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  get state(): { readonly underWay: number; readonly rows: number; readonly waiting: number } {
    return { underWay: this.#underWay.size, rows: this.#rows, waiting: this.#waiting.length };
  }

  /** Resolves when the batch may be read, or with how long to wait elsewhere. */
  enter(arrival: Arrival, signal: AbortSignal): Promise<Entry> {
    const { clinicId } = arrival;
    if (this.#underWay.has(clinicId) || this.#waiting.some((other) => other.clinicId === clinicId)) {
      return Promise.resolve(this.#elsewhere('one-at-a-time', onceMoreMs));
    }
    if (this.#waiting.length >= this.#limits.waiting) return Promise.resolve(this.#elsewhere('centre-busy'));
    const { promise, resolve } = Promise.withResolvers<Entry>();
    const leave = (): void => {
      const at = this.#waiting.indexOf(waiting);
      if (at === -1) return;
      this.#waiting.splice(at, 1);
      waiting.answer(this.#elsewhere('centre-busy'));
    };
    const timer = setTimeout(leave, this.#limits.longestWaitMs);
    const waiting: Waiting = {
      ...arrival,
      answer(entry) {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        resolve(entry);
      },
    };
    signal.addEventListener('abort', leave, { once: true });
    this.#letIn.set(clinicId, Math.max(this.#letIn.get(clinicId) ?? 0, this.#least()));
    this.#waiting.push(waiting);
    if (signal.aborted) leave();
    this.#go();
    return promise;
  }

  /** What an edge whose batch was taken does next. */
  hint(): SendHint {
    return { rows: this.#rowsEach(), afterMs: 0 };
  }

  #go(): void {
    for (;;) {
      const next = this.#next();
      if (next === undefined || !this.#hasRoom(next)) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#underWay.set(next.clinicId, next.rows);
      this.#letIn.set(next.clinicId, (this.#letIn.get(next.clinicId) ?? 0) + next.rows);
      next.answer({ ok: true, release: this.#releaseOf(next) });
    }
  }

  #next(): Waiting | undefined {
    const goesBefore = (one: Waiting, other: Waiting): boolean =>
      backlogOf(one) === backlogOf(other) ? this.#turnOf(one) < this.#turnOf(other) : backlogOf(one) < backlogOf(other);
    return this.#waiting.reduce<Waiting | undefined>(
      (best, one) => (best === undefined || goesBefore(one, best) ? one : best),
      undefined,
    );
  }

  /** Rows let in once this batch is. */
  #turnOf({ clinicId, rows }: Waiting): number {
    return (this.#letIn.get(clinicId) ?? 0) + rows;
  }

  #hasRoom({ rows }: Waiting): boolean {
    const { rowsUnderWay, batchesUnderWay } = this.#limits;
    if (this.#underWay.size === 0) return true;
    return this.#underWay.size < batchesUnderWay && this.#rows + rows <= rowsUnderWay;
  }

  #releaseOf({ clinicId }: Waiting): () => void {
    const begun = this.#now();
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.#batchMs = 0.8 * this.#batchMs + 0.2 * Math.max(0, this.#now() - begun);
      this.#underWay.delete(clinicId);
      this.#go();
      // The crowd has gone, and with it what everybody was let in with.
      if (this.#underWay.size === 0 && this.#waiting.length === 0) this.#letIn.clear();
    };
  }

  /** Of those who are here. */
  #least(): number {
    const here = [...this.#waiting.map(({ clinicId }) => clinicId), ...this.#underWay.keys()];
    return here.length === 0 ? 0 : Math.min(...here.map((clinicId) => this.#letIn.get(clinicId) ?? 0));
  }

  get #rows(): number {
    return [...this.#underWay.values()].reduce((sum, rows) => sum + rows, 0);
  }

  /** The more wait, the smaller the batches: nobody stands long behind a large one. */
  #rowsEach(): number {
    const crowd = this.#waiting.length / this.#limits.batchesUnderWay;
    return Math.max(fewestRows, Math.floor(maxRowsPerBatch / (1 + crowd)));
  }

  #elsewhere(code: 'centre-busy' | 'one-at-a-time', retryAfterMs?: number): Entry {
    const ahead = (this.#waiting.length + this.#underWay.size) / this.#limits.batchesUnderWay;
    const estimateMs = Math.min(longestRetryMs, Math.max(shortestRetryMs, Math.round(ahead * this.#batchMs)));
    return { ok: false, code, retryAfterMs: retryAfterMs ?? estimateMs, rows: this.#rowsEach() };
  }
}

/** 0: none, a clinic at work; 1: a little; 2: much, or it does not say. */
function backlogOf(arrival: Waiting): number {
  const { rows, behind } = arrival;
  if (behind === undefined || rows + behind > littleBacklog) return 2;
  return isAtWork(arrival) ? 0 : 1;
}

/** Its few newest rows are all that it has. */
export function isAtWork({ rows, behind }: Pick<Arrival, 'rows' | 'behind'>): boolean {
  return behind === 0 && rows <= newestRows;
}

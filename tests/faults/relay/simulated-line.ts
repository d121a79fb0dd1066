/**
 * The line of the simulated relay: each request has its fate, and a line that is cut in one direction carries the other
 * one on. What was sent may arrive long after nobody waits for the answer any more.
 */
import type { RelayTransport } from '@foyer/cloud-sync/ports.ts';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { EscrowAnswer, FeedPage, Position, UpAnswer, UpBatch, WireRow } from '@foyer/contracts/sync-protocol.ts';
import type { Life } from './simulated-box.ts';
import type { Asked, SimulatedInbox } from './simulated-inbox.ts';
import type { VirtualTime } from './virtual-time.ts';

export const fates = [
  'request lost',
  'request late',
  'request twice',
  'answer lost',
  'answer torn',
  'answer late',
] as const;
/** What no check of the line sees: it happened before the rows were packed, or behind where they are unpacked. */
export const garbled = 'rows garbled';
export type Fate = (typeof fates)[number] | typeof garbled;

const latencyMs = 15;
const patienceMs = 30_000;
/** Longer than anybody waits. */
const muchLaterMs = 70_000;

export interface LineWatch {
  asked(life: Life, asked: Asked): void;
  /** No whole answer came, or none in time. */
  failed(life: Life): void;
  garbled(): void;
  /** The centre was restored while these rows were on their way. */
  rowsFromBefore(): void;
}

export class SimulatedLine {
  readonly #time: VirtualTime;
  readonly #centre: SimulatedInbox;
  readonly #watch: LineWatch;
  readonly #fates: { readonly fate: Fate; readonly ms: number }[] = [];
  /** Otherwise the version before it, which says neither who speaks nor of which life of the feed. */
  speaksNewest = true;
  readonly isCut = { up: false, down: false };

  constructor(time: VirtualTime, centre: SimulatedInbox, watch: LineWatch) {
    this.#time = time;
    this.#centre = centre;
    this.#watch = watch;
  }

  /** What becomes of the next request that has no fate yet. */
  destine(fate: Fate, ms: number): void {
    this.#fates.push({ fate, ms });
  }

  calm(): void {
    this.#fates.length = 0;
    this.isCut.up = false;
    this.isCut.down = false;
  }

  of(life: Life): RelayTransport {
    return {
      position: (signal, _own, told) => this.#ask<Position>(life, { kind: 'position', told }, signal),
      escrow: (key, signal) =>
        this.#ask<EscrowAnswer>(life, { kind: 'escrow', clinicKey: Buffer.from(key).toString('base64') }, signal),
      push: (batch, signal) =>
        this.#ask<UpAnswer>(life, { kind: 'push', batch, run: this.speaksNewest ? life.run : undefined }, signal),
      pack: async (make) => void make(),
      pull: (after, waitSeconds, signal, said) => {
        const place = this.speaksNewest ? said : undefined;
        return this.#ask<FeedPage>(life, { kind: 'pull', after, place, waitSeconds }, signal);
      },
    };
  }

  #ask<T>(life: Life, said: Asked, signal: AbortSignal): Promise<T> {
    // What a dead life still wanted to say, it never says.
    if (life.isOver) return new Promise(() => undefined);
    this.#watch.asked(life, said);
    const { fate, ms = 0 } = this.#fates.shift() ?? {};
    const asked = fate === garbled && said.kind === 'push' ? { ...said, batch: garble(said.batch) } : said;
    if (asked !== said) this.#watch.garbled();
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let isAnswered = false;
    const settle = (act: () => void): void => {
      if (isAnswered || life.isOver) return;
      isAnswered = true;
      act();
    };
    const fail = (why: Error = new Error('no whole answer')): void =>
      settle(() => {
        this.#watch.failed(life);
        reject(why);
      });
    const later = (inMs: number, act: () => void): void => this.#time.in(inMs, act);
    signal.addEventListener('abort', () => settle(() => reject(new Error('stopped'))), { once: true });
    later(patienceMs + (asked.kind === 'pull' ? asked.waitSeconds * 1_000 : 0), () => fail());
    const hear = (answer: object | undefined): void => {
      if (this.isCut.down) return;
      const wayMs = fate === 'answer late' ? muchLaterMs : latencyMs;
      const isWhole = fate !== 'answer lost' && fate !== 'answer torn';
      later(wayMs, () => {
        if (!isWhole) fail();
        else if (answer === undefined) fail(new AppError('not-ready'));
        else settle(() => resolve(answer as T));
      });
    };
    const { restores } = this.#centre;
    const arrive = (reply: (answer: object | undefined) => void): void => {
      if (asked.kind === 'push' && restores !== this.#centre.restores) this.#watch.rowsFromBefore();
      if (!this.#centre.hear(asked, reply)) later(latencyMs, () => fail());
    };
    if (this.isCut.up) return promise;
    if (fate === 'request lost') later(latencyMs, () => fail());
    else later(fate === 'request late' ? ms : latencyMs, () => arrive(hear));
    if (fate === 'request twice') later(latencyMs + ms, () => arrive(() => undefined));
    return promise;
  }
}

function garble(batch: UpBatch): UpBatch {
  const [first, ...others] = batch.rows;
  const changed: WireRow = first!.with(7, '{"garbled":true}') as WireRow;
  return { ...batch, rows: [changed, ...others] };
}

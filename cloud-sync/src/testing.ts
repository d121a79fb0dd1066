// A log, a centre and a line in memory, for tests: the line drops, cuts and repeats as it is told.

import { setImmediate } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { genesisHash, hashInput, type LogRow } from '@foyer/contracts/log-row.ts';
import type { EscrowAnswer, FeedPage, Position, UpAnswer, UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { base64, fromBatch } from './batch.ts';
import type { RelayClock, RelayFeed, RelayLog, RelayTransport } from './ports.ts';
import { beforeFirst, comparePositions, type LogPosition } from './sync-state.ts';

const clinicId = '01900000-0000-7000-8000-000000000001';

export class TestLog implements RelayLog {
  readonly rows: LogRow[] = [];
  readonly acknowledgements: LogPosition[] = [];
  epoch = 1;

  append(count = 1): void {
    for (let index = 0; index < count; index += 1) {
      const seq = this.rows.length + 1;
      const row = {
        clinicId,
        epoch: this.epoch,
        seq,
        id: `01900000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
        type: 'v1.ServicePointPaused',
        at: seq,
        businessDay: '2026-11-23',
        actor: 'system' as const,
        commandId: null,
        body: '{}',
        subjectId: null,
        sealed: null,
      };
      const prevHash = this.rows.at(-1)?.hash ?? genesisHash;
      this.rows.push({ ...row, prevHash, hash: createHash('sha256').update(hashInput(row, prevHash)).digest() });
    }
  }
  head() {
    const last = this.rows.at(-1);
    return last === undefined ? beforeFirst : { epoch: last.epoch, seq: last.seq };
  }
  rowsAfter(after: LogPosition, limit: number) {
    return this.rows.filter((row) => comparePositions(row, after) > 0).slice(0, limit);
  }
  hashAt(position: LogPosition) {
    return this.rows.find((row) => comparePositions(row, position) === 0)?.hash;
  }
  endOfEpoch(epoch: number) {
    const last = this.rows.findLast((row) => row.epoch <= epoch);
    return last === undefined || last === this.rows.at(-1) ? undefined : { epoch: last.epoch, seq: last.seq };
  }
  /** As an image of so many rows gives it back, in a new epoch where one is begun. */
  restored(rows: number, epoch = this.epoch): TestLog {
    const restored = new TestLog();
    restored.rows.push(...this.rows.slice(0, rows));
    restored.epoch = epoch;
    return restored;
  }
  wrappedKeys() {
    return [];
  }
  clinicKey() {
    return new Uint8Array(32);
  }
  acknowledged(position: LogPosition) {
    this.acknowledgements.push(position);
    return Promise.resolve();
  }
}

/** Holds what it was sent, as the protocol says, and can be restored to an earlier point. */
export class TestCentre {
  rows: LogRow[] = [];
  escrowed: Uint8Array | undefined;

  position(): Position {
    const last = this.rows.at(-1);
    return last === undefined
      ? { epoch: 0, seq: 0, hash: null }
      : { epoch: last.epoch, seq: last.seq, hash: base64(last.hash) };
  }
  escrow(clinicKey: Uint8Array): EscrowAnswer {
    this.escrowed ??= clinicKey;
    if (base64(this.escrowed) === base64(clinicKey)) return { ok: true };
    return { ok: false, refusal: { code: 'fork' } };
  }
  receive(batch: UpBatch): UpAnswer {
    this.#followIntoEpoch(batch);
    for (const row of fromBatch(batch)) {
      const held = this.rows[row.seq - 1];
      if (held !== undefined) {
        if (base64(held.hash) === base64(row.hash)) continue;
        return { ok: false, refusal: { code: 'fork', at: { epoch: row.epoch, seq: row.seq } } };
      }
      const expected = { epoch: batch.epoch, seq: this.rows.length + 1 };
      if (row.seq !== expected.seq) return { ok: false, refusal: { code: 'gap', expected } };
      this.rows.push(row);
    }
    const { epoch, seq } = this.position();
    return { ok: true, epoch, seq, dead: 0 };
  }

  /** What an ended epoch had behind the row that a later one follows is no more part of the history. */
  #followIntoEpoch({ epoch, rows: [first], prevHash }: UpBatch): void {
    const before = this.rows[(first?.[0] ?? 0) - 2];
    const follows = before !== undefined && epoch > this.position().epoch && base64(before.hash) === prevHash;
    if (follows) this.rows = this.rows.slice(0, before.seq);
  }
}

export type LineFault = 'none' | 'request-lost' | 'answer-lost' | 'twice' | 'centre-restored';

export class TestLine implements RelayTransport {
  readonly centre: TestCentre;
  readonly pages: FeedPage[] = [];
  /** Those that were made while another was on its way, and those that were pushed. */
  readonly packed: UpBatch[] = [];
  readonly pushed: UpBatch[] = [];
  readonly #faults: LineFault[];

  constructor(centre: TestCentre, faults: readonly LineFault[] = []) {
    this.centre = centre;
    this.#faults = [...faults];
  }

  position() {
    return this.#over(() => this.centre.position());
  }
  escrow(clinicKey: Uint8Array) {
    return this.#over(() => this.centre.escrow(clinicKey));
  }
  push(batch: UpBatch) {
    this.pushed.push(batch);
    return this.#over(() => this.centre.receive(batch));
  }
  async pack(make: () => UpBatch) {
    await setImmediate();
    this.packed.push(make());
  }
  async pull(after: number, _waitSeconds: number, signal: AbortSignal): Promise<FeedPage> {
    const page = this.pages.find(({ next }) => next > after);
    if (page !== undefined) return page;
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    throw new Error('stopped');
  }

  async #over<T>(act: () => T): Promise<T> {
    const fault = this.#faults.shift() ?? 'none';
    await setImmediate();
    if (fault === 'request-lost') throw new Error('lost');
    if (fault === 'centre-restored')
      this.centre.rows = this.centre.rows.slice(0, Math.floor(this.centre.rows.length / 2));
    const answer = act();
    if (fault === 'twice') act();
    if (fault === 'answer-lost') throw new Error('lost');
    return answer;
  }
}

export class TestFeed implements RelayFeed {
  readonly applied: number[] = [];
  #number = 0;
  number() {
    return this.#number;
  }
  apply(page: FeedPage) {
    this.applied.push(...page.items.map((item) => item.number).filter((number) => number > this.#number));
    this.#number = page.next;
    return Promise.resolve();
  }
}

/** Time that passes by sleeping alone. */
export class TestClock implements RelayClock {
  #now = 1_000;
  now() {
    return this.#now;
  }
  monotonic() {
    return this.#now;
  }
  async sleep(ms: number) {
    this.#now += ms;
    await setImmediate();
  }
}

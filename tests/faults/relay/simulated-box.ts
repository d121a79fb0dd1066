/**
 * The edge of the simulated relay: a log, keys, and what the feed brought, on a disk that is gone back to an image of;
 * and the relay itself, which is the real one, in life after life. What a dead life still had under way comes to nothing,
 * or had reached the disk.
 */
import { createHash, hash as digest } from 'node:crypto';
import type { RelayFeed, RelayLog, RelayTransport } from '@foyer/cloud-sync/ports.ts';
import type { Relay, RelayOptions, RelayStatus } from '@foyer/cloud-sync/relay.ts';
import { beforeFirst, comparePositions, type LogPosition } from '@foyer/cloud-sync/sync-state.ts';
import { genesisHash, hashInput, type LogRow } from '@foyer/contracts/log-row.ts';
import type { FeedItem, FeedPage, FeedPlace } from '@foyer/contracts/sync-protocol.ts';
import type { VirtualTime } from './virtual-time.ts';

export const clinicId = '01900000-0000-7000-8000-000000000001';
const clinicKey = new Uint8Array(32).fill(7);
/** What its clock says as the time begins. */
const beginning = Date.UTC(2026, 10, 23, 9);
const rowsPerBatch = 4;
const pollSeconds = 25;

export type RelayMaker = (options: RelayOptions) => Relay;

export interface BoxParts {
  readonly time: VirtualTime;
  readonly makeRelay: RelayMaker;
  /** A line of one life, which hears no answer once `isOver`. */
  readonly lineOf: (life: Life) => RelayTransport;
  /** Ids that no row of any box has had. */
  readonly newId: () => string;
  readonly jitter: () => number;
  /** The feed's number is on the disk before what it numbers. */
  readonly isCareless: boolean;
  readonly onAcknowledged: (box: SimulatedBox, position: LogPosition, row: LogRow | undefined) => void;
}

export interface Life {
  readonly box: SimulatedBox;
  /** Known to this start alone. */
  readonly run: string;
  isOver: boolean;
  /** Since it told a person that it halted. */
  isHalted: boolean;
}

interface Disk {
  readonly rows: readonly LogRow[];
  readonly keys: ReadonlyMap<string, string>;
  readonly things: ReadonlyMap<string, FeedItem['body']>;
  /** The last row that the centre said it holds. */
  readonly told: LogPosition;
  readonly feed: FeedPlace;
  /** What the snapshot that is being taken in has named so far. */
  readonly named: ReadonlySet<string>;
}

export class SimulatedBox {
  readonly #parts: BoxParts;
  /** Where its clock stands against the time. */
  clockOffsetMs = 0;
  rows: LogRow[] = [];
  keys = new Map<string, string>();
  things = new Map<string, FeedItem['body']>();
  told: LogPosition = beforeFirst;
  feed: FeedPlace = { number: 0, incarnation: null, snapshot: null };
  #named = new Set<string>();
  life: Life | undefined;
  status: RelayStatus | undefined;
  #relay: Relay | undefined;
  /** What the disk is still writing. */
  #writing: (() => void)[] = [];
  #byPlace = new Map<string, LogRow>();

  constructor(parts: BoxParts, disk?: Disk) {
    this.#parts = parts;
    if (disk !== undefined) this.#putBack(disk);
  }

  get epoch(): number {
    return this.rows.at(-1)?.epoch ?? 1;
  }
  get isHalted(): boolean {
    return this.life?.isHalted ?? false;
  }

  image(): Disk {
    return {
      rows: [...this.rows],
      keys: new Map(this.keys),
      things: new Map(this.things),
      told: this.told,
      feed: this.feed,
      named: new Set(this.#named),
    };
  }

  start(): void {
    if (this.life !== undefined) return;
    const { time, makeRelay, lineOf, jitter } = this.#parts;
    const life: Life = { box: this, run: this.#parts.newId(), isOver: false, isHalted: false };
    this.life = life;
    this.#relay = makeRelay({
      log: this.#log(life),
      feed: this.#feed(life),
      transport: lineOf(life),
      clock: {
        now: () => beginning + time.now + this.clockOffsetMs,
        monotonic: () => time.now,
        sleep: (ms, signal) => time.sleep(ms, signal),
      },
      jitter,
      rowsPerBatch,
      waitSeconds: pollSeconds,
      onStatus: (status) => {
        if (life.isOver) return;
        this.status = status;
        life.isHalted ||= status.state === 'halted';
      },
    });
    this.#relay.start();
  }

  /** As the power goes: what the disk was still writing is there or is not. */
  crash(hasLanded: boolean): void {
    if (this.life === undefined) return;
    if (hasLanded) for (const write of this.#writing) write();
    this.#end();
  }

  /** As an operator stops it. */
  stop(): void {
    void this.#relay?.stop();
    this.#end();
  }

  restore(image: Disk): void {
    this.#end();
    this.#putBack(image);
  }

  /** Rows of what happened at the clinic; a part of them about somebody. */
  append(count: number, subjects: number): void {
    for (let made = 0; made < count; made++) {
      // Every second one is about somebody who is known already.
      const known = made % 2 === 1 ? [...this.keys.keys()][made % this.keys.size] : undefined;
      const subjectId = made < subjects ? (known ?? this.#parts.newId()) : null;
      if (subjectId !== null && subjectId !== known) this.keys.set(subjectId, digest('sha256', subjectId, 'base64'));
      this.#add('v1.PatientRegistered', '{}', subjectId);
    }
    this.#relay?.rowsAppended();
  }

  /** The subject's key is destroyed with the fact. */
  erase(subjectId: string): void {
    this.keys.delete(subjectId);
    this.#add('v1.SubjectErased', JSON.stringify({ subjectId, ticketIds: [] }), null);
    this.#relay?.rowsAppended();
  }

  beginEpoch(): void {
    const previousEpoch = this.epoch;
    this.#add('v1.EpochBegun', JSON.stringify({ previousEpoch }), null, previousEpoch + 1);
  }

  #add(type: string, body: string, subjectId: string | null, epoch = this.epoch): void {
    const { newId, time } = this.#parts;
    const last = this.rows.at(-1);
    const row = {
      clinicId,
      epoch,
      seq: (last?.seq ?? 0) + 1,
      id: newId(),
      type,
      at: beginning + time.now,
      businessDay: '2026-11-23',
      actor: 'system' as const,
      commandId: null,
      body,
      subjectId,
      sealed: subjectId === null ? null : Buffer.from(subjectId),
    };
    const prevHash = last?.hash ?? genesisHash;
    this.#put({ ...row, prevHash, hash: createHash('sha256').update(hashInput(row, prevHash)).digest() });
  }

  #put(row: LogRow): void {
    this.rows.push(row);
    this.#byPlace.set(`${row.epoch}/${row.seq}`, row);
  }

  #putBack({ rows, keys, things, told, feed, named }: Disk): void {
    [this.rows, this.#byPlace] = [[], new Map()];
    for (const row of rows) this.#put(row);
    [this.keys, this.things, this.told, this.feed] = [new Map(keys), new Map(things), told, feed];
    this.#named = new Set(named);
  }

  #end(): void {
    if (this.life !== undefined) this.life.isOver = true;
    [this.life, this.#relay, this.status, this.#writing] = [undefined, undefined, undefined, []];
  }

  row({ epoch, seq }: LogPosition): LogRow | undefined {
    return this.#byPlace.get(`${epoch}/${seq}`);
  }

  #log(life: Life): RelayLog {
    return {
      head: () => placeOf(this.rows.at(-1)),
      rowsAfter: (after, limit) => {
        const from = this.rows.findIndex((row) => comparePositions(row, after) > 0);
        return from === -1 ? [] : this.rows.slice(from, from + limit);
      },
      hashAt: (position) => this.row(position)?.hash,
      endOfEpoch: (epoch) => {
        if (epoch >= this.epoch) return undefined;
        const last = this.rows.findLast((row) => row.epoch <= epoch);
        return last === undefined ? undefined : placeOf(last);
      },
      wrappedKeys: (subjectIds) =>
        subjectIds.flatMap((subjectId) => {
          const wrapped = this.keys.get(subjectId);
          return wrapped === undefined ? [] : [{ subjectId, wrapped }];
        }),
      clinicKey: () => clinicKey,
      acknowledged: (position) =>
        this.#write(life, 2, () => {
          this.told = position;
          this.#parts.onAcknowledged(this, position, this.row(position));
        }),
      acknowledgedUntil: () => this.told,
    };
  }

  #feed(life: Life): RelayFeed {
    return {
      number: () => this.feed.number,
      place: () => this.feed,
      apply: (page) => {
        if (this.#parts.isCareless) this.feed = { ...this.feed, number: Math.max(this.feed.number, page.next) };
        return this.#write(life, 3, () => this.#apply(page));
      },
    };
  }

  #apply({ items, next, snapshot, ...page }: FeedPage): void {
    const incarnation = page.incarnation ?? null;
    if (snapshot !== undefined) return this.#takeSnapshot(items, snapshot, incarnation);
    const done = this.#parts.isCareless ? 0 : this.feed.number;
    for (const item of items) if (item.number > done) this.things.set(thingOf(item), item.body);
    this.feed = { number: Math.max(this.feed.number, next), incarnation, snapshot: null };
  }

  /** At its end what it did not name is gone. */
  #takeSnapshot(
    items: readonly FeedItem[],
    { at, from, isLast }: NonNullable<FeedPage['snapshot']>,
    incarnation: string | null,
  ): void {
    const goesOn = this.feed.incarnation === incarnation && this.feed.snapshot?.at === at;
    if (!goesOn) this.#named.clear();
    for (const item of items) {
      this.things.set(thingOf(item), item.body);
      this.#named.add(thingOf(item));
    }
    this.feed = { number: isLast ? at : this.feed.number, incarnation, snapshot: isLast ? null : { at, from } };
    if (!isLast) return;
    for (const thing of this.things.keys()) if (!this.#named.has(thing)) this.things.delete(thing);
    this.#named.clear();
  }

  /** Whole or not at all: at once on the disk when it has taken so long. */
  #write(life: Life, ms: number, act: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.#writing.push(act);
      this.#parts.time.in(ms, () => {
        if (life.isOver) return;
        this.#writing = this.#writing.filter((other) => other !== act);
        act();
        resolve();
      });
    });
  }
}

function thingOf({ kind, id }: FeedItem): string {
  return `${kind}/${id}`;
}

function placeOf(row: LogRow | undefined): LogPosition {
  return row === undefined ? beforeFirst : { epoch: row.epoch, seq: row.seq };
}

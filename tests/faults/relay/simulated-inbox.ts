/** The centre of the simulated relay: the model of its inbox and its feed, in a process that is killed and restored. */
import { comparePositions, type LogPosition } from '@foyer/cloud-sync/sync-state.ts';
import { protocolVersion } from '@foyer/contracts/relay-line.ts';
import type { FeedItem, FeedPage, FeedPlace, UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { isAhead, type NextPage, nextPage } from '@foyer/pms-service/modules/feed/rules.ts';
import { type CarelessInbox, InboxModel } from './inbox-model.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What its clock says as the time begins. */
const beginning = Date.UTC(2026, 10, 23, 9);
const pageSize = 3;
/** From the last word of a request to its commit. */
const commitMs = 4;

export type CentrePlant = CarelessInbox | 'answered before the commit';

export type Asked =
  | { readonly kind: 'position'; readonly told: LogPosition | undefined }
  | { readonly kind: 'escrow'; readonly clinicKey: string }
  | { readonly kind: 'push'; readonly batch: UpBatch; readonly run: string | undefined }
  /** Without a place, of version 1: it says a number alone. */
  | {
      readonly kind: 'pull';
      readonly after: number;
      readonly place: FeedPlace | undefined;
      readonly waitSeconds: number;
    };

/** Undefined: an answer that is none, such as that of a server which is not ready. */
export type Reply = (answer: object | undefined) => void;

interface Feed {
  head: number;
  /** Which life of it this is. */
  incarnation: string;
  readonly entries: Map<string, FeedItem>;
}

export interface CentreImage {
  readonly inbox: InboxModel;
  readonly feed: Feed;
}

export class SimulatedInbox {
  readonly #time: VirtualTime;
  readonly #answersEarly: boolean;
  readonly #onStored: (inbox: InboxModel) => void;
  inbox: InboxModel;
  #feed: Feed = { head: 0, incarnation: 'life 0', entries: new Map() };
  #lives = 0;
  /** Bringing an image back takes a moment. */
  #restoringMs = 0;
  #life = 1;
  isUp = true;
  restores = 0;
  #waiting: { readonly answer: () => void }[] = [];

  constructor(time: VirtualTime, onStored: (inbox: InboxModel) => void, plant?: CentrePlant) {
    this.#time = time;
    this.#onStored = onStored;
    this.#answersEarly = plant === 'answered before the commit';
    this.inbox = new InboxModel(plant === 'answered before the commit' ? undefined : plant);
  }

  get things(): ReadonlyMap<string, FeedItem['body']> {
    return new Map([...this.#feed.entries].map(([thing, item]) => [thing, item.body]));
  }

  image(): CentreImage {
    return { inbox: this.inbox.copy(), feed: copyOf(this.#feed) };
  }

  /** Everything under way ends without an answer. */
  crash(): void {
    this.#life += 1;
    this.isUp = false;
    this.#waiting = [];
  }

  start(): void {
    this.isUp = true;
  }

  restore({ inbox, feed }: CentreImage): void {
    this.crash();
    [this.inbox, this.#feed] = [inbox.copy(), copyOf(feed)];
    this.#restoringMs += 1;
    this.restores += 1;
    this.start();
  }

  publish(id: string, value: string): void {
    const number = Math.max(this.#feed.head + 1, beginning + this.#time.now + this.#restoringMs);
    this.#feed.head = number;
    const body = { publicKey: value };
    this.#feed.entries.delete(id);
    this.#feed.entries.set(id, { number, kind: 'check-in-key', id, body });
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { answer } of waiting) answer();
  }

  /** False: nobody is there to hear it. */
  hear(asked: Asked, reply: Reply): boolean {
    if (!this.isUp) return false;
    const life = this.#life;
    const later = (act: () => void): void => this.#time.in(commitMs, () => (life === this.#life ? act() : undefined));
    switch (asked.kind) {
      case 'position':
        later(() => {
          // It was told of more than is here: the centre was restored to an earlier point.
          if (asked.told !== undefined && comparePositions(this.inbox.head, asked.told) < 0) this.#beginAnew();
          reply(this.inbox.position());
        });
        break;
      case 'escrow':
        later(() => reply(this.inbox.escrow(asked.clinicKey)));
        break;
      case 'push':
        if (this.#answersEarly) reply(this.inbox.copy().take(asked.batch, asked.run));
        later(() => {
          const { gaps } = this.inbox;
          const answer = this.inbox.take(asked.batch, asked.run);
          if (this.inbox.gaps > gaps) this.#beginAnew();
          this.#onStored(this.inbox);
          if (!this.#answersEarly) reply(answer);
        });
        break;
      case 'pull':
        this.#pull(asked, reply, life);
    }
    return true;
  }

  #beginAnew(): void {
    this.#feed.incarnation = `life ${++this.#lives}`;
  }

  #pull({ after, place, waitSeconds }: Extract<Asked, { kind: 'pull' }>, reply: Reply, life: number): void {
    const next = place === undefined ? ({ kind: 'follow', after } as const) : this.#nextOf(place);
    if (next.kind === 'snapshot') return reply(this.#snapshotPage(after, next));
    // Of the life in which it was asked: another one that began meanwhile is heard of with the next question.
    const { incarnation } = this.#feed;
    const answer = (): void => reply({ ...this.#page(next.after), ...(place === undefined ? {} : { incarnation }) });
    if (this.#page(next.after).items.length > 0) return answer();
    const waiting = { answer };
    this.#waiting.push(waiting);
    this.#time.in(waitSeconds * 1_000, () => {
      if (life !== this.#life || !this.#waiting.includes(waiting)) return;
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      answer();
    });
  }

  #nextOf(place: FeedPlace): NextPage {
    const isOfThisLife = place.incarnation === null || place.incarnation === this.#feed.incarnation;
    if (isOfThisLife && place.snapshot === null && isAhead(place, this.#headOfFeed)) this.#beginAnew();
    return nextPage(place, this.#headOfFeed);
  }

  get #headOfFeed(): { readonly number: number; readonly incarnation: string; readonly compactedThrough: number } {
    return { number: this.#feed.head, incarnation: this.#feed.incarnation, compactedThrough: 0 };
  }

  #page(after: number): FeedPage {
    const items = this.#items((number) => number > after);
    return { ...this.#envelope(), items, next: items.at(-1)?.number ?? after };
  }

  #snapshotPage(after: number, { at, from }: { readonly at: number; readonly from: number }): FeedPage {
    const items = this.#items((number) => number > from && number <= at);
    const isLast = items.length < pageSize;
    const snapshot = { at, from: isLast ? at : (items.at(-1)?.number ?? at), isLast };
    const { incarnation } = this.#feed;
    return { ...this.#envelope(), incarnation, items, next: isLast ? at : after, snapshot };
  }

  #items(isWanted: (number: number) => boolean): readonly FeedItem[] {
    return [...this.#feed.entries.values()].filter(({ number }) => isWanted(number)).slice(0, pageSize);
  }

  #envelope(): Pick<FeedPage, 'version' | 'serverTime'> {
    return { version: protocolVersion, serverTime: beginning + this.#time.now };
  }
}

function copyOf({ head, incarnation, entries }: Feed): Feed {
  return { head, incarnation, entries: new Map(entries) };
}

// The centre's feed inside the open transaction: what it owns goes into the reference tables, what decisions use into
// the log, its requests are run. Idempotent by number; an item that cannot be applied is set aside and those behind it
// go on.

import type { FeedItem, FeedPage } from '@foyer/contracts/sync-protocol.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { invariant } from '@foyer/contracts/app-error.ts';
import type { Projections } from '../ports/projections.ts';
import type { ReferenceTables } from '../ports/reference-data.ts';
import type { StatusAnswer, Submission } from '../ports/writer.ts';
import { feedFacts } from '../use-cases/feed-facts.ts';
import { isTooOld, ticketRequest } from '../use-cases/ticket-request.ts';
import type { Memory } from './memory.ts';

type SnapshotPage = NonNullable<FeedPage['snapshot']>;
type TheirRequest = NonNullable<Extract<FeedItem, { kind: 'request' }>['body']>;

export interface FeedApplierParts {
  readonly reference: ReferenceTables;
  readonly projections: Projections;
  readonly memory: Memory;
  /** Appends facts of the system's own. */
  readonly append: (facts: readonly Fact[]) => void;
  /** The first rows of a clinic that the centre has adopted before anybody set it up here. */
  readonly initialise: (configuration: NonNullable<Extract<FeedItem, { kind: 'configuration' }>['body']>) => void;
  readonly submit: (submission: Submission) => StatusAnswer;
  /** Runs one item in a savepoint of its own; answers why it failed. */
  readonly attempt: (apply: () => ErrorCode | undefined) => ErrorCode | undefined;
  readonly newId: () => string;
  readonly now: () => number;
}

export class FeedApplier {
  readonly #parts: FeedApplierParts;

  constructor(parts: FeedApplierParts) {
    this.#parts = parts;
  }

  /**
   * Whether it would mix two clinics: a box that was set up here can be given another's credential. The first page of a
   * feed always has its key.
   */
  isOfAnotherClinic({ items }: FeedPage): boolean {
    const { clinic } = this.#parts.memory;
    return (
      clinic !== undefined &&
      items.some(({ kind, id }) => (kind === 'configuration' || kind === 'check-in-key') && id !== clinic.clinicId)
    );
  }

  apply(page: FeedPage): void {
    if (page.snapshot !== undefined && page.incarnation !== undefined) {
      this.#takeSnapshot(page, page.snapshot, page.incarnation);
      return;
    }
    const { reference } = this.#parts;
    const done = reference.feedNumber();
    this.#applyItems(
      page.items.filter((item) => item.number > done),
      page.serverTime,
    );
    reference.advanceFeed(page.next);
    const { incarnation } = page;
    const held = reference.feedPlace.place();
    if (incarnation !== undefined && (incarnation !== held.incarnation || held.snapshot !== null))
      reference.feedPlace.follows(incarnation, reference.feedNumber());
  }

  /**
   * All that the centre owns, page by page: at its end what it did not name is gone, and the feed goes on behind its
   * number. What a clinic was set up with before it had anything of the centre's stays. A page that was taken in already
   * changes nothing; answers to what this box never asked are another box's.
   */
  #takeSnapshot({ items, serverTime }: FeedPage, { at, from, isLast }: SnapshotPage, incarnation: string): void {
    const { reference, projections } = this.#parts;
    const { feedPlace } = reference;
    const held = feedPlace.place();
    const goesOn = held.incarnation === incarnation && held.snapshot?.at === at;
    if (goesOn && held.snapshot.from >= from && !isLast) return;
    if (!goesOn) {
      if (held.number === 0) this.#remove(feedPlace.namedThings(), at);
      feedPlace.beginSnapshot(incarnation, at);
    }
    this.#applyItems(
      items.filter((item) => item.kind !== 'request-answer' || projections.request(item.id) !== undefined),
      serverTime,
    );
    for (const { kind, id } of items) feedPlace.named(kind, id);
    if (!isLast) return feedPlace.snapshotIsAt(incarnation, { at, from });
    if (held.number > 0) this.#remove(feedPlace.unnamed(), at);
    feedPlace.endSnapshot(incarnation, at);
  }

  #remove(things: ReturnType<ReferenceTables['feedPlace']['unnamed']>, number: number): void {
    for (const { kind, id } of things) this.#parts.reference.apply({ number, kind, id, body: null });
  }

  #applyItems(items: readonly FeedItem[], sentAt: EpochMs): void {
    for (const item of items) {
      const code = this.#parts.attempt(() => this.#applyItem(item, sentAt));
      if (code !== undefined) this.#setAside(item, code);
    }
  }

  /** A person has to look: without a clinic there is nobody yet, and the table alone remembers it. */
  #setAside(item: FeedItem, code: ErrorCode): void {
    const { reference, memory, append, newId, now } = this.#parts;
    reference.failed(item, code, now());
    if (memory.clinic?.configuration == null) return;
    const about = { number: String(item.number), item: item.kind, id: item.id };
    append([{ type: 'v1.WorkItemRaised', body: { workItemId: newId(), kind: 'feed-failed', code, about } }]);
  }

  #applyItem(item: FeedItem, sentAt: EpochMs): ErrorCode | undefined {
    const { reference, projections, memory, append, initialise } = this.#parts;
    switch (item.kind) {
      case 'patient':
        if (projections.patient(item.id)?.erased !== true) reference.apply(item);
        return undefined;
      case 'detail-conflict':
        if (item.body === null || projections.patient(item.body.patientId)?.erased !== true) reference.apply(item);
        return undefined;
      case 'balance':
        if (projections.patient(item.id)?.erased !== true) reference.apply(item);
        return undefined;
      case 'network-clinic':
      case 'appointment':
      case 'price':
      case 'staff':
      case 'check-in-key':
        reference.apply(item);
        return undefined;
      case 'request':
        return item.body === null ? undefined : this.#run(item.body, sentAt);
      default: {
        const { clinic } = memory;
        if (clinic === undefined) {
          if (item.kind !== 'configuration' || item.body === null) return 'not-ready';
          initialise(item.body);
          return undefined;
        }
        const request = (id: string) => projections.request(id);
        const { clinicId, configuration, version, ownParts } = clinic;
        const found = feedFacts(item, {
          clinicId,
          configuration,
          version,
          epoch: memory.end?.epoch ?? 1,
          businessDay: memory.end?.businessDay ?? '',
          ownParts,
          records: projections,
          displayLayouts: () => reference.displayLayouts(),
          request,
        });
        if (!found.ok) return found.refusal.code;
        append(found.facts);
        if (item.kind === 'request-answer' && item.body?.accepted === false) this.#forgetPin(item.body.requestId);
        return undefined;
      }
    }
  }

  /** The PIN from before counts again where the centre refused the new one. */
  #forgetPin(requestId: string): void {
    const { reference, projections } = this.#parts;
    const asked = projections.request(requestId);
    if (asked?.kind === 'pin-reset') reference.forgetLocalPin(asked.about['staffId'] ?? '');
  }

  /**
   * A request is answered in the log, once: the answer travels up with the rows. Its age is told by the centre's clock
   * alone, which made its commandId, too.
   */
  #run({ requestId, kind, body }: TheirRequest, sentAt: EpochMs): ErrorCode | undefined {
    const { projections, append } = this.#parts;
    if (projections.request(requestId) !== undefined) return undefined;
    const code = this.#refusalOf(kind, body, sentAt);
    const answer = code === undefined ? { accepted: true } : { accepted: false, code };
    append([{ type: 'v1.RequestAnswered', body: { requestId, ...answer } }]);
    return undefined;
  }

  /** Undefined when it was done. */
  #refusalOf(kind: string, body: unknown, sentAt: EpochMs): ErrorCode | undefined {
    const asked = kind === 'ticket-command' ? ticketRequest(body) : undefined;
    if (asked === undefined) return 'invalid-request';
    if (isTooOld(asked, sentAt)) return 'request-too-old';
    const answer = this.#parts.submit(asked);
    if (answer.ok) return undefined;
    invariant('refusal' in answer || 'error' in answer, 'an answer that is not ok says why');
    return 'refusal' in answer ? answer.refusal.code : answer.error.code;
  }
}

// The numbered feed downward: one per clinic, in the order of commits. A thing has one entry, its newest. Whoever
// decides by what went down, or sends what may be erased meanwhile, locks the feed before looking.

import { protocolVersion } from '@foyer/contracts/relay-line.ts';
import type { FeedItem, FeedPage, FeedPlace } from '@foyer/contracts/sync-protocol.ts';
import { announce, feedTopic } from '../../adapters/postgres/changes.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  compactEntries,
  deleteSubjectEntries,
  entriesAfter,
  insertFeedHead,
  lockFeed,
  moveScheduleUntil,
  noteEdgeNumber,
  noteServer,
  putEntries,
  renewIncarnation,
  selectClinicEntries,
  selectFeedHead,
  selectPublished,
  selectScheduleUntil,
  snapshotEntries,
} from './queries.ts';
import { isAhead, nextPage, reachBackMs, type NextPage } from './rules.ts';
import type { Publication } from './types.ts';

const pageSize = 1_000;

export async function openFeed(tx: Transaction, clinicId: string): Promise<void> {
  await insertFeedHead(tx, clinicId);
}

/** Of two items about one thing, the later counts. */
export async function publish(tx: Transaction, clinicId: string, items: readonly Publication[]): Promise<void> {
  if (items.length === 0) return;
  await lockFeed(tx, clinicId);
  const newest = new Map(items.map((item) => [`${item.kind}/${item.id}`, item]));
  await putEntries(tx, clinicId, [...newest.values()]);
  await announce(tx, feedTopic(clinicId));
}

/** What the clinic was sent before and holds an older version of; what it was never sent stays here. */
export async function republish(tx: Transaction, clinicId: string, items: readonly Publication[]): Promise<void> {
  if (items.length === 0) return;
  await lockFeed(tx, clinicId);
  for (const [kind, ofKind] of Map.groupBy(items, (item) => item.kind)) {
    const ids = ofKind.map(({ id }) => id);
    const sent = new Set(await selectPublished(tx, clinicId, kind, ids));
    await publish(
      tx,
      clinicId,
      ofKind.filter(({ id }) => sent.has(id)),
    );
  }
}

/** Until the commit nothing is sent down, and what is read after it stays true. */
export async function holdFeed(tx: Transaction, clinicId: string): Promise<void> {
  await lockFeed(tx, clinicId);
}

/** What was sent of a subject and is still held here. The edge erased it already: it asked. */
export async function withdrawSubjects(
  tx: Transaction,
  clinicId: string,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await lockFeed(tx, clinicId);
  await deleteSubjectEntries(tx, clinicId, subjectIds);
}

/** The last business day whose appointments went down; null before the first. */
export function scheduleUntil(tx: Transaction, clinicId: string): Promise<string | null> {
  return selectScheduleUntil(tx, clinicId);
}

/** The same, and the schedule stays there until the commit. */
export function holdSchedule(tx: Transaction, clinicId: string): Promise<string | null> {
  return lockFeed(tx, clinicId);
}

/** Notes that the schedule goes down until this day; returns the day until which it had gone. */
export function advanceSchedule(tx: Transaction, clinicId: string, until: string): Promise<string | null> {
  return moveScheduleUntil(tx, clinicId, until);
}

/**
 * What an edge that says how far it is gets next: what it has not seen, or a page of a snapshot where the feed no longer
 * goes back that far, or is not the one that it had.
 */
export async function readFeedAt(
  context: UseCaseContext,
  clinicId: string,
  place: FeedPlace,
  waitMs: number,
  signal: AbortSignal,
): Promise<FeedPage> {
  const { next, incarnation } = await context.withTenant({ clinicId }, async (tx) => {
    if (await noteServer(tx, clinicId)) await renewIncarnation(tx, clinicId);
    const held = await selectFeedHead(tx, clinicId);
    const isOfThisLife = place.incarnation === null || place.incarnation === held.incarnation;
    if (isOfThisLife && place.snapshot === null && isAhead(place, held)) await renewIncarnation(tx, clinicId);
    const head = await selectFeedHead(tx, clinicId);
    const step = nextPage(place, head);
    await noteEdgeNumber(tx, clinicId, step.kind === 'follow' ? step.after : 0);
    await compactEntries(tx, clinicId, dateOf(context.now()), context.now() - reachBackMs);
    return { next: step, incarnation: head.incarnation };
  });
  if (next.kind === 'snapshot') return snapshotPage(context, clinicId, place, next, incarnation);
  return { ...(await readFeed(context, clinicId, next.after, waitMs, signal)), incarnation };
}

/** The centre may have been restored: whoever had its feed before takes a snapshot of what it has now. */
export async function beginFeedAnew(tx: Transaction, clinicId: string): Promise<void> {
  await renewIncarnation(tx, clinicId);
}

async function snapshotPage(
  context: UseCaseContext,
  clinicId: string,
  place: FeedPlace,
  { at, from }: Extract<NextPage, { kind: 'snapshot' }>,
  incarnation: string,
): Promise<FeedPage> {
  const [first, found] = await context.withTenant({ clinicId }, async (tx) => [
    from === 0 ? await selectClinicEntries(tx, clinicId) : [],
    await snapshotEntries(tx, clinicId, { from, at }, context.now() - reachBackMs, pageSize),
  ]);
  const isLast = found.length < pageSize;
  const snapshot = { at, from: isLast ? at : (found.at(-1)?.number ?? at), isLast };
  const items = [...first, ...found];
  return {
    version: protocolVersion,
    serverTime: context.now(),
    items,
    next: isLast ? at : place.number,
    incarnation,
    snapshot,
  };
}

function dateOf(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * What an edge of version 1 has not seen, oldest first; with nothing new, waits up to `waitMs` for something. Undefined
 * when the feed no longer goes back that far and the edge has an older copy: it would keep what is gone.
 */
export async function readFeedOfVersionOne(
  context: UseCaseContext,
  clinicId: string,
  after: number,
  waitMs: number,
  signal: AbortSignal,
): Promise<FeedPage | undefined> {
  const { compactedThrough } = await context.withTenant({ clinicId }, (tx) => selectFeedHead(tx, clinicId));
  if (after > 0 && after < compactedThrough) return undefined;
  return { ...(await readFeed(context, clinicId, after, waitMs, signal)), version: 1 };
}

/** What is newer than the number, oldest first; with nothing new, waits up to `waitMs` for something. */
export async function readFeed(
  context: UseCaseContext,
  clinicId: string,
  after: number,
  waitMs: number,
  signal: AbortSignal,
): Promise<FeedPage> {
  const over = wakeAfter(waitMs, signal);
  try {
    for (;;) {
      // Listens before it looks: what is published in between is heard. A hint may be about something seen already.
      const hint = Promise.withResolvers<void>();
      const unsubscribe = context.subscribe(feedTopic(clinicId), hint.resolve);
      try {
        const items = await context.withTenant({ clinicId }, (tx) => entriesAfter(tx, clinicId, after, pageSize));
        if (items.length > 0 || over.isOver()) return page(context, after, items);
        await Promise.race([hint.promise, over.happened]);
      } finally {
        unsubscribe();
      }
    }
  } finally {
    over.cancel();
  }
}

function page(context: UseCaseContext, after: number, items: readonly FeedItem[]): FeedPage {
  return { version: protocolVersion, serverTime: context.now(), items, next: items.at(-1)?.number ?? after };
}

function wakeAfter(
  waitMs: number,
  signal: AbortSignal,
): { readonly happened: Promise<void>; isOver(): boolean; cancel(): void } {
  const { promise: happened, resolve } = Promise.withResolvers<void>();
  let isOver = waitMs === 0 || signal.aborted;
  const end = (): void => {
    isOver = true;
    resolve();
  };
  if (isOver) resolve();
  const timer = setTimeout(end, waitMs);
  signal.addEventListener('abort', end, { once: true });
  return {
    happened,
    isOver: () => isOver,
    cancel() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    },
  };
}

// The numbered feed downward: one per clinic, in the order of commits. A thing has one entry, its newest. Whoever
// decides by what went down, or sends what may be erased meanwhile, locks the feed before looking.

import { protocolVersion, type FeedItem, type FeedPage } from '@foyer/contracts/sync-protocol.ts';
import { announce, feedTopic } from '../../adapters/postgres/changes.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  deleteSubjectEntries,
  entriesAfter,
  insertFeedHead,
  lockFeed,
  moveScheduleUntil,
  putEntries,
  selectPublished,
  selectScheduleUntil,
} from './queries.ts';
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

/** What the edge has not seen, oldest first; with nothing new, waits up to `waitMs` for something. */
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

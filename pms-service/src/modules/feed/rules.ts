// What an edge is given next: the feed after its number, or a snapshot of what the centre owns now and the feed after it.
// Pure.
// D3  A snapshot is all that is within reach as of one number; what changes meanwhile has a higher one, and comes after it.
// D4  No number is used twice, whatever the centre was restored to: a number is never below the clock's milliseconds.
// D5  An edge that is ahead of the feed, or of another life of it, or behind what was compacted, takes a snapshot.

import type { FeedPlace } from '@foyer/contracts/sync-protocol.ts';
import { dayMs } from '@foyer/contracts/time.ts';

export interface FeedHead {
  readonly number: number;
  readonly incarnation: string;
  readonly compactedThrough: number;
}

export type NextPage =
  | { readonly kind: 'follow'; readonly after: number }
  | { readonly kind: 'snapshot'; readonly at: number; readonly from: number };

/** Appointments that are older go into no snapshot, and are compacted. */
export const reachBackMs = 2 * dayMs;

export function nextPage(place: FeedPlace, head: FeedHead): NextPage {
  const isOfThisLife = place.incarnation === null || place.incarnation === head.incarnation;
  const { snapshot } = place;
  // What was compacted behind the snapshot's number would be missed after it.
  const goesOn = snapshot !== null && snapshot.at <= head.number && snapshot.at >= head.compactedThrough;
  if (isOfThisLife && goesOn) return { kind: 'snapshot', ...snapshot };
  const mayFollow = isOfThisLife && snapshot === null && !isAhead(place, head) && place.number >= head.compactedThrough;
  // A new edge takes what is there now, and none of what is gone.
  if (mayFollow && (place.number > 0 || head.number === 0)) return { kind: 'follow', after: place.number };
  return { kind: 'snapshot', at: head.number, from: 0 };
}

/** It was told more than the centre remembers: the centre was restored to an earlier point. */
export function isAhead({ number }: Pick<FeedPlace, 'number'>, head: Pick<FeedHead, 'number'>): boolean {
  return number > head.number;
}

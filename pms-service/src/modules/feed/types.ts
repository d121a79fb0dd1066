import type { FeedItem, FeedKind } from '@foyer/contracts/sync-protocol.ts';

/** One thing for the edge, before it has a number. A null body removes the thing there. */
export type Publication = {
  [K in FeedKind]: {
    readonly kind: K;
    readonly id: string;
    readonly body: Extract<FeedItem, { kind: K }>['body'];
    /** The patient it is about: an erased one is never sent again. */
    readonly subjectId?: string;
  };
}[FeedKind];

import type { BoxChanges } from './writer.ts';

/** What the box knows of its own screens and sessions: no part of the log. */
export interface Box {
  change<K extends keyof BoxChanges>(kind: K, change: BoxChanges[K]): void;
}

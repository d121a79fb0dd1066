import type { EventBody, EventType, SealedContent } from '@foyer/contracts/events.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';

/** A row of the edge's log as the modules apply it: its body read and validated, its seal opened where a key is left. */
export type InboxFact = { [T in EventType]: InboxFactOf<T> }[EventType];

export interface InboxFactOf<T extends EventType> extends Pick<
  LogRow,
  'epoch' | 'seq' | 'id' | 'at' | 'businessDay' | 'actor' | 'subjectId'
> {
  readonly type: T;
  readonly body: EventBody<T>;
  /** `null` where the row has a seal and its key is gone: the subject was erased. Undefined where it has none. */
  readonly sealed: SealedContent | null | undefined;
}

/** A row that could not be applied; the rows behind it go on. */
export interface DeadLetter {
  readonly epoch: number;
  readonly seq: number;
  readonly reason: string;
}

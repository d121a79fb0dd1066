// What the main thread and the writer's thread say to each other.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { FeedPage } from '@foyer/contracts/sync-protocol.ts';
import type { BasePart, OfferedCheckpoint, PruneOrder } from '../ports/log-pruning.ts';
import type { BoxChanges, Committed, Initialisation, StatusAnswer, Submission } from '../ports/writer.ts';

export type Task =
  | { readonly kind: 'submit'; readonly submission: Submission }
  | { readonly kind: 'feed'; readonly page: FeedPage }
  | {
      readonly kind: 'acknowledged';
      readonly position: { readonly epoch: number; readonly seq: number };
    }
  | { readonly kind: 'initialise'; readonly initialisation: Initialisation }
  /**
   * Its number is so much higher than the last at least, one unless said, and not below `notBelow`. `skip`: so many numbers
   * of each letter are given to nobody.
   */
  | { readonly kind: 'begin-epoch'; readonly step?: number; readonly notBelow?: number; readonly skip?: number }
  /** Nothing but a look at the clock. */
  | { readonly kind: 'look-at-clock' }
  /** The box runs. */
  | { readonly kind: 'beat' }
  | { readonly kind: 'keep-base-part'; readonly part: BasePart }
  | { readonly kind: 'keep-checkpoint'; readonly offered: OfferedCheckpoint }
  | { readonly kind: 'prune'; readonly order: PruneOrder }
  | {
      [K in keyof BoxChanges]: {
        readonly kind: 'box';
        readonly change: K;
        readonly value: BoxChanges[K];
      };
    }[keyof BoxChanges];
export type Job = Task & { readonly id: number };

/** A command's answer, or how another task went. */
export type TaskAnswer =
  | StatusAnswer
  | { readonly ok: true; readonly done: true }
  | { readonly ok: false; readonly failed: ErrorCode };

export interface BatchOutcome {
  readonly answers: readonly { readonly id: number; readonly answer: TaskAnswer }[];
  /** Absent when nothing was committed that anybody follows. */
  readonly committed?: Committed;
  /** The disk is full: nothing of the batch was kept, or what may use the reserve alone. */
  readonly full?: true;
  /** The disk failed: the process must end. */
  readonly fatal?: { readonly message: string };
}

export interface WriterSettings {
  readonly databasePath: string;
  readonly clinicKeyPath: string;
  /** One commit for each command, for comparison. */
  readonly batching: boolean;
}

/** Said first, and once. */
export interface WhatToOpen {
  readonly kind: 'open';
  readonly settings: WriterSettings;
}

export type FromMain = Job | { readonly kind: 'stop' };
export type FromWriter =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'refused-to-start';
      readonly code: ErrorCode;
      readonly facts: Record<string, unknown>;
      readonly message: string;
    }
  | ({ readonly kind: 'batch' } & BatchOutcome)
  /** Told when it changes, before the batch that found it so is answered. */
  | { readonly kind: 'storage'; readonly full: boolean }
  /** A mistake of ours: the task was taken back, the others stand. Ids alone. */
  | {
      readonly kind: 'fault';
      readonly message: string;
      readonly stack: string;
      readonly task: string;
      readonly commandId: string | null;
    }
  | { readonly kind: 'stopped' };
